import { assert } from '#kit/refusal.ts'
import { type CostLine, costTotal, type SectionName, type Sections, type Snapshot, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { raiseVersion, sectionNow, writeCosts, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { insertAcceptance, insertVersion, markSubmitted } from '#modules/proposals/drafting/versions.store.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { acceptedBy, versionsOf } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Completed = { readonly sections: Partial<Sections>; readonly costs?: readonly CostLine[] | undefined }

/** The version that stands at the office, and the number that the next one takes. */
export async function standingVersion(ctx: Ctx, project: Project): Promise<{ standing: Snapshot; next: number }> {
  const versions = await versionsOf(ctx, project.id)
  const standing = versions.find(({ number }) => number === project.version)?.snapshot
  assert(standing, 'what was submitted has its version')
  return { standing, next: (versions[0]?.number ?? 0) + 1 }
}

/** Part of the action by which authors answer a call to complete: the standing version with the parts called for, frozen anew. Whoever freezes accepts with it. */
export async function freezeCompletion(ctx: Ctx, project: Project, completed: Completed): Promise<{ number: number; hash: string }> {
  const { standing, next: number } = await standingVersion(ctx, project)
  const costs = completed.costs ?? standing.costs
  const snapshot: Snapshot = { ...standing, number, sections: { ...standing.sections, ...completed.sections }, costs, total: costTotal(costs) }
  const hash = hashOf(snapshot)
  await insertVersion(ctx, snapshot, hash)
  await insertAcceptance(ctx, project.id, number, { personId: ctx.actor.id, how: 'own' })
  return { number, hash }
}

/** An author accepts the completed version; twice is once. Answers who has accepted it by now. */
export async function acceptCompletion(ctx: Ctx, project: Project, number: number): Promise<readonly string[]> {
  const first = await insertAcceptance(ctx, project.id, number, { personId: ctx.actor.id, how: 'own' })
  if (first) await record(ctx, 'version.accepted', project.id, { title: publicTitle(project), version: number })
  return acceptedBy(ctx, project.id, number)
}

/** The completed version takes the place of the one that stood: what everybody reads is what was handed in. */
export async function takeCompletion(ctx: Ctx, project: Project, number: number): Promise<void> {
  const completed = (await versionsOf(ctx, project.id)).find(one => one.number === number)?.snapshot
  assert(completed, 'it was frozen')
  for (const name of sectionNames) await writeIfChanged(ctx, project.id, name, completed.sections[name])
  await writeCosts(ctx, project.id, project.costsRevision, completed.costs)
  assert(await raiseVersion(ctx, project.id, project.version, number), 'held by this transaction')
  await markSubmitted(ctx, project.id, number)
}

async function writeIfChanged(ctx: Ctx, projectId: string, name: SectionName, text: string): Promise<void> {
  const now = await sectionNow(ctx, projectId, name)
  if (now.content !== text) await writeSection(ctx, projectId, name, now.revision, text)
}
