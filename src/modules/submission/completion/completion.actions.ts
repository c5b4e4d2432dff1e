import { house } from '#kit/actor.ts'
import { type Day, dayOf } from '#kit/dates.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { tell } from '#modules/people/telling.actions.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { acceptCompletion, type Completed, freezeCompletion, standingVersion, takeCompletion } from '#modules/proposals/alone/completing.actions.ts'
import { apart } from '#modules/proposals/drafting/drafting.actions.ts'
import { type CostLine, type MergedCosts, mergeCosts, problemsOf, type Snapshot, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { acceptedBy, holdProject } from '#modules/proposals/proposals.store.ts'
import { answeredNews, calledNews, completionWaitsNews, endedCallNews, extendedNews } from '#modules/submission/completion/completion.mail.tsx'
import {
  type Call,
  type CallablePart,
  type CallWhy,
  completing,
  isUnderWay,
  mayCall,
  mayExtendCall,
  mayFreezeCompletion,
  maySendCompletion,
  mayWriteCompletion,
  type OfficeWhy,
  type PartWritten,
  type SendWhy,
  type WriteWhy,
} from '#modules/submission/completion/completion.rules.ts'
import {
  callsOf,
  insertCall,
  isKnownCall,
  listUnderWay,
  markCallReminded,
  moveCall,
  partAt,
  partsWritten,
  setDue,
  writePart,
} from '#modules/submission/completion/completion.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { type Merged, mergeTexts } from '#platform/merge.ts'

type Asked = { readonly key: string; readonly parts: readonly CallablePart[]; readonly words: string; readonly dueOn: Day }
/** Where the rules leave the answer to the lead, the others are only told. */
export const allMustAgree = ({ rules }: Edition): boolean => rules.formal.allAgree

const findUnderWay = async (ctx: Ctx, projectId: string) => (await callsOf(ctx, projectId)).find(isUnderWay)
const loadUnderWay = async (ctx: Ctx, projectId: string) => (await findUnderWay(ctx, projectId)) ?? notFound('call')

/** A clerk says what is missing, why, and by when; only these parts can be changed in the answer. The same form twice is one call. */
export async function callToComplete(ctx: Ctx, projectId: string, { key, ...asked }: Asked): Promise<Verdict<CallWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    if (await isKnownCall(ctx, key)) return yes
    const { edition } = await termsOf(ctx, project)
    const [newest] = await callsOf(ctx, projectId)
    const verdict = mayCall(ctx.actor, project, { newest, dueOn: asked.dueOn, today: dayOf(ctx.now), ...edition.rules.formal })
    if (!verdict.ok) return verdict
    if (!(await insertCall(ctx, { id: key.replace(/^key/, 'completion'), key, projectId, ...asked }))) return no('already-called')
    await record(ctx, 'completion.called', projectId, { title: publicTitle(project), parts: asked.parts, until: asked.dueOn })
    await tell(ctx, project.authorIds, calledNews(project, asked, edition.rules.formal.notCompleted))
    return yes
  })
}

type Conflict = { readonly ok: false; readonly why: 'conflict'; readonly revision: number; readonly by: string } & (
  | { readonly merged: Merged }
  | MergedCosts
)
export type Written = Verdict<WriteWhy | 'not-called-for' | 'too-long'> | Conflict
/**
 * An author writes one of the parts called for; whoever saved it meanwhile is merged with, never overwritten.
 * What waits for consent is opened again by it.
 */
