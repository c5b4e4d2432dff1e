import { dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Application, applying } from '#modules/ambassadors/applications/applications.rules.ts'
import {
  holdApplication,
  holdCall,
  lastWaitingNo,
  loadApplication,
  type Move,
  moveApplication,
  moveUpTheList,
} from '#modules/ambassadors/applications/applications.store.ts'
import { decisionNews } from '#modules/ambassadors/applications/decisions.mail.tsx'
import { type Deciding, type Decision, type DecisionWhy, letterNo, mayDecide } from '#modules/ambassadors/applications/decisions.rules.ts'
import { insertDecision } from '#modules/ambassadors/applications/decisions.store.ts'
import { startTerm } from '#modules/ambassadors/tenure/terms.actions.ts'
import { nextNumber } from '#modules/ambassadors/tenure/terms.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Decides on one application: a step, a numbered letter, a fact, news; an acceptance begins a term. All or nothing, and only once. */
export async function decideApplication(ctx: Ctx, id: string, deciding: Deciding): Promise<Verdict<DecisionWhy>> {
  return inTransaction(ctx, async ctx => {
    // the list before the application, as whoever moves somebody up the list does
    if (deciding.kind === 'wait') await holdCall(ctx, (await loadApplication(ctx, id)).callId)
    const one = await holdApplication(ctx, id)
    const verdict = mayDecide(ctx.actor, deciding, one, ctx.now)
    if (!verdict.ok) return verdict
    const { kind } = deciding
    if (!(await moveApplication(ctx, one, applying.steps[kind].to, await moveOf(ctx, one, deciding)))) return no('changed-meanwhile')
    const edition = await loadEdition(ctx, one.editionId)
    const decision = await writeDecision(ctx, one, deciding)
    await recordDecision(ctx, decision, edition.title)
    if (kind === 'accept') await beginTerm(ctx, one)
    await tell(ctx, [one.personId], decisionNews(decision, edition.title))
    return yes
  })
}

async function moveOf(ctx: Ctx, one: Application, { kind, reason, dueOn }: Deciding): Promise<Move> {
  if (kind === 'complete') return { missing: reason.trim(), ...(dueOn && { dueOn }) }
  if (kind !== 'wait') return {}
  return { waitingNo: (await lastWaitingNo(ctx, one.callId)) + 1 }
}

async function writeDecision(ctx: Ctx, one: Application, { kind, reason, dueOn }: Deciding): Promise<Omit<Decision, 'byId' | 'at'>> {
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const number = letterNo(await nextNumber(ctx, 'letter', year), year)
  const due = kind === 'complete' ? (dueOn ?? null) : null
  const decision = { id: newId('decision'), applicationId: one.id, number, kind, reason: reason.trim(), dueOn: due }
  await insertDecision(ctx, decision)
  return decision
}

async function recordDecision(ctx: Ctx, { applicationId: id, kind, number, dueOn }: Omit<Decision, 'byId' | 'at'>, title: string): Promise<void> {
  if (kind === 'complete') await record(ctx, 'application.called', id, { title, number, dueOn: dueOn ?? '' })
  if (kind === 'accept') await record(ctx, 'application.accepted', id, { title, number })
  if (kind === 'wait') await record(ctx, 'application.put-on-list', id, { title, number })
  if (kind === 'reject') await record(ctx, 'application.rejected', id, { title, number })
}

async function beginTerm(ctx: Ctx, one: Application): Promise<void> {
  const { personId, editionId, districtIds, content } = one
  const named = (await listDistricts(ctx)).filter(district => districtIds.includes(district.id)).map(district => territoryTitle(district))
  const areaWords = content.areaWords.trim() || content.streets.join(', ') || named.join(', ')
  await startTerm(ctx, { personId, applicationId: one.id, editionId, districtIds, area: one.area ?? undefined, areaWords, forms: content.forms })
}

export type Chosen = { readonly id: string; readonly version: number }
/** The same decision on several; each stands for itself, so one that has moved meanwhile does not hold up the others. */
export async function decideApplications(
  ctx: Ctx,
  chosen: readonly Chosen[],
  deciding: Omit<Deciding, 'version'>,
): Promise<{ done: number; refused: number }> {
  let done = 0
  for (const { id, version } of chosen) if ((await decideApplication(ctx, id, { ...deciding, version })).ok) done += 1
  return { done, refused: chosen.length - done }
}

/** Moves somebody one place up the waiting list. */
export async function moveUp(ctx: Ctx, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const one = await loadApplication(ctx, id)
    const verdict = applying.may(ctx.actor, 'accept', one)
    if (!verdict.ok) return verdict
    await holdCall(ctx, one.callId)
    if (one.state !== 'waiting' || !(await moveUpTheList(ctx, one))) return no('wrong-state')
    await record(ctx, 'application.moved-up', id, { title: (await loadEdition(ctx, one.editionId)).title })
    return yes
  })
}
