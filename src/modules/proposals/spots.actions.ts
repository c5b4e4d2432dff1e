import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type AreaWhy, settleDrawnArea } from '#modules/programme/drawn-areas.store.ts'
import { districtAt, loadTerritory } from '#modules/programme/territories.store.ts'
import { mayWriteAlong, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { spotOf, writeSpot } from '#modules/proposals/spots.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type SpotWhy = Extract<ReturnType<typeof mayWriteAlong>, { ok: false }>['why'] | AreaWhy | 'point-elsewhere'

/** Puts the project on the map. A project of a district lies in it; what was drawn may reach over the border, but not lie beyond it. */
export async function placeProject(ctx: Ctx, projectId: string, placed: { point: Point | undefined; drawn: string }): Promise<Verdict<SpotWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWriteAlong(ctx.actor, project)
    if (!verdict.ok) return verdict
    const territory = await loadTerritory(ctx, project.territoryId)
    const elsewhere = (id: string | undefined) => territory.kind === 'district' && id !== territory.id
    if (placed.point && elsewhere((await districtAt(ctx, placed.point))?.id)) return no('point-elsewhere')
    const settled = placed.drawn.trim() === '' ? undefined : await settleDrawnArea(ctx, placed.drawn)
    if (settled && !settled.ok) return settled
    if (settled?.districts.every(({ id }) => elsewhere(id))) return no('area-elsewhere')
    const spot = { point: placed.point, area: settled?.area }
    if (JSON.stringify(spot) === JSON.stringify(await spotOf(ctx, projectId))) return yes
    await writeSpot(ctx, projectId, spot)
    await record(ctx, 'project.changed', projectId, { title: publicTitle(project), section: 'place' })
    return yes
  })
}
