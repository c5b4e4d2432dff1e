import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type AreaWhy, type LineWhy, settleDrawnArea, settleDrawnLine } from '#modules/programme/territories/drawn-areas.store.ts'
import { districtAt, loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { saveSection } from '#modules/proposals/drafting/drafting.actions.ts'
import { type Spot, spotChanges } from '#modules/proposals/place/spots.rules.ts'
import { spotOf, writeSpot } from '#modules/proposals/place/spots.store.ts'
import { mayWriteAlong, type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type SpotWhy = Extract<ReturnType<typeof mayWriteAlong>, { ok: false }>['why'] | AreaWhy | LineWhy | 'point-elsewhere'
/** A point, a line and an area as they were drawn or typed. */
export type Placed = { readonly point: Point | undefined; readonly line: string; readonly area: string }

/** Puts the project on the map; `words` are for a draft that says nothing of its place yet. */
export async function placeProject(
  ctx: Ctx,
  projectId: string,
  { words, ...placed }: Placed & { readonly words: string },
): Promise<Verdict<SpotWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWriteAlong(ctx.actor, project)
    if (!verdict.ok) return verdict
    const settled = await settleSpot(ctx, project.territoryId, placed)
    if (!settled.ok) return settled
    const said = words.trim()
    if (said !== '' && (await sectionsOf(ctx, projectId)).place === '') await saveSection(ctx, projectId, 'place', { text: said, from: 0 })
    return keepPlace(ctx, project, settled.spot)
  })
}

type Settled = { readonly ok: true; readonly spot: Spot } | { readonly ok: false; readonly why: AreaWhy | LineWhy | 'point-elsewhere' }
/** A project of a district lies in it; what was drawn may reach over the border, but not lie beyond it. */
export async function settleSpot(ctx: Ctx, territoryId: string, { point, line, area }: Placed): Promise<Settled> {
  const territory = await loadTerritory(ctx, territoryId)
  const elsewhere = (id: string | undefined) => territory.kind === 'district' && id !== territory.id
  if (point && elsewhere((await districtAt(ctx, point))?.id)) return no('point-elsewhere')
  const way = line.trim() === '' ? undefined : await settleDrawnLine(ctx, line)
  if (way && !way.ok) return way
  if (way?.districts.every(({ id }) => elsewhere(id))) return no('line-elsewhere')
  const drawn = area.trim() === '' ? undefined : await settleDrawnArea(ctx, area)
  if (drawn && !drawn.ok) return drawn
  if (drawn?.districts.every(({ id }) => elsewhere(id))) return no('area-elsewhere')
  return { ok: true, spot: { point, line: way?.line, area: drawn?.area } }
}

/** Part of the actions that change the place: keeps it where it is other than before. */
export async function keepPlace(ctx: Ctx, project: Project, spot: Spot): Promise<ReturnType<typeof mayWriteAlong>> {
  const verdict = mayWriteAlong(ctx.actor, project)
  if (!verdict.ok) return verdict
  if (spotChanges(await spotOf(ctx, project.id), spot).length === 0) return yes
  await writeSpot(ctx, project.id, spot)
  await record(ctx, 'project.changed', project.id, { title: publicTitle(project), section: 'place' })
  return yes
}
