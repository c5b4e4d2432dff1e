import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expireInvitations, inviteAuthor } from '#modules/proposals/authors/authors.actions.ts'
import { findOffer } from '#modules/proposals/authors/offers.store.ts'
import { acceptVersion, hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { authorsOf, loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

test('an invitation goes by letter with one link, discloses nobody, and may be refused', async () => {
  const { house, who, as, ctx, aDraft, answerTo } = at
  const id = await aDraft()
  const ask = { email: 'jurij@demo.example', nazwa: 'Jurek' }
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), ask))
  const page = await as('marta').get(url(paths.projectAuthors, { id }))
  expect(page.html).toContain('Jurek')
  expect(page.html).not.toContain('Kowalenko')
  const letters = await house.db.selectFrom('letters').selectAll().where('address', '=', 'jurij@demo.example').execute()
  expect(letters.at(-1)?.subject).toBe('Zaproszenie do wspólnego projektu: Park kieszonkowy')
  expect(letters.at(-1)?.body_text.match(/https:/g)).toHaveLength(1)
  expect((await as('marta').post(url(paths.projectInvitations, { id }), ask)).status).toBe(409)
  expect((await answerTo(id, 'jurij', 'nie')).status).toBe(303)
  expect((await answerTo(id, 'jurij', 'nie')).status).toBe(303)
  expect((await loadProject(ctx('marta'), id)).authorIds).toEqual([who('marta').id])
  expect((await house.stranger.get(url(paths.project, { id }))).html).not.toContain('Kowalenko')
})

test('only the invited person answers; a stranger, the lead and a late answer are refused', async () => {
  const { house, as, ctx, aDraft } = at
  const id = await aDraft()
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), { email: 'jurij@demo.example', nazwa: 'Jurek' }))
  const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.state === 'invited')?.id ?? ''
  const address = url(paths.projectInvitationAnswer, { id, invitation })
  expect((await as('olga').post(address, { odpowiedz: 'tak' })).status).toBe(409)
  expect((await as('marta').post(address, { odpowiedz: 'tak' })).status).toBe(409)
  house.now = new Date('2026-03-27T10:00:00Z')
  expect((await as('jurij').post(address, { odpowiedz: 'tak' })).html).toContain('Termin odpowiedzi minął')
  expect(await expireInvitations(house.ctx())).toBeGreaterThan(0)
  expect((await authorsOf(ctx('marta'), id)).map(one => one.state)).toEqual(['accepted', 'expired'])
  house.now = today
})

test('a closed phase says from when: the version is agreed in March, submitted in April', async () => {
  const { house, as, ctx, write, aWholeDraft, join } = at
  const id = await aWholeDraft()
  await join(id, 'jurij')
  expect((await as('marta').post(url(paths.projectFreeze, { id }))).status).toBe(303)
  const waiting = await as('marta').post(url(paths.projectSubmission, { id }))
  expect(waiting.status).toBe(409)
  expect(waiting.html).toContain('Nie wszyscy autorzy przyjęli')
  const missing = async (page: Promise<{ html: string }>) => /Czekamy na: /.test((await page).html)
  expect(await missing(as('marta').get(url(paths.project, { id })))).toBe(true)
  expect(await missing(house.stranger.get(url(paths.project, { id })))).toBe(false)
  // nor by leaving out who accepted: outsiders read a number, and whoever writes along reads names
  for (const path of [url(paths.projectVersions, { id }), url(paths.projectVersion, { id, version: 1 })]) {
    expect((await as('olga').get(path)).html).toMatch(/Liczba osób, które przyjęły tę wersję: 1\./)
    expect((await as('jurij').get(path)).html).toMatch(/Przyjęli: Marta/)
  }
  expectDone(await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 })))
  const early = await as('marta').post(url(paths.projectSubmission, { id }))
  expect([early.status, early.html.includes('1 kwietnia')]).toEqual([409, true])
  expect((await as('marta').get(url(paths.project, { id }))).html).toContain('1 kwietnia')
  house.now = inSubmission
  const [first, second] = await Promise.all([
    as('marta').post(url(paths.projectSubmission, { id })),
    as('marta').post(url(paths.projectSubmission, { id })),
  ])
  expect([first.status, second.status]).toEqual([303, 303])
  const project = await loadProject(ctx('marta'), id)
  expect(project).toMatchObject({ state: 'submitted', publicNo: expect.stringMatching(/^BO\.D13\.\d+\/26$/) })
  const receipt = await house.db.selectFrom('letters').select('subject').where('subject', 'like', `Złożono projekt ${project.publicNo}%`).execute()
  expect(receipt).toHaveLength(2)
  expect((await write(id, 'opis', 'Za późno.', 1)).status).toBe(409)
  house.now = today
})

