import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { ownPath } from '#kit/own-path.ts'
import { notFound } from '#kit/refusal.ts'
import { followingWords } from '#modules/following/following.parts.tsx'
import { endByLetter, endFollow, openEnding, startFollow } from '#modules/following/follows.actions.ts'
import { EndingPage, FollowsPage, type FollowsView, type FormName, type ListedFollow, placeName } from '#modules/following/follows.pages.tsx'
import {
  type Follow,
  type Followed,
  followKinds,
  isTheme,
  limits,
  ofPlace,
  ofRole,
  ofSearch,
  ofTheme,
  ofThing,
} from '#modules/following/follows.rules.ts'
import { listFollows } from '#modules/following/follows.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths, url } from '#paths'
import { findThings } from '#platform/things.ts'
import { lemmasOf } from '#platform/words.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const asked = z.object({
  co: z.enum(followKinds, 'wrong'),
  cel: z.string().max(80, 'wrong').optional(),
  slowa: z.string().max(limits.wordsMax, 'words-long').optional(),
  gdzie: z.string().max(60, 'wrong').optional(),
  powrot: z.string().max(300).optional(),
})
type Asked = z.infer<typeof asked>

const pathOf = (place: Territory) => (place.kind === 'district' ? url(paths.district, { number: whereOf(place) }) : url(paths.city))

/** What the follows are called and where they lead, in a fixed number of statements. */
async function listed(c: Visit, follows: readonly Follow[]): Promise<ListedFollow[]> {
  const { ctx, frame, things: kinds } = c.var
  const t = followingWords(frame)
  const things = await findThings(
    ctx,
    kinds,
    follows.filter(({ kind }) => kind === 'thing').map(({ target }) => target),
  )
  const places = new Map((await listTerritories(ctx)).map(place => [place.id, place]))
  const place = ({ territoryId }: Follow) => places.get(territoryId ?? '')
  return follows.map(follow => {
    const here = place(follow)
    const where = here ? placeName(frame, here) : t.gone
    if (follow.kind === 'place') return { follow, title: where, path: here && pathOf(here) }
    if (follow.kind === 'role') return { follow, title: t.role(where), path: here && pathOf(here) }
    if (follow.kind === 'theme')
      return {
        follow,
        title: isTheme(follow.target) ? t.themes[follow.target] : follow.target,
        path: url(paths.search, undefined, { q: follow.words ?? '' }),
      }
    if (follow.kind === 'search')
      return {
        follow,
        title: t.search({ words: follow.words ?? '', place: here && where }),
        path: url(paths.search, undefined, { q: follow.words ?? '' }),
      }
    const thing = things.get(follow.target)
    return thing?.isPublic ? { follow, title: thing.title, path: thing.path } : { follow, title: t.gone, path: undefined }
  })
}

const noForms: FollowsView['forms'] = { place: emptyForm, theme: emptyForm, search: emptyForm }
async function showFollows(c: Visit, forms: Partial<Record<FormName, FormState>> = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const [follows, territories, edition] = await Promise.all([listFollows(ctx, [ctx.actor.id]), listTerritories(ctx), findCurrentEdition(ctx)])
  const places = territories.filter(({ kind }) => kind === 'city' || kind === 'district')
  const ambassadors = edition !== undefined && hasPart(edition, 'ambassadors')
  return page(
    c,
    <FollowsPage frame={frame} view={{ follows: await listed(c, follows), places, ambassadors, forms: { ...noForms, ...forms } }} />,
    status,
  )
}

/** What was asked for, or the field that is wrong and why. */
async function readFollowed(c: Visit, { co, cel, slowa, gdzie }: Asked): Promise<Followed | readonly [field: string, error: string]> {
  const { ctx } = c.var
  if (co === 'thing') return ofThing(cel ?? '')
  if (co === 'theme') return cel && isTheme(cel) ? ofTheme(cel) : ['cel', 'theme-missing']
  const where = co === 'search' ? gdzie : cel
  const place = where ? (await listTerritories(ctx)).find(one => whereOf(one) === where) : undefined
  if (co === 'search') {
    if (where && !place) return ['gdzie', 'wrong']
    return slowa && slowa.length >= limits.wordsMin ? ofSearch(slowa, lemmasOf(slowa), place?.id ?? null) : ['slowa', 'words-missing']
  }
  if (!place) return ['cel', 'place-missing']
  if (co === 'place') return ofPlace(place.id)
  const edition = await findCurrentEdition(ctx)
  return edition && hasPart(edition, 'ambassadors') ? ofRole('ambassador', place.id) : notFound('no ambassadors in this edition')
}

const formOf = ({ co }: Pick<Asked, 'co'>): FormName => (co === 'search' || co === 'theme' ? co : 'place')

async function start(c: Visit) {
  const { ctx, frame } = c.var
  const t = followingWords(frame)
  const read = await readForm(c, asked, t.errors)
  if (!read.ok) return showFollows(c, { place: read.form }, 422)
  const { value } = read
  const followed = await readFollowed(c, value)
  const wrong = (field: string, sentence: string) => ({ [formOf(value)]: { ...read.form, errors: { [field]: sentence } } })
  if (!('kind' in followed)) return showFollows(c, wrong(followed[0], t.errors[followed[1] as keyof typeof t.errors]), 422)
  const verdict = await startFollow(ctx, c.var.things, followed)
  if (!verdict.ok)
    return showFollows(c, wrong(verdict.why === 'words-short' ? 'slowa' : '', t.why[verdict.why]), verdict.why === 'words-short' ? 422 : 409)
  return done(c, ownPath(value.powrot, paths.follows), t.done.started)
}

async function end(c: Visit) {
  const { ctx, frame } = c.var
  const t = followingWords(frame)
  const read = await readForm(c, z.object({ powrot: z.string().max(300).optional() }), t.errors)
  const verdict = await endFollow(ctx, c.req.param('id') ?? '')
  if (!verdict.ok) return showFollows(c, { place: { typed: {}, errors: { '': t.why[verdict.why] } } }, 409)
  return done(c, ownPath(read.ok ? read.value.powrot : undefined, paths.follows), t.done.ended)
}

async function askEnding(c: Visit) {
  const { ctx, frame, config } = c.var
  const [id, token] = [c.req.query('o') ?? '', c.req.query('kod') ?? '']
  const follow = await openEnding(ctx, config.secret, id, token)
  const [one] = follow ? await listed(c, [follow]) : []
  return page(c, <EndingPage frame={frame} title={one?.title} id={id} token={token} />)
}

async function endFromLetter(c: Visit) {
  const { ctx, frame, config } = c.var
  const read = await readForm(c, z.object({ o: z.string().max(60), kod: z.string().max(100) }), followingWords(frame).errors)
  if (!read.ok) return notFound('a link that we did not write')
  const { o, kod } = read.value
  await endByLetter(ctx, config.secret, o, kod)
  return done(c, url(paths.followEnding, undefined, { o, kod }), followingWords(frame).done.ended)
}

export const followsRoutes: readonly Route[] = [
  get(paths.follows, 'signed-in', c => showFollows(c)),
  post(paths.follows, 'signed-in', 'follow.started', start),
  get(paths.followEnding, 'everyone', askEnding),
  post(paths.followEnding, 'everyone', 'follow.ended', endFromLetter),
  post(paths.followEnd, 'signed-in', 'follow.ended', end),
]
