import type { Term } from '#modules/ambassadors/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/terms.texts.ts'
import { workspaceTextsEn } from '#modules/ambassadors/workspace.texts.en.ts'
import { workspaceTexts } from '#modules/ambassadors/workspace.texts.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Facts } from '#ui/parts.tsx'

const texts = { pl: workspaceTexts, en: workspaceTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }

export const NoTermPage = ({ frame }: { frame: Frame }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title}>
      <Empty title={t.none}>
        <p>{t.noneHint}</p>
        <p>
          <a href={paths.ambassadors}>{t.toList}</a>
        </p>
      </Empty>
    </Layout>
  )
}

export const WorkspacePage = ({ frame, term }: { frame: Frame; term: Term }) => {
  const t = texts[frame.locale]
  const words = terms[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Facts
        entries={[
          { term: t.state, value: words.termStates[term.state] },
          ...(term.reason ? [{ term: t.reason, value: term.reason }] : []),
          { term: t.area, value: term.areaWords },
          { term: t.forms, value: term.forms.map(form => words.forms[form]).join(', ') },
          ...(term.authorisation ? [{ term: t.authorisation, value: term.authorisation.number }] : []),
        ]}
      />
    </Layout>
  )
}