test('numbers of a pool have no gaps, however many are submitted at once', async () => {
  const { house, as, ctx, aWholeDraft } = at
  house.now = inSubmission
  const ids = await Promise.all(Array.from({ length: 6 }, () => aWholeDraft({ sciezka: 'individual', gdzie: '18' }, 'tadeusz')))
  for (const id of ids) expectDone(await as('tadeusz').post(url(paths.projectFreeze, { id })))
  const refused = as('olga').post(url(paths.projectSubmission, { id: ids[0] ?? '' }))
  await Promise.all([refused, ...ids.map(id => as('tadeusz').post(url(paths.projectSubmission, { id })))])
  const numbers = await Promise.all(ids.map(async id => (await loadProject(ctx('tadeusz'), id)).publicNo))
  expect(numbers.map(no => Number(/D18\.(\d+)/.exec(no ?? '')?.[1])).sort()).toEqual([1, 2, 3, 4, 5, 6])
  house.now = today
})

test('any correction opens a frozen version again and all accept anew', async () => {
  const { house, who, as, ctx, write, aWholeDraft, join } = at
  const id = await aWholeDraft()
  await join(id, 'jurij')
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 })))
  expectDone(await write(id, 'opis', 'Sześć ławek. Dziesięć drzew. Poidełko.', 1, 'jurij'))
  expect((await loadProject(ctx('marta'), id)).state).toBe('draft')
  expect((await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 }))).html).toContain('Szkic jest teraz poprawiany')
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  const [newest] = await versionsOf(ctx('marta'), id)
  expect(newest?.acceptances.map(one => one.personId)).toEqual([who('marta').id])
  expect(newest && hashOf(newest.snapshot)).toBe(newest?.hash)
  const stale = await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 }))
  expect([stale.status, stale.html.includes('To nie jest najnowsza wersja')]).toEqual([409, true])
  const diff = await house.stranger.get(url(paths.projectVersion, { id, version: 2 }, { od: 1 }))
  expect(diff.html).toMatch(/<del>.*Dziewięć/s)
  expect(diff.html).toMatch(/<ins>.*Dziesięć/s)
  const refusal = await as('jurij').post(url(paths.projectReopening, { id }), { powod: 'Brakuje kosza.' })
  expectDone(refusal)
  expect((await loadProject(ctx('marta'), id)).state).toBe('draft')
})

test('sixteen acceptances by one person at once are one row', async () => {
  const { house, as, aWholeDraft, join, countAcceptances } = at
  const id = await aWholeDraft()
  await join(id, 'jurij')
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  const address = url(paths.projectAcceptance, { id, version: 1 })
  const answers = await Promise.all(Array.from({ length: 16 }, () => as('jurij').post(address)))
  expect(answers.map(answer => answer.status)).toEqual(Array(16).fill(303))
  expect(await countAcceptances(id)).toBe(2)
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'version.accepted').execute()
  expect(facts).toHaveLength(1)
})

test('sixteen joins by one person at once are one co-author and one fact', async () => {
  const { house, who, as, ctx, aDraft } = at
  const id = await aDraft()
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), { email: 'jurij@demo.example', nazwa: 'Jurek' }))
  const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.state === 'invited')?.id ?? ''
  const address = url(paths.projectInvitationAnswer, { id, invitation })
  const answers = await Promise.all(Array.from({ length: 16 }, () => as('jurij').post(address, { odpowiedz: 'tak' })))
  expect(answers.map(answer => answer.status)).toEqual(Array(16).fill(303))
  expect((await loadProject(ctx('marta'), id)).authorIds.filter(one => one === who('jurij').id)).toHaveLength(1)
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'author.accepted').execute()
  expect(facts).toHaveLength(1)
})

