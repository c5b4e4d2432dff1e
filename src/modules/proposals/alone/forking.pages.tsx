import { forkingTextsEn } from '#modules/proposals/alone/forking.texts.en.ts'
import { forkingTexts } from '#modules/proposals/alone/forking.texts.ts'
import { projectFactTextsEn } from '#modules/proposals/facts.texts.en.ts'
import { projectFactTexts } from '#modules/proposals/facts.texts.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: forkingTexts, en: forkingTextsEn }
const states = { pl: projectFactTexts.states, en: projectFactTextsEn.states }

type Past = { readonly project: Project; readonly edition: string; readonly formKey: string }
type Props = { readonly frame: Frame; readonly past: readonly Past[]; readonly refusal?: string | undefined }

export const ForkingPage = ({ frame, past, refusal }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {refusal && <Why>{refusal}</Why>}
      {past.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      ) : (
        <>
          <p class="small muted">{t.old}</p>
          <Rows plain>
            {past.map(({ project, edition, formKey }) => (
              <Row
                level="h2"
                title={projectTitle(frame.locale, project)}
                href={url(paths.project, { id: project.id })}
                note={t.edition({ title: edition, state: states[frame.locale][project.state] })}
              >
                <ActButton small quiet action={paths.projectFork} label={t.go} fields={{ key: formKey, projekt: project.id }} />
              </Row>
            ))}
          </Rows>
        </>
      )}
      <p>
        <a href={paths.projectNew}>{t.toStart}</a>
      </p>
    </Layout>
  )
}
