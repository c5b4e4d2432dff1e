import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { viewContact } from '#modules/people/office/viewing.actions.ts'
import { ensurePersonByEmail } from '#modules/people/people.actions.ts'
import { isMassViewing } from '#modules/people/people.rules.ts'
import { peopleMatters } from '#modules/people/people.things.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  const id = await ensurePersonByEmail(house.ctx(), { email: 'celina@example.com', name: 'Celina' })
  clerk = { ...somebody('Celina', 'clerk'), id }
})
afterAll(() => house.close())

const alarms = async () => {
  await house.settle()
  return (await house.db.selectFrom('ledger_chain').select('subject').where('fact', '=', 'viewing.alarmed').execute()).map(row => row.subject)
}
const someone = (n: number) => ensurePersonByEmail(house.ctx(), { email: `osoba${n}@example.com`, name: `Osoba ${n}` })

test('fifty within an hour are work, the fifty-first person is told of, once; the same person again does not count', async () => {
  expect([50, 51].map(isMassViewing)).toEqual([false, true])
  const people = await Promise.all(Array.from({ length: 53 }, (_, n) => someone(n)))
  for (const id of people.slice(0, 50)) await viewContact(house.ctx(clerk), id)
  await house.settle()
  for (let again = 0; again < 3; again++) await viewContact(house.ctx(clerk), people[0] ?? '')
  expect(await alarms()).toEqual([])
  await Promise.all(people.slice(50).map(id => viewContact(house.ctx(clerk), id)))
  expect(await alarms()).toEqual([clerk.id])
})

test('the coordinator and the auditor find it in their matters; whoever looked and everybody else do not', async () => {
  const told = async (actor: Actor) => (await peopleMatters(house.ctx(actor))).map(({ title, note }) => `${title}: ${note}`)
  for (const role of ['coordinator', 'auditor'] as const)
    expect(await told(somebody('Kornelia', role))).toEqual([expect.stringMatching(/^Celina: W godzinę obejrzano dane 5[123] osób/)])
  expect(await told(somebody('Marta'))).toEqual([])
  expect(await told({ ...somebody('Celina', 'coordinator'), id: clerk.id })).toEqual([])
})
