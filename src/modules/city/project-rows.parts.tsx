import { formatMoney } from '#kit/money.ts'
import { placeTextsEn } from '#modules/city/place.texts.en.ts'
import { placeTexts } from '#modules/city/place.texts.ts'
import type { ProjectState } from '#modules/proposals/proposals.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: placeTexts, en: placeTextsEn }

/** A project as a line of a list. */
export type ProjectLine = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly state: ProjectState
  readonly total: number
  readonly publicNo?: string | undefined
}
const tones: Record<ProjectState, Tone> = { draft: 'plain', agreeing: 'wait', submitted: 'good', withdrawn: 'no' }

export const ProjectTag = ({ frame, state }: { frame: Frame; state: ProjectState }) => (
  <Tag kind={tones[state]}>{texts[frame.locale].projects.states[state]}</Tag>
)

export const ProjectRows = ({ frame, projects }: { frame: Frame; projects: readonly ProjectLine[] }) => (
  <Rows plain>
    {projects.map(({ id, title, summary, state, total, publicNo }) => (
      <Row title={title} href={url(paths.project, { id })} note={summary}>
        <p class="tags">
          <ProjectTag frame={frame} state={state} />
          {publicNo && <Tag>{publicNo}</Tag>}
          {total > 0 && (
            <Tag>
              <span class="num">{formatMoney(total, frame.locale)}</span>
            </Tag>
          )}
        </p>
      </Row>
    ))}
  </Rows>
)
