import { no, type Verdict, yes } from '#kit/verdict.ts'
import { placeAnewInTalk } from '#modules/discussions/places.actions.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { mayMove } from '#modules/proposals/alone/alone.rules.ts'
import { reopenForEdit } from '#modules/proposals/drafting/drafting.actions.ts'
import { changeTerritory, contentAt } from '#modules/proposals/drafting/drafting.store.ts'
import { keepPlace, type Placed, type SpotWhy, settleSpot } from '#modules/proposals/place/spots.actions.ts'
import { noSpot, type Spot, spotChanges } from '#modules/proposals/place/spots.rules.ts'
import { spotOf, spotRevisionOf } from '#modules/proposals/place/spots.store.ts'
import { fits, mayWrite, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Where the one page says the project is to be: its territory, unless that stays, and the place on the map, with the revision that it was read at. */
export type Whereabouts = { readonly territoryId: string | undefined; readonly placed: Placed; readonly from: number }
type MoveWhy = SpotWhy | Extract<ReturnType<typeof mayMove>, { ok: false }>['why'] | 'wrong-place'
/** Both moved it. `spot` is where it lies now. */
export type PlaceConflict = { readonly ok: false; readonly why: 'conflict'; readonly spot: Spot; readonly revision: number }

/** Moves one person's project. A place that this page has not changed stays as somebody has put it meanwhile; correcting a frozen version opens it again. */
export async function moveAlone(ctx: Ctx, id: string, { territoryId, placed, from }: Whereabouts): Promise<Verdict<MoveWhy> | PlaceConflict> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const writing = mayWrite(ctx.actor, project)
    if (!writing.ok) return writing
    const moved = territoryId !== undefined && territoryId !== project.territoryId
    const settled = await settleSpot(ctx, territoryId ?? project.territoryId, placed)
    if (!settled.ok) return settled
    const { spot } = settled
    const [now, revision] = [await spotOf(ctx, id), await spotRevisionOf(ctx, id)]
    const base = from === revision ? now : ((await contentAt<Spot>(ctx, id, 'spot', from)) ?? noSpot)
    const placedAnew = spotChanges(base, spot).length > 0 && spotChanges(now, spot).length > 0
    if (from !== revision && (moved || placedAnew)) return { ok: false, why: 'conflict', spot: now, revision }
    if (!moved && !placedAnew) return yes
    if (moved) {
      const verdict = mayMove(ctx.actor, project)
      if (!verdict.ok) return verdict
      if (!fits(project.path, (await loadTerritory(ctx, territoryId)).kind)) return no('wrong-place')
    }
    await reopenForEdit(ctx, project)
    if (moved) {
      await changeTerritory(ctx, id, territoryId)
      await placeAnewInTalk(ctx, { subjectId: id, editionId: project.editionId, territoryId, point: spot.point })
      await record(ctx, 'project.changed', id, { title: publicTitle(project), section: 'territory' })
    }
    return keepPlace(ctx, await holdProject(ctx, id), spot)
  })
}
