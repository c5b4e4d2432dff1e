import { addDays, dayOf } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { bringBack, type Going, goOn } from '#modules/merging/going-on.actions.ts'
import { askedNews, doneNews, endedNews, rewrittenNews } from '#modules/merging/merging.mail.tsx'
import {
  type Answer,
  type AnswerWhy,
  type Choices,
  consenting,
  hasConsentOfAll,
  type Merging,
  type MergingKind,
  mayAnswer,
  mayPropose,
  mayUndo,
  type ProposeWhy,
  type Side,
  type UndoWhy,
} from '#modules/merging/merging.rules.ts'
import {
  findMergingByKey,
  holdMerging,
  insertMerging,
  listMergingsOf,
  loadMerging,
  moveMerging,
  writeAnswer,
  writeChoices,
} from '#modules/merging/mergings.store.ts'
import { digestOf, holdSides, loadSides } from '#modules/merging/sides.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import type { Hanging } from '#platform/hangings.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

export type Proposal = {
  readonly key: string
  readonly kind: MergingKind
  readonly ids: readonly string[]
  readonly words: string
  readonly choices: Choices
  readonly days: number
}
const isWaiting = async (ctx: Ctx, ids: readonly string[]) => (await listMergingsOf(ctx, ids)).some(({ state }) => state === 'proposed')
export const authorsOfSides = (sides: readonly Pick<Side, 'authorIds'>[]): string[] => [...new Set(sides.flatMap(side => side.authorIds))]

/** May this be proposed now? The page and the action ask the same. */
export async function mayProposeFor(ctx: Ctx, sides: readonly Side[]): Promise<Verdict<ProposeWhy>> {
  const ids = sides.map(({ id }) => id)
  return mayPropose(ctx.actor, sides, await isWaiting(ctx, ids))
}

/** Proposes to join two or to divide one. Whoever proposes it and is an author has thereby agreed. Sent twice it is one proposal. */
export async function proposeMerging(ctx: Ctx, hangings: readonly Hanging[], proposal: Proposal): Promise<Verdict<ProposeWhy> & { id?: string }> {
  return inTransaction(ctx, async ctx => {
    const known = await findMergingByKey(ctx, proposal.key)
    if (known) return { ...yes, id: known }
    const sides = await holdSides(ctx, proposal.ids)
    const verdict = await mayProposeFor(ctx, sides)
    if (!verdict.ok) return verdict
    const id = proposal.key.replace(/^key/, 'merging')
    const title = sides.map(side => side.title).join(' + ')
    const answerBy = addDays(dayOf(ctx.now), proposal.days)
    const { key, kind, words, choices } = proposal
    await insertMerging(ctx, { id, key, kind, sourceIds: proposal.ids, title, words, choices, seen: digestOf(sides), answerBy })
    for (const side of sides) await addOrigin(ctx, side.id, id)
    await record(ctx, 'merging.proposed', id, { title })
    const merging = await loadMerging(ctx, id)
    const authors = authorsOfSides(sides)
    await tell(
      ctx,
      authors.filter(author => author !== ctx.actor.id),
      askedNews(merging),
    )
    if (authors.includes(ctx.actor.id)) await take(ctx, hangings, merging, sides, { answer: 'yes', follows: 'both', reason: '' })
    return { ...yes, id }
  })
}

type Given = Omit<Answer, 'personId'> & { readonly revision: number }
/** An author's yes or no to the words of this revision. One no ends it; the last yes carries it out. */
export async function answerMerging(ctx: Ctx, hangings: readonly Hanging[], id: string, given: Given): Promise<Verdict<AnswerWhy>> {
  return inTransaction(ctx, async ctx => {
    const merging = await holdMerging(ctx, id)
    const sides = await holdSides(ctx, merging.sourceIds)
    const { answer, follows, reason, revision } = given
    const before = merging.answers.find(({ personId }) => personId === ctx.actor.id)
    if (before?.answer === answer && before.follows === follows && before.reason === reason) return yes
    const verdict = mayAnswer(ctx.actor, { ...merging, authorIds: authorsOfSides(sides) }, dayOf(ctx.now))
    if (!verdict.ok) return verdict
    if (answer === 'yes' && (revision !== merging.revision || digestOf(sides) !== merging.seen)) return no('old-text')
    return take(ctx, hangings, merging, sides, { answer, follows, reason })
  })
}

async function take(
  ctx: Ctx,
  hangings: readonly Hanging[],
  merging: Merging,
  sides: readonly Side[],
  given: Omit<Answer, 'personId'>,
): Promise<Verdict<AnswerWhy>> {
  await writeAnswer(ctx, merging.id, given)
  if (given.answer === 'no') return end(ctx, merging, sides, 'refuse', given.reason)
  await record(ctx, 'merging.consented', merging.id, { title: merging.title })
  const now = await loadMerging(ctx, merging.id)
  const shut = sides.find(side => !side.open.ok)
  if (hasConsentOfAll(now, authorsOfSides(sides)) && !shut) await carryOut(ctx, hangings, now, sides)
  return yes
}