test('the test of acceptances has teeth: without the key, looking first and writing then makes more than one row', async () => {
  const { house } = at
  await sql`create table planted as select * from project_acceptances where false`.execute(house.db)
  // all of them look before the first one writes, as sixteen posts at once do
  const looked = await Promise.all(Array.from({ length: 16 }, () => sql`select 1 from planted where person_id = 'x'`.execute(house.db)))
  for (const { rows } of looked)
    if (rows.length === 0)
      await sql`insert into planted (project_id, version, person_id, at, how, recorded_by) values ('p', 1, 'x', now(), 'own', 'x')`.execute(house.db)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from planted`.execute(house.db)
  expect(rows[0]?.n).toBeGreaterThan(1)
})

test('a co-author leaves; the lead hands over before leaving, and withdraws with a reason', async () => {
  const { house, who, as, ctx, aDraft, join } = at
  const id = await aDraft()
  const people = async (key: 'marta' | 'jurij') => (await as(key).get(url(paths.projectAuthors, { id }))).html
  expect(await people('marta')).toContain('więc nie możesz odejść. Możesz go wycofać.')
  await join(id, 'jurij')
  expect(await people('marta')).toContain('Najpierw zaproponuj prowadzenie komuś innemu')
  const address = url(paths.projectLeaving, { id })
  expect(await people('jurij')).toContain(address)
  expect((await as('marta').post(address)).status).toBe(409)
  expectDone(await as('marta').post(url(paths.projectLead, { id }), { osoba: who('jurij').id }))
  const offer = (await findOffer(ctx('jurij'), id))?.id ?? ''
  expectDone(await as('jurij').post(url(paths.projectLeadAnswer, { id, offer }), { odpowiedz: 'tak' }))
  expectDone(await as('marta').post(url(paths.projectLeaving, { id })))
  expect(await loadProject(ctx('jurij'), id)).toMatchObject({ leadId: who('jurij').id, authorIds: [who('jurij').id] })
  expect((await as('jurij').post(url(paths.projectWithdrawal, { id }), {})).status).toBe(422)
  expectDone(await as('jurij').post(url(paths.projectWithdrawal, { id }), { powod: 'Miasto już to buduje.' }))
  const page = await house.stranger.get(url(paths.project, { id }))
  expect(page.html).toContain('Miasto już to buduje.')
})

test('an action called by two at once: both accept the same version, all is told once', async () => {
  const { house, who, as, ctx, aWholeDraft, join } = at
  const id = await aWholeDraft()
  await join(id, 'jurij')
  await join(id, 'bartek')
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  const [one, other] = await Promise.all([acceptVersion(ctx('jurij'), id, 1), acceptVersion(ctx('bartek'), id, 1)])
  expect([one, other].filter(answer => answer.ok && answer.all)).toHaveLength(1)
  const told = await house.db
    .selectFrom('letters')
    .select('id')
    .where('subject', 'like', 'Wszyscy przyjęli%')
    .where('person_id', '=', who('marta').id)
    .execute()
  expect(told.length).toBeGreaterThanOrEqual(1)
})

test('somebody without e-mail is asked by telephone, and the office writes the answer down', async () => {
  const { house, who, as, ctx, aDraft, answerTo } = at
  const id = await aDraft()
  const invited = await inviteAuthor(ctx('marta'), id, { personId: who('halina').id, words: 'Halina' })
  expect(invited.ok).toBe(true)
  const phone = await house.db.selectFrom('phone_news').select(['text_key']).where('subject', '=', id).execute()
  expect(phone).toEqual([{ text_key: 'author.invited' }])
  const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.state === 'invited')?.id ?? ''
  const address = url(paths.projectInvitationAnswer, { id, invitation })
  expect((await as('jurij').post(address, { odpowiedz: 'tak' })).status).toBe(409)
  expectDone(await as('celina').post(address, { odpowiedz: 'tak' }))
  expect((await authorsOf(ctx('marta'), id)).map(one => one.state)).toEqual(['accepted', 'accepted'])
  expect((await answerTo(id, 'halina', 'tak')).status).toBe(303)
})
