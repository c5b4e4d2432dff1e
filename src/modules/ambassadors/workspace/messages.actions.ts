import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayWork } from '#modules/ambassadors/tenure/terms.rules.ts'
import { findTerm, loadTerm } from '#modules/ambassadors/tenure/terms.store.ts'
import { messageNews, replyNews } from '#modules/ambassadors/workspace/messages.mail.tsx'
import { mayWriteTo, type WriteWhy } from '#modules/ambassadors/workspace/messages.rules.ts'
import { countSent, insertMessage, isSent, loadMessage, lockSender, writeReply } from '#modules/ambassadors/workspace/messages.store.ts'
import { addressOf, namesOf } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

const day = 86_400_000
export type NewMessage = { readonly key: string; readonly termId: string; readonly text: string; readonly showsAddress: boolean }

/** A resident writes to an ambassador: it goes by mail and waits in the workspace; neither learns the other's address unless the sender shows theirs. */
export async function writeToAmbassador(ctx: Ctx, { key, termId, text, showsAddress }: NewMessage): Promise<Verdict<WriteWhy>> {
  return inTransaction(ctx, async ctx => {
    await lockSender(ctx)
    if (await isSent(ctx, key)) return yes
    const term = await findTerm(ctx, termId)
    const verdict = mayWriteTo(ctx.actor, term, await countSent(ctx, new Date(ctx.now.getTime() - day)))
    if (!verdict.ok || !term) return verdict
    const id = key.replace(/^key/, 'message')
    if (!(await insertMessage(ctx, { id, key, termId, text, showsAddress }))) return yes
    await record(ctx, 'ambassador.written-to', termId, {})
    const { email } = await addressOf(ctx, ctx.actor.id)
    const replyTo = showsAddress ? email : undefined
    await tell(ctx, [term.personId], messageNews(term, { name: ctx.actor.name, text, replyTo }))
    return yes
  })
}

/** The ambassador answers from the workspace; the sender gets it by mail, without the ambassador's address. */
export async function answerMessage(ctx: Ctx, id: string, reply: string): Promise<Verdict<'not-yours' | 'not-active' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const message = await loadMessage(ctx, id)
    const term = await loadTerm(ctx, message.termId)
    const verdict = mayWork(ctx.actor, term)
    if (!verdict.ok) return verdict
    if (!(await writeReply(ctx, id, reply))) return no('wrong-state')
    await record(ctx, 'ambassador.answered', term.id, {})
    const name = (await namesOf(ctx, [term.personId])).get(term.personId) ?? ''
    await tell(ctx, [message.fromId], replyNews(term, { name, text: message.text, reply }))
    return yes
  })
}
