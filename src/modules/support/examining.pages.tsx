import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { examiningWords } from '#modules/support/examining.parts.tsx'
import type { Examination, Tally } from '#modules/support/examining.rules.ts'
import { isEnough } from '#modules/support/examining.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Row, Rows, Tag } from '#ui/parts.tsx'

export type BoardRow = {
  readonly project: Pick<Project, 'id' | 'title' | 'publicNo'>
  readonly tally: Tally
  readonly examination: Examination | undefined
  readonly again: boolean
}
type Props = {
  readonly frame: Frame
  readonly needed: number
  readonly waiting: readonly BoardRow[]
  readonly collecting: readonly BoardRow[]
  readonly examined: readonly BoardRow[]
}

/** Every list of this office: what waits for a result first. */
export const SupportBoardPage = ({ frame, needed, waiting, collecting, examined }: Props) => {
  const { board: t } = examiningWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <section class="stack">
        <h2>{t.waiting(waiting.length)}</h2>
        {waiting.length === 0 ? <Empty title={t.none} /> : <ListRows frame={frame} needed={needed} rows={waiting} />}
      </section>
      {collecting.length > 0 && (
        <section class="stack">
          <h2>{t.collecting}</h2>
          <ListRows frame={frame} needed={needed} rows={collecting} />
        </section>
      )}
      {examined.length > 0 && (
        <section class="stack">
          <h2>{t.examined}</h2>
          <ListRows frame={frame} needed={needed} rows={examined} />
        </section>
      )}
    </Layout>
  )
}

const shownAtOnce = 200
const ListRows = ({ frame, needed, rows }: { frame: Frame; needed: number; rows: readonly BoardRow[] }) => {
  const { board: t } = examiningWords(frame)
  return (
    <>
      <Rows plain>
        {rows.slice(0, shownAtOnce).map(({ project, tally, examination, again }) => (
          <Row
            title={projectTitle(frame.locale, project)}
            href={url(paths.projectSupportKeying, { id: project.id })}
            note={[project.publicNo, t.count({ n: tally.counted, needed })].filter(Boolean).join(' · ')}
          >
            {(examination || again) && (
              <p class="tags">
                {examination && <Tag kind={isEnough(examination) ? 'good' : 'no'}>{isEnough(examination) ? t.enough : t.tooFew}</Tag>}
                {again && <Tag kind="wait">{t.again}</Tag>}
              </p>
            )}
          </Row>
        ))}
      </Rows>
      {rows.length > shownAtOnce && <p>{t.more(rows.length - shownAtOnce)}</p>}
    </>
  )
}
