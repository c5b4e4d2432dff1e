import { atomOf } from '#kit/atom.ts'
import { notFound } from '#kit/refusal.ts'
import { followingWords } from '#modules/following/following.parts.tsx'
import { concerns, type Followed, isTheme, ofPlace, ofTheme, ofThing } from '#modules/following/follows.rules.ts'
import { newestOfEach } from '#modules/notifications/news.rules.ts'
import { knownFor, latestStream, readStream, type Told } from '#modules/notifications/news.store.ts'
import { notificationsTextsEn } from '#modules/notifications/notifications.texts.en.ts'
import { notificationsTexts } from '#modules/notifications/notifications.texts.ts'
import { cityWhere, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { territoryOfWhere } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { findThings } from '#platform/things.ts'
import { get, type Route, type Visit } from '#web/http.ts'

const texts = { pl: notificationsTexts, en: notificationsTextsEn }
const longest = 50

type Chosen = { readonly title: string; readonly page: string; readonly told: readonly Told[] }

/** Only what a stranger may read on the pages: the stream holds nothing else. */
async function choose(c: Visit): Promise<Chosen> {
  const { ctx, things, frame } = c.var
  const t = texts[ctx.locale].feed
  const { gdzie, o, temat } = c.req.query()
  if (o !== undefined) {
    const thing = (await findThings(ctx, things, [o])).get(o)
    if (!thing?.isPublic) return notFound('nothing public under this id')
    return {
      title: t.thing(thing.title),
      page: thing.path,
      told: await readStream(ctx, things, { after: 0, subject: ofThing(o).target, limit: longest }),
    }
  }
  if (temat !== undefined) {
    if (!isTheme(temat)) return notFound('no such theme')
    const page = url(paths.search, undefined, { q: ofTheme(temat).words ?? '' })
    return { title: t.theme(followingWords(frame).themes[temat]), page, told: await toldOf(c, ofTheme(temat)) }
  }
  if (gdzie === undefined) return { title: t.city, page: paths.home, told: await latestStream(ctx, things) }
  const place = await territoryOfWhere(ctx, gdzie)
  if (gdzie === cityWhere) return { title: t.cityOnly, page: url(paths.city), told: await toldOf(c, ofPlace(place.id)) }
  return { title: t.place(territoryTitle(place)), page: url(paths.district, { number: whereOf(place) }), told: await toldOf(c, ofPlace(place.id)) }
}

/** The same question that follows ask. */
async function toldOf(c: Visit, followed: Followed): Promise<Told[]> {
  const { ctx, things } = c.var
  const [stream, known] = await Promise.all([latestStream(ctx, things), knownFor(ctx, [])])
  return stream.filter(told => concerns({ ...followed, sinceSeq: 0 }, told, known))
}

export const feedRoutes: readonly Route[] = [
  get(paths.feed, 'everyone', async c => {
    const { ctx, frame, config, sentence } = c.var
    const { title, page, told } = await choose(c)
    const entries = newestOfEach(told, longest).map(({ seq, at, thing, ...fact }) => ({
      id: `${config.publicUrl}${thing.path}#fakt-${seq}`,
      title: thing.title,
      summary: sentence(fact, ctx.locale),
      href: `${config.publicUrl}${thing.path}`,
      updated: at,
    }))
    const query = new URL(c.req.url).search
    const self = `${config.publicUrl}${paths.feed}${query}`
    const updated = entries[0]?.updated ?? new Date(0)
    const feed = { id: self, title, author: frame.cityName, self, alternate: `${config.publicUrl}${page}`, lang: ctx.locale, updated, entries }
    return c.body(atomOf(feed), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
  }),
]