export async function writeCompletion(
  ctx: Ctx,
  projectId: string,
  written: { part: CallablePart; content: string | readonly CostLine[]; revision: number },
): Promise<Written> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const call = await loadUnderWay(ctx, projectId)
    const verdict = mayWriteCompletion(ctx.actor, { call, project, today: dayOf(ctx.now) })
    if (!verdict.ok) return verdict
    if (!call.parts.includes(written.part)) return no('not-called-for')
    const now = (await partsWritten(ctx, call.id)).find(({ part }) => part === written.part)
    const { standing } = await standingVersion(ctx, project)
    const said = now?.content ?? contentOf(standing, written.part)
    const base = (await partAt(ctx, call.id, written.part, written.revision)) ?? contentOf(standing, written.part)
    const merged = mergedOf(base, written.content, said)
    const at = { revision: now?.revision ?? 0, by: now?.personId ?? '' }
    if ('clash' in merged) return { ok: false, why: 'conflict', ...at, ...merged.clash }
    if (typeof merged.content === 'string' && merged.content.length > textMax) return no('too-long')
    if (JSON.stringify(said) === JSON.stringify(merged.content)) return yes
    assert(await writePart(ctx, call.id, { part: written.part, content: merged.content, revision: at.revision }), 'held by this transaction')
    if (call.state === 'agreeing') await moveCall(ctx, call.id, 'agreeing', completing.steps.reopen.to)
    await record(ctx, 'completion.written', projectId, { title: publicTitle(project) })
    return yes
  })
}
type Content = PartWritten['content']
/** What both wrote in one, or the places where they said different things. */
function mergedOf(base: Content, mine: Content, theirs: Content): { content: Content } | { clash: { merged: Merged } | MergedCosts } {
  if (typeof base === 'string' && typeof mine === 'string' && typeof theirs === 'string') {
    const merged = mergeTexts(base, mine, theirs)
    return merged.conflicts.length === 0 ? { content: merged.text } : { clash: { merged } }
  }
  const { lines, conflicts } = mergeCosts(base as readonly CostLine[], mine as readonly CostLine[], theirs as readonly CostLine[])
  return conflicts.length === 0 ? { content: lines } : { clash: { lines: apart(lines), conflicts } }
}
const contentOf = (snapshot: Snapshot, part: CallablePart) => (part === 'costs' ? snapshot.costs : snapshot.sections[part])

/** The whole project with what the authors wrote in answer. */
export async function completedText(
  ctx: Ctx,
  project: Project,
  call: Call,
): Promise<Completed & Pick<Snapshot, 'sections' | 'costs'> & { changed: boolean }> {
  const [{ standing }, written] = await Promise.all([standingVersion(ctx, project), partsWritten(ctx, call.id)])
  const texts = Object.fromEntries(written.filter(({ part }) => part !== 'costs').map(({ part, content }) => [part, content]))
  const costs = written.find(({ part }) => part === 'costs')?.content as readonly CostLine[] | undefined
  const sections = { ...standing.sections, ...texts }
  const changed = JSON.stringify([sections, costs ?? standing.costs]) !== JSON.stringify([standing.sections, standing.costs])
  return { sections, costs: costs ?? standing.costs, changed }
}

/** The lead freezes the answer for all to accept; where the rules leave it to the lead, it may be handed in at once. */
export async function freezeAnswer(ctx: Ctx, projectId: string): Promise<Verdict<SendWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const call = await loadUnderWay(ctx, projectId)
    const [completed, { limits, edition }] = [await completedText(ctx, project, call), await termsOf(ctx, project)]
    const problems = problemsOf(completed.sections, completed.costs, limits).length
    const verdict = mayFreezeCompletion(ctx.actor, { call, project, today: dayOf(ctx.now), problems, changed: completed.changed })
    if (!verdict.ok) return verdict
    const { number, hash } = await freezeCompletion(ctx, project, completed)
    if (!(await moveCall(ctx, call.id, 'open', completing.steps.freeze.to, { version: number }))) return no('wrong-state')
    await record(ctx, 'completion.frozen', projectId, { title: publicTitle(project), version: number, hash })
    await tell(
      ctx,
      project.authorIds.filter(id => id !== ctx.actor.id),
      completionWaitsNews(project, call, allMustAgree(edition)),
    )
    return yes
  })
}

/** An author accepts the answer that waits. */
export async function acceptAnswer(ctx: Ctx, projectId: string): Promise<Verdict<WriteWhy | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const call = await loadUnderWay(ctx, projectId)
    const verdict = mayWriteCompletion(ctx.actor, { call, project, today: dayOf(ctx.now) })
    if (!verdict.ok) return verdict
    if (call.state !== 'agreeing' || call.version === undefined) return no('wrong-state')
    await acceptCompletion(ctx, project, call.version)
    return yes
  })
}

