import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { AmbassadorPage, AmbassadorsPage, type DrawnArea } from '#modules/ambassadors/ambassadors.pages.tsx'
import { type Ambassador, findAmbassador, listActiveAmbassadors } from '#modules/ambassadors/ambassadors.store.ts'
import { findShownCall } from '#modules/ambassadors/applications/calls.store.ts'
import { mayWriteTo } from '#modules/ambassadors/workspace/messages.rules.ts'
import { coverageOf } from '#modules/ambassadors/workspace/residents.rules.ts'
import { listDistrictResidents } from '#modules/ambassadors/workspace/residents.store.ts'
import { ofRole } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { districtShapes, drawAreas } from '#modules/programme/territories/territories-map.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { get, page, type Route, type Visit } from '#web/http.ts'
import { besideOf } from '#web/module.ts'

/** What an edition has switched off leaves no trace. */
export async function mustHaveAmbassadors(ctx: Ctx): Promise<void> {
  const edition = await findCurrentEdition(ctx)
  if (edition && !hasPart(edition, 'ambassadors')) notFound('no ambassadors in this edition')
}
/** The rules of an edition may do without a public list. */
async function mustBePublic(ctx: Ctx): Promise<void> {
  await mustHaveAmbassadors(ctx)
  if ((await findCurrentEdition(ctx))?.rules.ambassador.publicList === false) notFound('no public list in this edition')
}

async function drawn(ctx: Ctx, ambassadors: readonly Ambassador[]): Promise<readonly DrawnArea[]> {
  const withArea = ambassadors.flatMap(one => (one.area ? [{ ...one, area: one.area }] : []))
  const ways = await drawAreas(
    ctx,
    withArea.map(one => one.area),
  )
  return withArea.map(({ id, name, areaWords }, i) => ({ d: ways[i] ?? '', title: `${name}: ${areaWords}`, href: url(paths.ambassador, { id }) }))
}

async function showList(c: Visit): Promise<Response> {
  const { ctx, frame } = c.var
  await mustBePublic(ctx)
  const [ambassadors, districts, edition, counted] = await Promise.all([
    listActiveAmbassadors(ctx),
    listDistricts(ctx),
    findCurrentEdition(ctx),
    listDistrictResidents(ctx),
  ])
  // what the coordinator has counted here goes before what stands in the pools
  const pools = (edition?.pools ?? []).flatMap(pool => (pool.population === null ? [] : [[pool.territoryId, pool.population] as const]))
  const known = new Map([...pools, ...counted.map(one => [one.territoryId, one.residents] as const)])
  const ids = districts.map(({ id }) => id)
  const [map, areas, call] = await Promise.all([districtShapes(ctx), drawn(ctx, ambassadors), edition && findShownCall(ctx, edition.id)])
  const coverage = coverageOf(ids, ambassadors, known)
  return page(c, <AmbassadorsPage frame={frame} view={{ ambassadors, districts, map, areas, coverage, call, beside: await besideOf(c) }} />)
}

export async function showAmbassador(c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  await mustBePublic(ctx)
  const ambassador = (await findAmbassador(ctx, c.req.param('id') ?? '')) ?? notFound('no such ambassador')
  const [districts, all, map, areas] = await Promise.all([
    listDistricts(ctx),
    listActiveAmbassadors(ctx),
    districtShapes(ctx),
    drawn(ctx, [ambassador]),
  ])
  const others = all.filter(one => one.id !== ambassador.id && one.districtIds.some(id => ambassador.districtIds.includes(id)))
  const writing = mayWriteTo(ctx.actor, { state: 'active', personId: ambassador.personId }, 0)
  const own = districts.filter(({ id }) => ambassador.districtIds.includes(id))
  const followIds = await Promise.all(own.map(({ id }) => findOwnFollow(ctx, ofRole('ambassador', id))))
  const beside = await besideOf(c, ambassador.personId)
  const view = { ambassador, districts, map, area: areas[0], others, writing, followIds, form, beside }
  return page(c, <AmbassadorPage frame={frame} view={view} />, status)
}

export const ambassadorsRoutes: readonly Route[] = [
  get(paths.ambassadors, 'everyone', showList),
  get(paths.ambassador, 'everyone', c => showAmbassador(c)),
]
