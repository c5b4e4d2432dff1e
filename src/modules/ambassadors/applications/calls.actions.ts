import { newId } from '#kit/ids.ts'
import { no } from '#kit/verdict.ts'
import { type CallText, type CallWhy, callLimits, mayRunCalls, mayStand, needsReason } from '#modules/ambassadors/applications/calls.rules.ts'
import { findCallByKey, holdEdition, insertCall, listCalls, loadCall, updateCall } from '#modules/ambassadors/applications/calls.store.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Opened = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: CallWhy }

/** Opens a call of an edition; the page shows it at once, and it lets people in on its own days. */
export async function openCall(ctx: Ctx, call: CallText & { readonly key: string; readonly editionId: string }): Promise<Opened> {
  const verdict = mayRunCalls(ctx.actor, call.editionId)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    await holdEdition(ctx, call.editionId)
    const known = await findCallByKey(ctx, call.key)
    if (known) return { ok: true, id: known }
    const edition = await loadEdition(ctx, call.editionId)
    const others = await listCalls(ctx, { editionId: edition.id })
    const standing = mayStand(call, others)
    if (!standing.ok) return standing
    const id = newId('call')
    await insertCall(ctx, { ...call, id, no: Math.max(0, ...others.map(other => other.no)) + 1 })
    await record(ctx, 'ambassador-call.opened', id, { title: edition.title, from: call.from, to: call.to })
    return { ok: true, id }
  })
}

export type CallChange = CallText & { readonly version: number; readonly reason: string }

/** Changes a call. Moving the days of one that has begun needs a reason, which becomes part of the fact. */
export async function changeCall(ctx: Ctx, id: string, change: CallChange): Promise<Opened> {
  return inTransaction(ctx, async ctx => {
    const found = await loadCall(ctx, id)
    const verdict = mayRunCalls(ctx.actor, found.editionId)
    if (!verdict.ok) return verdict
    await holdEdition(ctx, found.editionId)
    const call = await loadCall(ctx, id)
    const others = (await listCalls(ctx, { editionId: call.editionId })).filter(other => other.id !== id)
    const standing = mayStand(change, others)
    if (!standing.ok) return standing
    if (call.version !== change.version) return no('changed-meanwhile')
    if (needsReason(call, change, ctx.now) && change.reason.length < callLimits.reasonMin) return no('reason-missing')
    if (!(await updateCall(ctx, id, change.version, change))) return no('changed-meanwhile')
    const { title } = await loadEdition(ctx, call.editionId)
    await record(ctx, 'ambassador-call.changed', id, { title, from: change.from, to: change.to, reason: change.reason })
    return { ok: true, id }
  })
}
