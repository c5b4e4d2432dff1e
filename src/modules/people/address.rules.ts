import { type Actor, house } from '#kit/actor.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayEnterPerson, type Person } from '#modules/people/people.rules.ts'

export type Address = { readonly street: string; readonly houseNo: string; readonly postcode: string }
export type KeptAddress = Address & { readonly declaredAt: Date }

export const isPostcode = (typed: string): boolean => /^\d{2}-\d{3}$/.test(typed)

/** One declares one's own address; for somebody without e-mail the person who entered them writes it down. */
export function mayDeclareAddress(actor: Actor, person: Person): Verdict<'not-yours' | 'erased'> {
  if (person.erased) return no('erased')
  const entered = person.email === undefined && person.enteredBy === actor.id && mayEnterPerson(actor).ok
  return actor.id === person.id || actor.id === house.id || entered ? yes : no('not-yours')
}
