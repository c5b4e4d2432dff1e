import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import type { Locale } from '#kit/texts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { actingAs } from '#modules/people/people.actions.ts'
import { isPublicName, normalEmail, type Person } from '#modules/people/people.rules.ts'
import { confirmPerson, findPersonByEmail, insertPerson } from '#modules/people/people.store.ts'
import { codeDigits, codeRules } from '#modules/people/sign-in/codes.rules.ts'
import { type CodePurpose, countCodes, giveTryBack, insertCode, lockEmail, type SentCode, takeTry } from '#modules/people/sign-in/codes.store.ts'
import { openSession } from '#modules/people/sign-in/sessions.store.ts'
import { keyedDigest, newCode, sameDigest } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { postLetter } from '#platform/letters.ts'

/** What the door knows: the secret of the installation and the network address of the visitor (kept only as a keyed digest). */
export type Door = { readonly secret: string; readonly address: string }
export type Written = { readonly subject: string; readonly text: string; readonly html: string }
export type Asked = { readonly ok: true; readonly id: string; readonly code: string } | { readonly ok: false; readonly why: 'too-many' }

/** Sends a code to an e-mail. Whether somebody has an account there changes nothing in the answer. */
export async function askForCode(
  ctx: Ctx,
  door: Door,
  asked: { email: string; purpose?: CodePurpose; personId?: string; write: (code: string) => Written },
): Promise<Asked> {
  const email = normalEmail(asked.email)
  const purpose = asked.purpose ?? 'sign-in'
  const askedFrom = keyedDigest(door.secret, 'address', door.address)
  return inTransaction(ctx, async ctx => {
    await lockEmail(ctx, email)
    const sent = await countCodes(ctx, email, askedFrom)
    if (sent.email >= codeRules.perEmailAnHour || sent.address >= codeRules.perAddressAnHour) return no('too-many')
    const [id, code] = [newId('code'), newCode()]
    const known = asked.personId ?? (await findPersonByEmail(ctx, email))?.id ?? null
    await insertCode(ctx, { id, purpose, email, personId: asked.personId ?? null, digest: digestOf(door, id, code), askedFrom })
    await postLetter(ctx, { personId: known, address: email, ...asked.write(code) })
    return { ...yes, id, code }
  })
}

const digestOf = (door: Door, id: string, code: string) => keyedDigest(door.secret, 'mail-code', `${id} ${code}`)

/** Right code or none. A wrong one has used up a try, also when sixteen come at once. */
export async function tryCode(ctx: Ctx, door: Door, tried: { id: string; code: string; purpose: CodePurpose }): Promise<SentCode | undefined> {
  const sent = await takeTry(ctx, tried.id, tried.purpose)
  return sent && sameDigest(sent.digest, digestOf(door, sent.id, codeDigits(tried.code))) ? sent : undefined
}

type EnteringWhy = 'wrong-code' | 'bad-name'
export type Entered =
  | (Extract<Verdict, { ok: true }> & { readonly token: string; readonly personId: string; readonly first: boolean })
  | { readonly ok: false; readonly why: EnteringWhy }
  /** The code is right and waits: the first time, a public name is chosen before anything is kept. */
  | { readonly ok: false; readonly why: 'name-needed'; readonly name: string }

/** Signs in with a code from a letter. The first time a name comes with it. */
export async function enterWithCode(ctx: Ctx, door: Door, tried: { id: string; code: string; name?: string; device: string }): Promise<Entered> {
  return inTransaction(ctx, async ctx => {
    const sent = await tryCode(ctx, door, { ...tried, purpose: 'sign-in' })
    if (!sent) return no('wrong-code')
    const known = await findPersonByEmail(ctx, sent.email)
    const first = !known?.named
    const name = tried.name ?? ''
    const why = first && tried.name === undefined ? 'name-needed' : first && !isPublicName(name) ? 'bad-name' : undefined
    await giveTryBack(ctx, sent.id, why === undefined)
    if (why) return why === 'name-needed' ? { ok: false, why, name: known?.name ?? '' } : no(why)
    const person = first ? await welcome(ctx, sent.email, name, ctx.locale) : known
    await confirmPerson(ctx, person.id)
    return { ...yes, token: await openSession(ctx, person.id, tried.device), personId: person.id, first }
  })
}

/** Makes the account, or gives a name to the one made by an invitation. Two at once end in one. */
export async function welcome(ctx: Ctx, email: string, name: string, locale: Locale): Promise<Person> {
  return inTransaction(ctx, async ctx => {
    await lockEmail(ctx, email)
    const id = newId('person')
    const made = await insertPerson(ctx, { id, name, named: true, email, confirmed: true, locale })
    const person = await findPersonByEmail(ctx, email)
    assert(person, 'a person with this e-mail must be here by now')
    const named = made || (!person.named && (await confirmPerson(ctx, person.id, name)))
    const self = actingAs(ctx, person.id)
    if (named) await record(self, 'person.joined', person.id, {})
    return named ? { ...person, name, named } : person
  })
}