const endings = { refuse: 'merging.refused', lapse: 'merging.lapsed', withdraw: 'merging.withdrawn' } as const

/** Refused, lapsed or taken back: everything stays as it was, and it may be proposed again. */
export async function end(
  ctx: Ctx,
  merging: Merging,
  sides: readonly Side[],
  step: keyof typeof endings,
  reason: string,
): Promise<Verdict<'wrong-state'>> {
  const to = consenting.steps[step].to
  if (!(await moveMerging(ctx, merging.id, merging.state, to, { reason }))) return no('wrong-state')
  await record(ctx, endings[step], merging.id, { title: merging.title })
  const told = [...authorsOfSides(sides), merging.proposedBy].filter(id => id !== '' && id !== ctx.actor.id)
  await tell(ctx, told, endedNews(merging, step, reason))
  return yes
}

async function carryOut(ctx: Ctx, hangings: readonly Hanging[], merging: Merging, sides: readonly Side[]): Promise<void> {
  const { resultIds, backers }: Going = await goOn(ctx, hangings, merging, sides)
  assert(await moveMerging(ctx, merging.id, 'proposed', consenting.steps.agree.to, { resultIds }), 'held by this transaction')
  for (const id of resultIds) await addOrigin(ctx, merging.id, id)
  await record(ctx, 'merging.agreed', merging.id, { title: merging.title, kind: merging.kind, results: resultIds })
  await tell(ctx, authorsOfSides(sides), doneNews({ ...merging, resultIds }, 'author'))
  await tell(ctx, backers, doneNews({ ...merging, resultIds }, 'backer'))
}

/** Other words for the result, by an author, over the revision they saw. The others are asked anew. */
export async function rewriteMerging(
  ctx: Ctx,
  id: string,
  written: { readonly choices: Choices; readonly revision: number },
): Promise<Verdict<AnswerWhy>> {
  return inTransaction(ctx, async ctx => {
    const merging = await holdMerging(ctx, id)
    const sides = await holdSides(ctx, merging.sourceIds)
    const authorIds = authorsOfSides(sides)
    const verdict = mayAnswer(ctx.actor, { ...merging, authorIds }, dayOf(ctx.now))
    if (!verdict.ok) return verdict
    if (!(await writeChoices(ctx, id, written.revision, written.choices, digestOf(sides)))) return no('old-text')
    await writeAnswer(ctx, id, { answer: 'yes', follows: 'both', reason: '' })
    await record(ctx, 'merging.rewritten', id, { title: merging.title })
    await tell(
      ctx,
      authorIds.filter(author => author !== ctx.actor.id),
      rewrittenNews(merging),
    )
    return yes
  })
}

export async function withdrawMerging(ctx: Ctx, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const merging = await holdMerging(ctx, id)
    const sides = await loadSides(ctx, merging.sourceIds)
    const verdict = consenting.may(ctx.actor, 'withdraw', { ...merging, authorIds: authorsOfSides(sides) })
    return verdict.ok ? end(ctx, merging, sides, 'withdraw', '') : verdict
  })
}

/** Each original is again as it was; what came since goes to `heir`, one of them. */
export async function undoMerging(
  ctx: Ctx,
  hangings: readonly Hanging[],
  id: string,
  undoing: { readonly heir: string; readonly reason: string },
): Promise<Verdict<UndoWhy>> {
  return inTransaction(ctx, async ctx => {
    const merging = await holdMerging(ctx, id)
    const [originals, results] = [await holdSides(ctx, merging.sourceIds), await holdSides(ctx, merging.resultIds)]
    const authorIds = authorsOfSides([...originals, ...results])
    const verdict = mayUndo(ctx.actor, { ...merging, authorIds }, results)
    if (!verdict.ok) return verdict
    const heir = originals.find(side => side.id === undoing.heir) ?? originals[0]
    assert(heir, 'a merging has originals')
    const backers = await bringBack(ctx, hangings, merging, { originals, results, heir: heir.id })
    assert(await moveMerging(ctx, id, 'agreed', consenting.steps.undo.to, { reason: undoing.reason }), 'held by this transaction')
    await record(ctx, 'merging.undone', id, { title: merging.title, kind: merging.kind })
    await tell(ctx, new Set([...authorIds, ...backers].filter(one => one !== ctx.actor.id)), endedNews(merging, 'undo', undoing.reason))
    return yes
  })
}
