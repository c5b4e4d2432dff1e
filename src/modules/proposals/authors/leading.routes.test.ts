import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOpenElection } from '#modules/proposals/authors/elections.store.ts'
import { settleLeads } from '#modules/proposals/authors/leading.actions.ts'
import { findOffer } from '#modules/proposals/authors/offers.store.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const leads = async (id: string) => (await loadProject(at.ctx('marta'), id)).leadId
const team = async (...keys: CastKey[]) => {
  const id = await at.aDraft()
  for (const key of keys) await at.join(id, key)
  return id
}
/** The lead of the drafts here is Marta, who does nothing from then on. */
const silent = new Date(today.getTime() + 22 * 86_400_000)
const voting = new Date(silent.getTime() + 8 * 86_400_000)

test('the lead is handed over by offer and consent: nothing changes before, and the office writes the answer down for nobody with e-mail', async () => {
  const { as, who, ctx } = at
  const id = await team('jurij', 'olga')
  const lead = url(paths.projectLead, { id })
  expect((await as('jurij').post(lead, { osoba: who('olga').id })).status).toBe(409)
  expectDone(await as('marta').post(lead, { osoba: who('jurij').id }))
  expectDone(await as('marta').post(lead, { osoba: who('jurij').id }))
  expect((await as('marta').post(lead, { osoba: who('olga').id })).html).toContain('Najpierw cofnij tę propozycję')
  expect(await leads(id)).toBe(who('marta').id)
  expect((await as('jurij').get(paths.myMatters)).html).toContain('Propozycja poprowadzenia projektu')
  const offer = (await findOffer(ctx('marta'), id))?.id ?? ''
  const answer = url(paths.projectLeadAnswer, { id, offer })
  for (const key of ['olga', 'celina', 'marta'] as const) expect((await as(key).post(answer, { odpowiedz: 'tak' })).status).toBe(409)
  expectDone(await as('jurij').post(answer, { odpowiedz: 'tak' }))
  expectDone(await as('jurij').post(answer, { odpowiedz: 'tak' }))
  expect(await leads(id)).toBe(who('jurij').id)
})

test('an offer may be declined, taken back, and ends by itself', async () => {
  const { house, as, who, ctx } = at
  const id = await team('jurij')
  const offered = async () => {
    expectDone(await as('marta').post(url(paths.projectLead, { id }), { osoba: who('jurij').id }))
    return (await findOffer(ctx('marta'), id))?.id ?? ''
  }
  expectDone(await as('jurij').post(url(paths.projectLeadAnswer, { id, offer: await offered() }), { odpowiedz: 'nie' }))
  const end = url(paths.projectLeadOfferEnd, { id, offer: await offered() })
  expect((await as('jurij').post(end)).status).toBe(409)
  expectDone(await as('marta').post(end))
  await offered()
  house.now = silent
  await settleLeads(house.ctx())
  expect(await findOffer(ctx('marta'), id)).toBeUndefined()
  expect(await leads(id)).toBe(who('marta').id)
  house.now = today
})

test('co-authors elect another where the lead is silent: too early is told from when, the lead is told, half is no majority, two of two are', async () => {
  const { house, as, who, ctx } = at
  const id = await team('jurij', 'olga')
  await house.settle()
  const [open, page] = [url(paths.projectElection, { id }), url(paths.projectAuthors, { id })]
  expect((await as('jurij').post(open)).status).toBe(409)
  expect((await as('jurij').get(page)).html).toContain('Będzie to możliwe od: ')
  house.now = silent
  expect((await as('marta').post(open)).status).toBe(409)
  expect((await as('tadeusz').post(open)).status).toBe(409)
  expectDone(await as('jurij').post(open))
  expectDone(await as('olga').post(open))
  const letters = await house.db.selectFrom('letters').select('subject').where('address', '=', 'marta@demo.example').execute()
  expect(letters.map(({ subject }) => subject)).toContain('Wybór osoby prowadzącej: Park kieszonkowy')
  const election = (await findOpenElection(ctx('jurij'), id))?.id ?? ''
  const vote = (key: CastKey, whom: CastKey) => as(key).post(url(paths.projectElectionVote, { id, election }), { osoba: who(whom).id })
  expect((await vote('marta', 'jurij')).status).toBe(409)
  expect((await vote('jurij', 'marta')).status).toBe(409)
  expectDone(await vote('jurij', 'jurij'))
  expectDone(await vote('olga', 'olga'))
  expectDone(await vote('olga', 'jurij'))
  await settleLeads(house.ctx())
  expect(await leads(id)).toBe(who('marta').id)
  house.now = voting
  expect((await vote('olga', 'olga')).status).toBe(409)
  await Promise.all([settleLeads(house.ctx()), settleLeads(house.ctx())])
  expect(await loadProject(ctx('jurij'), id)).toMatchObject({ leadId: who('jurij').id, authorIds: expect.arrayContaining([who('marta').id]) })
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('fact')
    .where('subject', '=', id)
    .where('fact', 'in', ['election.decided', 'author.leads'])
    .execute()
  expect(facts).toHaveLength(2)
  house.now = today
})

test('the lead objects in time, or comes back by writing, and leads on', async () => {
  const { house, as, who, ctx, write } = at
  const byWord = await team('jurij')
  const byDeed = await team('olga')
  await house.settle()
  house.now = silent
  for (const [id, key] of [
    [byWord, 'jurij'],
    [byDeed, 'olga'],
  ] as const) {
    expectDone(await as(key).post(url(paths.projectElection, { id })))
    const election = (await findOpenElection(ctx(key), id))?.id ?? ''
    expectDone(await as(key).post(url(paths.projectElectionVote, { id, election }), { osoba: who(key).id }))
  }
  const election = (await findOpenElection(ctx('jurij'), byWord))?.id ?? ''
  const object = url(paths.projectElectionObjection, { id: byWord, election })
  expect((await as('jurij').post(object)).status).toBe(409)
  expectDone(await as('marta').post(object))
  expectDone(await as('marta').post(object))
  house.now = new Date(silent.getTime() + 86_400_000)
  expectDone(await write(byDeed, 'opis', 'Jestem.', 0))
  await house.settle()
  house.now = voting
  await settleLeads(house.ctx())
  expect([await leads(byWord), await leads(byDeed)]).toEqual([who('marta').id, who('marta').id])
  expect(await findOpenElection(ctx('olga'), byDeed)).toBeUndefined()
  house.now = today
})
