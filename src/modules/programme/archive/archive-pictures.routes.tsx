import { formatMoney } from '#kit/money.ts'
import { chosen, loadPool } from '#modules/programme/archive/archive.routes.tsx'
import type { ArchivedProject } from '#modules/programme/archive/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive/archive.texts.ts'
import type { PoolProps } from '#modules/programme/archive/archive-pool.pages.tsx'
import { whyOf } from '#modules/programme/archive/archive-project.pages.tsx'
import { paths } from '#paths'
import { renderPicture } from '#platform/documents.ts'
import { get, type Route, type Visit } from '#web/http.ts'

const texts = { pl: archiveTexts, en: archiveTextsEn }
const template = new URL('./archive-picture.typ', import.meta.url)
/** Rows that fit under the title. */
const mostRows = 5

type Picture = {
  readonly title: string
  readonly lead: string
  /** The part of the money that is spent; null where the picture is not about the whole pool. */
  readonly share: number | null
  readonly rows: readonly (readonly [string, string])[]
}

/** Name, winners and money of a pool. */
function pictureOfPool({ frame: { locale }, pool, projects }: PoolProps): Picture {
  const t = texts[locale]
  const money = (grosze: number) => formatMoney(grosze, locale)
  const won = projects.filter(({ outcome }) => outcome === 'won')
  const rest = won.length > mostRows ? won.length - mostRows + 1 : 0
  return {
    title: t.heading(won.length, money(pool.budget - pool.spent)),
    lead: t.picture.spent(money(pool.spent), money(pool.budget)),
    share: pool.budget > 0 ? pool.spent / pool.budget : 0,
    rows: [
      ...won
        .slice(0, rest > 0 ? mostRows - 1 : mostRows)
        .map(({ title, cost }) => [title, cost === null ? t.project.unknownCost : money(cost)] as const),
      ...(rest > 0 ? [[t.picture.more(rest), ''] as const] : []),
    ],
  }
}

function pictureOfProject({ frame, projects }: PoolProps, project: ArchivedProject): Picture {
  const t = texts[frame.locale]
  const { cost, points, place } = project
  return {
    title: project.title,
    lead: `${t.outcomes[project.outcome]}. ${whyOf(project, frame)}`.replace(/^./, first => first.toLocaleUpperCase(frame.locale)),
    share: null,
    rows: [
      [t.project.cost, cost === null ? t.project.unknownCost : formatMoney(cost, frame.locale)],
      [t.project.points, points.toLocaleString(frame.locale)],
      [t.project.place, t.project.placeOf(place, projects.length)],
    ],
  }
}

/** Drawn once for each result; the last ones asked for stay in memory. */
const mostKept = 200
const drawn = new Map<string, Promise<Buffer>>()
function once(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const picture = drawn.get(key) ?? draw()
  picture.catch(() => drawn.delete(key))
  drawn.delete(key)
  drawn.set(key, picture)
  if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value ?? '')
  return picture
}

const picture = (of: (c: Visit, props: PoolProps) => readonly [key: string, Picture]) => async (c: Visit) => {
  const props = await loadPool(c)
  const { frame, edition, pool } = props
  const t = texts[frame.locale]
  const [key, content] = of(c, props)
  const data = {
    ...content,
    kicker: [frame.cityName, t.edition(edition.year), pool.name, ...(edition.invented ? [t.invented] : [])].join(' · '),
    foot: props.publicUrl.replace(/^https?:\/\//, ''),
    lang: frame.locale,
  }
  const png = await once([key, frame.locale, pool.importedAt.getTime()].join(' '), () => renderPicture(template, data))
  return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600', Vary: 'Cookie' })
}

export const archivePicturesRoutes: readonly Route[] = [
  get(
    paths.poolPicture,
    'everyone',
    picture((_, props) => [props.pool.id, pictureOfPool(props)]),
  ),
  get(
    paths.archiveProjectPicture,
    'everyone',
    picture((c, props) => {
      const project = chosen(c, props)
      return [project.id, pictureOfProject(props, project)]
    }),
  ),
]
