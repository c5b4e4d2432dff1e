import { no, type Verdict, yes } from '#kit/verdict.ts'
import { phonesOf } from '#modules/people/office/phone-news.store.ts'
import { countViewed, lockViewer } from '#modules/people/office/viewing.store.ts'
import { isMassViewing, maySeePeople, type Person } from '#modules/people/people.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Contact = { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly why: 'not-clerk' }

/** Opens the contact data of a person; the look itself is a fact, so that a person and the inspector can ask who looked. */
export async function viewContact(ctx: Ctx, personId: string): Promise<Contact> {
  const verdict = maySeePeople(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const person = await loadPerson(ctx, personId)
    await record(ctx, 'person.viewed', personId, {})
    await watch(ctx)
    return { ...yes, person }
  })
}

export type Numbers =
  | (Extract<Verdict, { ok: true }> & { readonly phones: ReadonlyMap<string, string> })
  | { readonly ok: false; readonly why: 'not-clerk' }

/** The same for a whole list: one fact for each person whose number was shown. */
export async function viewNumbers(ctx: Ctx, personIds: readonly string[]): Promise<Numbers> {
  if (!maySeePeople(ctx.actor).ok) return no('not-clerk')
  return inTransaction(ctx, async ctx => {
    const phones = await phonesOf(ctx, [...new Set(personIds)])
    for (const id of phones.keys()) await record(ctx, 'person.viewed', id, {})
    await watch(ctx)
    return { ...yes, phones }
  })
}

/** Looking is allowed and stays so; looking at very many is told to the coordinator and the auditor, once an hour. */
async function watch(ctx: Ctx): Promise<void> {
  await lockViewer(ctx)
  const { persons, told } = await countViewed(ctx)
  if (isMassViewing(persons) && !told) await record(ctx, 'viewing.alarmed', ctx.actor.id, { persons })
}