/** The lead hands the answer in: it takes the place of the version that stood. A second click finds it done. */
export async function sendAnswer(ctx: Ctx, projectId: string): Promise<Verdict<SendWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const [newest] = await callsOf(ctx, projectId)
    const call = newest ?? notFound('call')
    if (call.state === 'answered' && project.leadId === ctx.actor.id) return yes
    const { edition } = await termsOf(ctx, project)
    const acceptedIds = call.version === undefined ? [] : await acceptedBy(ctx, projectId, call.version)
    const asked = { call, project, today: dayOf(ctx.now), acceptedIds, allAgree: allMustAgree(edition) }
    const verdict = maySendCompletion(ctx.actor, asked)
    if (!verdict.ok) return verdict
    if (call.version === undefined || !(await moveCall(ctx, call.id, 'agreeing', completing.steps.answer.to))) return no('wrong-state')
    await takeCompletion(ctx, project, call.version)
    await record(ctx, 'completion.answered', projectId, { title: publicTitle(project), version: call.version })
    await tell(ctx, [...project.authorIds, call.calledBy].filter(Boolean), answeredNews(project, call.version))
    return yes
  })
}

/** The office takes its call back, with a reason for the authors. */
export async function withdrawCall(ctx: Ctx, projectId: string, reason: string): Promise<Verdict<OfficeWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const call = await loadUnderWay(ctx, projectId)
    const verdict = completing.may(ctx.actor, 'withdraw', { state: call.state, project })
    if (!verdict.ok) return verdict
    if (!(await moveCall(ctx, call.id, call.state, completing.steps.withdraw.to, { reason }))) return no('wrong-state')
    await record(ctx, 'completion.withdrawn', projectId, { title: publicTitle(project) })
    await tell(ctx, project.authorIds, endedCallNews(project, 'withdraw', reason))
    return yes
  })
}

/** A later day for the answer, never an earlier one. */
export async function extendCall(ctx: Ctx, projectId: string, dueOn: Day): Promise<Verdict<OfficeWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const call = await loadUnderWay(ctx, projectId)
    if (call.dueOn === dueOn) return yes
    const verdict = mayExtendCall(ctx.actor, { state: call.state, project, dueOn: call.dueOn }, dueOn)
    if (!verdict.ok) return verdict
    if (!(await setDue(ctx, call.id, call.dueOn, dueOn))) return no('wrong-state')
    await record(ctx, 'completion.extended', projectId, { title: publicTitle(project), until: dueOn })
    await tell(ctx, project.authorIds, extendedNews(project, dueOn))
    return yes
  })
}

/** What the house does each night: calls that nobody answered end, and the authors of those that end soon are reminded once. */
export async function closeCalls(ctx: Ctx, today: Day, remindUntil: Day): Promise<void> {
  for (const call of await listUnderWay(ctx, { dueBefore: today }))
    await inTransaction({ ...ctx, actor: house }, async ctx => {
      const project = await holdProject(ctx, call.projectId)
      if (!(await moveCall(ctx, call.id, call.state, completing.steps.lapse.to))) return
      await record(ctx, 'completion.lapsed', project.id, { title: publicTitle(project) })
      await tell(ctx, [...project.authorIds, call.calledBy].filter(Boolean), endedCallNews(project, 'lapse', ''))
    })
  for (const call of await listUnderWay(ctx, { remindUntil }))
    await inTransaction(ctx, async ctx => {
      if (!(await markCallReminded(ctx, call.id))) return
      const project = await holdProject(ctx, call.projectId)
      await record(ctx, 'completion.reminded', project.id, { title: publicTitle(project) })
      await tell(ctx, project.authorIds, calledNews(project, call, (await termsOf(ctx, project)).edition.rules.formal.notCompleted))
    })
}
