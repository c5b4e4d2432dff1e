import type { ParticipationForm } from '#modules/ambassadors/tenure/terms.rules.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { workspaceTextsEn } from '#modules/ambassadors/workspace/workspace.texts.en.ts'
import { workspaceTexts } from '#modules/ambassadors/workspace/workspace.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Dots, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: termsTexts, en: termsTextsEn }
const work = { pl: workspaceTexts, en: workspaceTextsEn }

/** The way back from each tool to the page of one's work, by its name. */
export const WorkLink = ({ frame }: { frame: Frame }) => <a href={paths.workspace}>{work[frame.locale].title}</a>

/** What the list says of an ambassador. */
export type AmbassadorLine = { readonly id: string; readonly name: string; readonly areaWords: string; readonly forms: readonly ParticipationForm[] }

/** Ambassadors of a place: who, where, and what they talk about. */
export const AmbassadorRows = ({
  frame,
  ambassadors,
  level = 'h3',
}: {
  frame: Frame
  ambassadors: readonly AmbassadorLine[]
  level?: 'h2' | 'h3'
}) => (
  <Rows plain>
    {ambassadors.map(({ id, name, areaWords, forms }) => (
      <Row
        level={level}
        title={name}
        href={url(paths.ambassador, { id })}
        note={<Dots items={[areaWords, forms.map(form => texts[frame.locale].forms[form]).join(', ')]} />}
      />
    ))}
  </Rows>
)
