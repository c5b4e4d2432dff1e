import { no, yes } from '#kit/verdict.ts'
import { joinRecord } from '#modules/people/joining.actions.ts'
import { actingAs } from '#modules/people/people.actions.ts'
import { mayMakeTakeoverCode, normalEmail, type Person } from '#modules/people/people.rules.ts'
import { findPersonByEmail, loadPerson, updateEmail } from '#modules/people/people.store.ts'
import { printedCode } from '#modules/people/sign-in/codes.rules.ts'
import { giveTryBack, lockEmail } from '#modules/people/sign-in/codes.store.ts'
import { openSession } from '#modules/people/sign-in/sessions.store.ts'
import { askForCode, type Door, tryCode, type Written } from '#modules/people/sign-in/sign-in.actions.ts'
import {
  countTakeoverTry,
  keepTakeoverCode,
  makerOfTakeoverCode,
  personByTakeoverCode,
  spendTakeoverCode,
} from '#modules/people/sign-in/takeover.store.ts'
import { keyedDigest, newPrintedCode } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { type Better, countRowsWith } from '#platform/unite.ts'

const digestOf = (door: Pick<Door, 'secret'>, code: string) => keyedDigest(door.secret, 'takeover', printedCode(code))

export type CodeMade = { readonly ok: true; readonly code: string } | Extract<ReturnType<typeof mayMakeTakeoverCode>, { ok: false }>

/** A code to print and hand over. It is shown once; only its digest is kept. */
export async function makeTakeoverCode(ctx: Ctx, door: Pick<Door, 'secret'>, personId: string): Promise<CodeMade> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayMakeTakeoverCode(ctx.actor, await loadPerson(ctx, personId))
    if (!verdict.ok) return verdict
    const code = newPrintedCode()
    await keepTakeoverCode(ctx, personId, digestOf(door, code))
    await record(ctx, 'takeover-code.made', personId, {})
    return { ...yes, code }
  })
}

export type TakeoverAsked =
  | { readonly ok: true; readonly id: string; readonly code: string }
  | { readonly ok: false; readonly why: 'wrong-printed-code' | 'too-many' }

/** First step: the printed code fits, so a letter goes to the e-mail the person gave. */
export async function askForTakeover(
  ctx: Ctx,
  door: Door,
  asked: { printed: string; email: string; write: (code: string) => Written },
): Promise<TakeoverAsked> {
  return inTransaction(ctx, async ctx => {
    if (!(await countTakeoverTry(ctx, keyedDigest(door.secret, 'address', door.address)))) return no('too-many')
    const personId = await personByTakeoverCode(ctx, digestOf(door, asked.printed))
    if (!personId) return no('wrong-printed-code')
    return askForCode(ctx, door, { email: normalEmail(asked.email), purpose: 'new-email', personId, write: asked.write })
  })
}

export type TakenOver =
  | { readonly ok: true; readonly token: string; readonly name: string }
  | { readonly ok: false; readonly why: 'wrong-code' | 'wrong-printed-code' }
  /** The e-mail has an account: the person is asked first, with how much of the record would go there. */
  | { readonly ok: false; readonly why: 'join'; readonly name: string; readonly record: string; readonly rows: number }
  | { readonly ok: false; readonly why: 'own-code' }
  | { readonly ok: true; readonly joined: true }

type Tried = { readonly id: string; readonly code: string; readonly printed: string; readonly device: string; readonly join: boolean }

/** Second step: the letter arrived, so the record becomes the account of this e-mail, or part of the one that has it. Never silently. */
export async function takeOver(ctx: Ctx, door: Door, tried: Tried, better: Better): Promise<TakenOver> {
  return inTransaction(ctx, async ctx => {
    const sent = await tryCode(ctx, door, { ...tried, purpose: 'new-email' })
    if (!sent?.personId) return no('wrong-code')
    const digest = digestOf(door, tried.printed)
    if ((await personByTakeoverCode(ctx, digest)) !== sent.personId) return no('wrong-printed-code')
    await lockEmail(ctx, sent.email)
    const owner = await findPersonByEmail(ctx, sent.email)
    if (owner) return join(ctx, { ...sent, personId: sent.personId }, digest, owner, tried.join, better)
    if (!(await spendTakeoverCode(ctx, sent.personId, digest))) return no('wrong-printed-code')
    await giveTryBack(ctx, sent.id, true)
    await updateEmail(ctx, sent.personId, sent.email)
    const self = actingAs(ctx, sent.personId)
    await record(self, 'person.taken-over', sent.personId, {})
    const { name } = await loadPerson(ctx, sent.personId)
    return { ...yes, token: await openSession(ctx, sent.personId, tried.device), name }
  })
}

/** What only serves to reach a person and to let them in does not go to the account. */
const keptForTheWay = ['takeover_codes', 'sign_in_codes', 'letters', 'phone_news', 'sessions', 'passkey_challenges']

/** Whoever printed the code for somebody else cannot use it for their own account. */
async function join(
  ctx: Ctx,
  sent: { id: string; personId: string },
  digest: Buffer,
  owner: Person,
  confirmed: boolean,
  better: Better,
): Promise<TakenOver> {
  await giveTryBack(ctx, sent.id, confirmed)
  if ((await makerOfTakeoverCode(ctx, sent.personId)) === owner.id) return no('own-code')
  if (!confirmed) {
    const [{ name: record }, rows] = [await loadPerson(ctx, sent.personId), await countRowsWith(ctx, sent.personId, keptForTheWay)]
    return { ok: false, why: 'join', name: owner.name, record, rows }
  }
  if (!(await spendTakeoverCode(ctx, sent.personId, digest))) return no('wrong-printed-code')
  await joinRecord(actingAs(ctx, owner.id), sent.personId, owner.id, better)
  return { ok: true, joined: true }
}
