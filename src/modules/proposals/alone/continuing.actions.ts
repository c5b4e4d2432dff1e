import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { placeInTalk } from '#modules/discussions/places.actions.ts'
import { insertAuthor } from '#modules/proposals/authors/authors.store.ts'
import { type CostLine, type SectionName, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { insertProject, moveProject, writeCosts, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import type { Spot } from '#modules/proposals/place/spots.rules.ts'
import { writeSpot } from '#modules/proposals/place/spots.store.ts'
import { drafting, type Project } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'

type Continued = Pick<Project, 'path' | 'editionId' | 'territoryId' | 'ideaId'> & {
  readonly spot: Spot
  readonly authorIds: readonly string[]
  readonly texts: Readonly<Partial<Record<SectionName, string>>>
  readonly costs: readonly CostLine[]
}

/** Part of the action by which authors join or divide their drafts: the shared draft in which they go on, led by the first. Answers its id. */
export async function addContinuingDraft(ctx: Ctx, { authorIds, texts, costs, spot, ...like }: Continued): Promise<string> {
  const id = newId('project')
  const row = { ...like, point: spot.point, id, key: id.replace(/^project/, 'key'), visibility: 'shared' as const, leadId: authorIds[0] ?? '' }
  assert(await insertProject(ctx, row), 'a fresh id')
  if (spot.line || spot.area) await writeSpot(ctx, id, spot)
  for (const personId of authorIds) await insertAuthor(ctx, { id: newId('author'), projectId: id, personId, state: 'accepted', expiresAt: null })
  for (const section of sectionNames) if (texts[section]) await writeSection(ctx, id, section, 0, texts[section])
  if (costs.length > 0)
    await writeCosts(
      ctx,
      id,
      0,
      costs.map(line => ({ ...line, id: newId('line') })),
    )
  await placeInTalk(ctx, { ...row, subjectId: id })
  return id
}

/** It goes on in another draft. */
export async function letDraftGoOn(ctx: Ctx, { id, state }: Pick<Project, 'id' | 'state'>): Promise<void> {
  assert(await moveProject(ctx, id, state, drafting.steps.goOn.to), 'held by this transaction')
}
/** It is written by itself again; one that ended meanwhile, because its last author left, stays ended. */
export async function bringDraftBack(ctx: Ctx, { id, state }: Pick<Project, 'id' | 'state'>): Promise<void> {
  if (state !== 'continued') return
  assert(await moveProject(ctx, id, 'continued', drafting.steps.comeBack.to), 'held by this transaction')
}
