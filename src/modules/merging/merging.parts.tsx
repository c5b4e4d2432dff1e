import { mergingWords } from '#modules/merging/choices.parts.tsx'
import type { Merging, Side } from '#modules/merging/merging.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Now, Why } from '#ui/parts.tsx'

type Linked = Pick<Side, 'id' | 'kind' | 'title'>
export const pathOfSide = ({ id, kind }: Pick<Side, 'id' | 'kind'>): string =>
  kind === 'idea' ? url(paths.idea, { id }) : url(paths.project, { id })

export const Links = ({ of }: { of: readonly Linked[] }) => (
  <>
    {of.map((side, i) => (
      <>
        {i > 0 && ', '}
        <a href={pathOfSide(side)}>{side.title}</a>
      </>
    ))}
  </>
)

export type BesideView = {
  readonly id: string
  readonly mergings: readonly Merging[]
  readonly sides: ReadonlyMap<string, Linked>
  /** It may be joined or divided now; or why not. */
  readonly refusal: string | undefined
  readonly offered: boolean
}

/** On the page of an idea or draft: what it was joined with, what it goes on as, where it came from, and the way to propose it. */
export const JoinedBeside = ({ frame, view }: { frame: Frame; view: BesideView }) => {
  const { thing: t } = mergingWords(frame)
  const shown = view.mergings.filter(({ state }) => state === 'agreed' || state === 'undone' || state === 'proposed')
  return (
    <>
      {shown.map(merging => (
        <JoinedLine frame={frame} view={view} merging={merging} />
      ))}
      {view.offered && (
        <p class="small">
          <a href={url(paths.mergingNew, undefined, { a: view.id })}>{t.propose}</a>
        </p>
      )}
      {view.refusal && <Why>{view.refusal}</Why>}
    </>
  )
}

const JoinedLine = ({ frame, view, merging }: { frame: Frame; view: BesideView; merging: Merging }) => {
  const { thing: t } = mergingWords(frame)
  const linked = (ids: readonly string[]) => ids.flatMap(id => view.sides.get(id) ?? [])
  const details = <a href={url(paths.merging, { id: merging.id })}>{t.details}</a>
  if (merging.state === 'proposed')
    return (
      <p class="small">
        <a href={url(paths.merging, { id: merging.id })}>{t.waiting}</a>
      </p>
    )
  if (merging.state === 'undone')
    return (
      <p class="small muted">
        {t.undone} {merging.resultIds.includes(view.id) && <Links of={linked(merging.sourceIds)} />} {details}
      </p>
    )
  if (merging.resultIds.includes(view.id))
    return (
      <p class="small">
        {t.cameFrom} <Links of={linked(merging.sourceIds)} />. {details}
      </p>
    )
  const others = linked(merging.sourceIds.filter(id => id !== view.id))
  return (
    <Now title={merging.kind === 'join' ? t.goesOn : t.dividedInto} tone="wait">
      <p>
        <Links of={linked(merging.resultIds)} />
      </p>
      {others.length > 0 && (
        <p>
          {t.joinedWith} <Links of={others} />
        </p>
      )}
      <p class="small">{details}</p>
    </Now>
  )
}
