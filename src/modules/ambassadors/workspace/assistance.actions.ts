import type { Day } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayWork } from '#modules/ambassadors/tenure/terms.rules.ts'
import { findTerm, termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { answeredNews, askedNews } from '#modules/ambassadors/workspace/assistance.mail.tsx'
import {
  type AssistanceAnswer,
  type AssistanceKind,
  type AssistanceStep,
  type AssistanceWhy,
  answerByOf,
  assisting,
  mayAnswer,
} from '#modules/ambassadors/workspace/assistance.rules.ts'
import { findAssistance, insertAssistance, moveAssistance } from '#modules/ambassadors/workspace/assistance.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewRequest = { readonly key: string; readonly kind: AssistanceKind; readonly text: string; readonly wishedOn?: Day | undefined }

/** An ambassador at work asks the office for help; the key of the form makes it one request. */
export async function askAssistance(ctx: Ctx, { key, kind, text, wishedOn }: NewRequest): Promise<Verdict<AssistanceWhy> & { readonly id?: string }> {
  return inTransaction(ctx, async ctx => {
    const own = await termsOf(ctx, ctx.actor.id)
    const term = own.find(({ state }) => state === 'active') ?? own[0]
    const verdict = mayWork(ctx.actor, term)
    if (!verdict.ok || !term) return verdict.ok ? no('not-yours') : verdict
    const id = key.replace(/^key/, 'assistance')
    const row = { id, key, termId: term.id, personId: ctx.actor.id, kind, text, wishedOn, answerBy: answerByOf(ctx.now) }
    if (!(await insertAssistance(ctx, row, assisting.first))) return { ...yes, id }
    await record(ctx, 'assistance.asked', id, { kind })
    const coordinators = await peopleWithRole(ctx, 'coordinator', { editionId: term.editionId })
    await tell(
      ctx,
      coordinators.map(one => one.id),
      askedNews(await findAssistance(ctx, id), term.areaWords),
    )
    return { ...yes, id }
  })
}

const factOf = {
  promise: 'assistance.promised',
  decline: 'assistance.declined',
  finish: 'assistance.done',
  withdraw: 'assistance.withdrawn',
} as const

/** The office answers, or the ambassador no longer needs it; the other side is told. */
export async function stepAssistance(ctx: Ctx, id: string, step: AssistanceStep, given: AssistanceAnswer): Promise<Verdict<AssistanceWhy>> {
  return inTransaction(ctx, async ctx => {
    const of = await findAssistance(ctx, id)
    const verdict = mayAnswer(ctx.actor, step, of, given, ctx.now)
    if (!verdict.ok) return verdict
    const spoken = step === 'promise' || step === 'decline'
    const written = spoken ? { answer: given.answer.trim(), readyOn: step === 'promise' ? given.readyOn : undefined } : {}
    if (!(await moveAssistance(ctx, of, assisting.steps[step].to, written))) return no('wrong-state')
    await record(ctx, factOf[step], id, { kind: of.kind })
    if (step === 'withdraw') return yes
    const area = (await findTerm(ctx, of.termId))?.areaWords ?? ''
    await tell(ctx, [of.personId], answeredNews(factOf[step], await findAssistance(ctx, id), area))
    return yes
  })
}
