import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isPublicName, mayKeepProfile, type Person, shownName } from '#modules/people/people.rules.ts'
import { findPersonByEmail, loadPerson, markFailing, updateEmail, updateProfile } from '#modules/people/people.store.ts'
import { giveTryBack, lockEmail } from '#modules/people/sign-in/codes.store.ts'
import { type Asked, askForCode, type Door, tryCode, type Written } from '#modules/people/sign-in/sign-in.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { postLetter } from '#platform/letters.ts'

type Profile = Pick<Person, 'name' | 'nameShown' | 'locale' | 'mailWish' | 'version'>

export async function saveProfile(
  ctx: Ctx,
  { version, nameShown, ...profile }: Profile,
): Promise<Verdict<'not-yours' | 'bad-name' | 'edited-meanwhile'>> {
  const { id } = ctx.actor
  const verdict = mayKeepProfile(ctx.actor, id)
  if (!verdict.ok) return verdict
  if (!isPublicName(profile.name)) return no('bad-name')
  return inTransaction(ctx, async ctx => {
    const names = { name: shownName(profile.name, nameShown), wholeName: profile.name }
    if (!(await updateProfile(ctx, id, version, { ...profile, ...names }))) return no('edited-meanwhile')
    await record(ctx, 'profile.changed', id, {})
    return yes
  })
}

/** Sends a code to the new address; the old one stays until the code is typed in. */
export const askForNewEmail = (ctx: Ctx, door: Door, email: string, write: (code: string) => Written): Promise<Asked> =>
  askForCode(ctx, door, { email, purpose: 'new-email', personId: ctx.actor.id, write })

export async function confirmNewEmail(
  ctx: Ctx,
  door: Door,
  tried: { id: string; code: string; notice: Written },
): Promise<Verdict<'wrong-code' | 'email-taken'>> {
  return inTransaction(ctx, async ctx => {
    const sent = await tryCode(ctx, door, { ...tried, purpose: 'new-email' })
    if (!sent || sent.personId !== ctx.actor.id) return no('wrong-code')
    await giveTryBack(ctx, sent.id, true)
    return changeEmail(ctx, await loadPerson(ctx, ctx.actor.id), sent.email, tried.notice)
  })
}

/** The address is proven by now. One e-mail is one person, so somebody else's stays theirs. */
async function changeEmail(ctx: Ctx, person: Person, email: string, notice: Written): Promise<Verdict<'email-taken'>> {
  await lockEmail(ctx, email)
  const owner = await findPersonByEmail(ctx, email)
  if (owner && owner.id !== person.id) return no('email-taken')
  await updateEmail(ctx, person.id, email)
  await record(ctx, 'email.changed', person.id, {})
  if (person.email && person.email !== email) await postLetter(ctx, { personId: person.id, address: person.email, ...notice })
  return yes
}

/** The post could not bring this letter: whoever has that address is told at their next visit and gets no more letters until then. */
export async function onLetterBounced(ctx: Ctx, letterId: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const personId = await markFailing(ctx, letterId)
    if (personId) await record(ctx, 'email.failed', personId, {})
  })
}
