import type { MapShapes } from '#kit/geo.ts'
import { ideasWords, type Line, ListBar, placeTitle, SaidLines } from '#modules/ideas/space.parts.tsx'
import type { Counts, Sort } from '#modules/ideas/space.rules.ts'
import { Openness } from '#modules/programme/calendar.parts.tsx'
import type { Openness as Open } from '#modules/programme/calendar.rules.ts'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { drawnOnce } from '#ui/jsx-runtime.ts'
import { Layout } from '#ui/layout.tsx'
import { DistrictMap, type DistrictMark } from '#ui/map.tsx'
import { Acts, Empty, LinkButton, Pager, Rows } from '#ui/parts.tsx'

export type ListView = {
  readonly kind: 'need' | 'idea'
  /** One more than is shown, where there is more. */
  readonly found: readonly Line[]
  readonly length: number
  readonly places: readonly Territory[]
  readonly here: Territory | undefined
  readonly sort: Sort
  readonly redirected: boolean
  readonly counts: Counts
  readonly map: MapShapes
  readonly open: Open
  readonly older: string | undefined
  readonly newer: string | undefined
}

/** Needs or ideas of the whole city or of one place, with the number in each district beside. */
export const ListPage = ({ frame, view }: { frame: Frame; view: ListView }) => {
  const all = ideasWords(frame)
  const { kind, here, found, open } = view
  const t = kind === 'need' ? all.needs : all.ideas
  const action = kind === 'need' ? paths.needs : paths.ideas
  const where = here && whereOf(here)
  const add = kind === 'need' ? url(paths.needNew, undefined, { gdzie: where }) : url(paths.ideaNew, undefined, { gdzie: where })
  return (
    <Layout
      frame={frame}
      title={here ? `${t.title}: ${placeTitle(here, frame)}` : t.title}
      lead={t.lead}
      kicker={t.sum([...view.counts].reduce((sum, [id, count]) => (here && id !== here.id ? sum : sum + count), 0))}
      aside={drawnOnce(view.counts, `${frame.locale} ${kind} ${where ?? ''}`, () => <Districts frame={frame} view={view} />)}
    >
      <div class="tight">
        <Openness of={open} frame={frame} />
        {open.state === 'open' && (
          <Acts>
            <LinkButton href={add}>{t.add}</LinkButton>
          </Acts>
        )}
      </div>
      <ListBar frame={frame} action={action} places={view.places} where={where ?? ''} sort={view.sort} redirected={view.redirected} />
      <h2 class="visually-hidden">{t.title}</h2>
      {found.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <Rows>
          {drawnOnce(found, `${frame.locale} ${view.length}`, () => (
            <SaidLines frame={frame} kind={kind} lines={found.slice(0, view.length)} places={view.places} />
          ))}
        </Rows>
      )}
      <Pager newer={view.newer} older={view.older} />
    </Layout>
  )
}

/** The map and, since no map may stand alone, the same as a list. */
const Districts = ({ frame, view }: { frame: Frame; view: ListView }) => {
  const all = ideasWords(frame)
  const { list: t } = all
  const address = view.kind === 'need' ? paths.needs : paths.ideas
  const sum = view.kind === 'need' ? all.needs.sum : all.ideas.sum
  const marks = new Map<number, DistrictMark>(
    view.places.flatMap(({ id, number }) => {
      const count = view.counts.get(id) ?? 0
      return number === null ? [] : [[number, { state: count > 0 ? 'talk' : 'quiet', words: sum(count) } as const]]
    }),
  )
  return (
    <>
      <DistrictMap
        frame={frame}
        map={view.map}
        href={number => url(address, undefined, { gdzie: number })}
        marks={marks}
        here={view.here?.number ?? undefined}
      />
      <nav class="tight" aria-label={t.districts}>
        <h2>{t.districts}</h2>
        <ul>
          {view.places.map(place => (
            <li>
              <a href={url(address, undefined, { gdzie: whereOf(place) })} aria-current={place.id === view.here?.id ? 'true' : undefined}>
                {placeTitle(place, frame)}
              </a>{' '}
              <span class="muted num">{view.counts.get(place.id) ?? 0}</span>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
