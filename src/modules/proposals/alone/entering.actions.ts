import { assert } from '#kit/refusal.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { placeInTalk } from '#modules/discussions/places.actions.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { insertAuthor } from '#modules/proposals/authors/authors.store.ts'
import {
  type CostLine,
  costTotal,
  type Problem,
  problemsOf,
  type Sections,
  type Snapshot,
  sectionNames,
} from '#modules/proposals/drafting/drafting.rules.ts'
import { dropUnborn, insertProject, moveProject, writeCosts, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import { hashOf, isBarred, numberOf } from '#modules/proposals/drafting/versions.actions.ts'
import { insertAcceptance, insertVersion, markSubmitted } from '#modules/proposals/drafting/versions.store.ts'
import { hasSubmittedEnough, holdSubmissionsOf, termsOf } from '#modules/proposals/limits.store.ts'
import { tellSubmitted } from '#modules/proposals/news.actions.ts'
import { drafting, fits } from '#modules/proposals/proposals.rules.ts'
import { findProjectByKey, loadProject } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type PaperProposal = {
  readonly key: string
  readonly personId: string
  readonly territoryId: string
  readonly sections: Sections
  readonly costs: readonly CostLine[]
}
type EnterWhy = 'no-edition' | 'wrong-place' | 'incomplete' | 'enough' | 'twin'
export type EnteredProposal =
  | (Verdict<EnterWhy> & { readonly problems?: readonly Problem[] })
  | { readonly ok: true; readonly id: string; readonly publicNo: string }

/** Part of the action by which the office writes down a signed paper form: the project of one person, submitted at once. The same form twice is one project. */
export async function addPaperProposal(ctx: Ctx, paper: PaperProposal): Promise<EnteredProposal> {
  const { key, personId, territoryId, sections, costs } = paper
  const [edition, territory, known] = [await findCurrentEdition(ctx), await loadTerritory(ctx, territoryId), await findProjectByKey(ctx, key)]
  if (!edition) return no('no-edition')
  if (known) return { ok: true, id: known.id, publicNo: (await loadProject(ctx, known.id)).publicNo ?? '' }
  if (!fits('individual', territory.kind)) return no('wrong-place')
  const terms = await termsOf(ctx, { editionId: edition.id, territoryId })
  const problems = problemsOf(sections, costs, terms.limits)
  if (problems.length > 0) return { ...no('incomplete'), problems }
  await holdSubmissionsOf(ctx, personId)
  if (await hasSubmittedEnough(ctx, edition, personId)) return no('enough')
  const id = key.replace(/^key/, 'project')
  const row = {
    id,
    key,
    path: 'individual' as const,
    visibility: 'shared' as const,
    editionId: edition.id,
    territoryId,
    leadId: personId,
    ideaId: undefined,
  }
  assert(await insertProject(ctx, { ...row, point: undefined }), 'its key is new')
  for (const name of sectionNames) await writeSection(ctx, id, name, 0, sections[name])
  if (await isBarred(ctx, await loadProject(ctx, id), terms)) {
    await dropUnborn(ctx, id)
    return no('twin')
  }
  await insertAuthor(ctx, {
    id: id.replace(/^project/, 'author'),
    projectId: id,
    personId,
    state: 'accepted',
    expiresAt: null,
    recordedBy: ctx.actor.id,
  })
  await placeInTalk(ctx, { ...row, point: undefined, subjectId: id })
  if (costs.length > 0) await writeCosts(ctx, id, 0, costs)
  return handIn(ctx, { projectId: id, number: 1, sections, costs, total: costTotal(costs) }, personId)
}

/** Frozen, signed and submitted in one: the signature stands on the paper. */
async function handIn(ctx: Ctx, snapshot: Snapshot, personId: string): Promise<EnteredProposal> {
  const { projectId: id, number: version, sections } = snapshot
  const title = sections.title
  const hash = hashOf(snapshot)
  await record(ctx, 'project.started', id, { title })
  assert(await moveProject(ctx, id, 'draft', drafting.steps.freeze.to, { version }), 'it is new')
  await insertVersion(ctx, snapshot, hash)
  await insertAcceptance(ctx, id, version, { personId, how: 'signature' })
  await record(ctx, 'project.frozen', id, { title, version, hash })
  await record(ctx, 'version.signed', id, { title, version, personId })
  const project = await loadProject(ctx, id)
  const publicNo = await numberOf(ctx, project, await termsOf(ctx, project))
  assert(await moveProject(ctx, id, 'agreeing', drafting.steps.submit.to, { publicNo }), 'it is new')
  await markSubmitted(ctx, id, version)
  await record(ctx, 'project.submitted', id, { title, publicNo, version })
  await tellSubmitted(ctx, project, { publicNo, hash })
  return { ok: true, id, publicNo }
}
