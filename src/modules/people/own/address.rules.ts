import { type Actor, has, house } from '#kit/actor.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayEnterPerson, type Person } from '#modules/people/people.rules.ts'

export type Address = { readonly street: string; readonly houseNo: string; readonly postcode: string }
export type KeptAddress = Address & { readonly declaredAt: Date }

export const isPostcode = (typed: string): boolean => /^\d{2}-\d{3}$/.test(typed)

/** One declares one's own address; for somebody without e-mail a clerk, or whoever entered them, writes down what they say. */
export function mayDeclareAddress(actor: Actor, person: Person): Verdict<'not-yours' | 'erased'> {
  if (person.erased) return no('erased')
  const assisted = person.email === undefined && (has(actor, 'clerk') || (person.enteredBy === actor.id && mayEnterPerson(actor).ok))
  return actor.id === person.id || actor.id === house.id || assisted ? yes : no('not-yours')
}
