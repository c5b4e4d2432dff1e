import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { expireInvitations } from '#modules/proposals/authors.actions.ts'
import { authorsOf, costsOf, loadProject, sectionsOf, versionsOf } from '#modules/proposals/proposals.store.ts'
import { acceptVersion, hashOf } from '#modules/proposals/versions.actions.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
let world: World
const today = new Date('2026-03-12T10:00:00Z')
const inSubmission = new Date('2026-04-05T10:00:00Z')
beforeAll(async () => {
  house = await openHouse({ now: today })
  world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
})
afterAll(() => house.close())

const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
  const actor = world.actors.get(key)
  if (!actor) throw new Error(key)
  return actor
}
const as = (key: Parameters<typeof who>[0]) => house.as(who(key))
const idOf = (location: string) => location.split('/').at(-1) ?? ''
const ctx = (key: Parameters<typeof who>[0]) => house.ctx(who(key))
const start = (fields: Record<string, string> = {}) => ({
  key: newId('key'),
  tytul: 'Park kieszonkowy',
  sciezka: 'joint-district',
  gdzie: '13',
  widocznosc: 'shared',
  ...fields,
})
const aDraft = async (fields: Record<string, string> = {}, by: Parameters<typeof who>[0] = 'marta') =>
  idOf(expectDone(await as(by).post(paths.projectNew, start(fields)), /^\/projekty\/project_/))
const write = (id: string, section: string, tekst: string, rewizja: number, by: Parameters<typeof who>[0] = 'marta') =>
  as(by).post(url(paths.projectSection, { id, section }), { tekst, rewizja: String(rewizja) })
const whole = {
  streszczenie: 'Zapomniany skwer między blokami ma stać się miejscem z cieniem, ławkami i wodą dla wszystkich.',
  opis: 'Sześć ławek. Dziewięć drzew. Poidełko.',
  miejsce: 'Skwer przy Łąkowej.',
  uzasadnienie: 'Nie ma cienia.',
  odbiorcy: 'Wszyscy.',
}
const costs = {
  'co-0': 'Ławka',
  'ile-0': '6',
  'jednostka-0': 'szt.',
  'cena-0': '2 800',
  'co-1': 'Alejka',
  'ile-1': '2,5',
  'jednostka-1': 'm²',
  'cena-1': '340,10',
}
async function aWholeDraft(fields: Record<string, string> = {}, by: Parameters<typeof who>[0] = 'marta') {
  const id = await aDraft(fields, by)
  for (const [section, text] of Object.entries(whole)) expectDone(await write(id, section, text, 0, by))
  expectDone(await as(by).post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs }))
  return id
}
async function join(id: string, key: 'jurij' | 'bartek') {
  const email = `${key}@demo.example`
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), { email, nazwa: key }))
  const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.personId === who(key).id && one.state === 'invited')?.id ?? ''
  expectDone(await as(key).post(url(paths.projectInvitationAnswer, { id, invitation }), { odpowiedz: 'tak' }))
}
const answerTo = async (id: string, key: Parameters<typeof who>[0], odpowiedz: string) => {
  const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.personId === who(key).id)?.id ?? ''
  return as(key).post(url(paths.projectInvitationAnswer, { id, invitation }), { odpowiedz })
}
const count = async (table: 'projects' | 'project_acceptances', id: string) => {
  const column = table === 'projects' ? 'id' : 'project_id'
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(house.db)
  return rows[0]?.n
}

test('a stranger reads a shared draft, is led to sign in to start one, and finds no private one', async () => {
  const id = await aDraft()
  expect((await house.stranger.get(url(paths.project, { id }))).html).toContain('Park kieszonkowy')
  expect((await house.stranger.get(paths.projects)).html).toContain('Park kieszonkowy')
  expect((await house.stranger.get(paths.projectNew)).location).toContain('/logowanie')
  const hidden = await aDraft({ widocznosc: 'private', tytul: 'Tajny skwer' })
  expect((await house.stranger.get(url(paths.project, { id: hidden }))).status).toBe(404)
  expect((await as('olga').get(url(paths.project, { id: hidden }))).status).toBe(404)
  expect((await as('marta').get(url(paths.project, { id: hidden }))).status).toBe(200)
  expect((await house.stranger.get(paths.projects)).html).not.toContain('Tajny skwer')
  await house.settle()
  const { rows } = await sql<{ told: boolean }>`select exists(select 1 from ledger_payloads where payload::text like '%Tajny%') as told`.execute(
    house.db,
  )
  expect(rows[0]?.told).toBe(false)
  expectDone(await as('marta').post(url(paths.projectVisibility, { id: hidden })))
  expect((await house.stranger.get(url(paths.project, { id: hidden }))).status).toBe(200)
})

test('a double click starts one draft; what is wrong is said and what was typed stays', async () => {
  const form = start({ tytul: 'Dwa razy' })
  const [first, second] = await Promise.all([as('marta').post(paths.projectNew, form), as('marta').post(paths.projectNew, form)])
  expect(expectDone(first)).toBe(expectDone(second))
  const wrong = await as('marta').post(paths.projectNew, start({ tytul: 'Zostaje w polu', sciezka: 'joint-city' }))
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Zostaje w polu')
  expect(wrong.html).toContain('Projekt dzielnicowy potrzebuje dzielnicy')
})

test('a foreign author changes nothing', async () => {
  const id = await aDraft()
  const refused = await write(id, 'opis', 'Coś obcego.', 0, 'olga')
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('tylko autorzy')
  expect(refused.html).toContain('Coś obcego.')
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('')
  expect((await as('olga').post(url(paths.projectWithdrawal, { id }), { powod: 'tak' })).status).toBe(409)
  expect((await as('olga').post(url(paths.projectFreeze, { id }))).status).toBe(409)
  expect((await as('olga').post(url(paths.projectInvitations, { id }), { email: 'x@demo.example', nazwa: 'X' })).status).toBe(409)
})

test('two tabs: different sentences are merged, the same sentence is shown in both wordings', async () => {
  const id = await aDraft()
  expectDone(await write(id, 'opis', 'Sześć ławek. Dziewięć drzew. Poidełko.', 0))
  expectDone(await write(id, 'opis', 'Osiem ławek. Dziewięć drzew. Poidełko.', 1))
  expectDone(await write(id, 'opis', 'Sześć ławek. Dziewięć drzew. Poidełko i kran.', 1))
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('Osiem ławek. Dziewięć drzew. Poidełko i kran.')
  const clash = await write(id, 'opis', 'Dziesięć ławek. Dziewięć drzew. Poidełko.', 1)
  expect(clash.status).toBe(409)
  expect(clash.html).toContain('Ktoś zmienił to samo zdanie')
  for (const words of ['Dziesięć ławek.', 'Osiem ławek.', 'Sześć ławek.']) expect(clash.html).toContain(words)
  expect(clash.html).toContain('name="rewizja" value="3"')
  expectDone(await write(id, 'opis', 'Dziesięć ławek. Dziewięć drzew. Poidełko i kran.', 3))
  expect((await sectionsOf(ctx('marta'), id)).description).toBe('Dziesięć ławek. Dziewięć drzew. Poidełko i kran.')
})

test('sixteen save at once: every sentence is there', async () => {
  const id = await aDraft()
  expectDone(await write(id, 'opis', Array.from({ length: 16 }, (_, i) => `Zdanie ${i}.`).join(' '), 0))
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, mine) =>
      write(id, 'opis', Array.from({ length: 16 }, (_, i) => `Zdanie ${i}${i === mine ? ' zmienione' : ''}.`).join(' '), 1),
    ),
  )
  expect(answers.map(answer => answer.status)).toEqual(Array(16).fill(303))
  expect((await sectionsOf(ctx('marta'), id)).description.match(/zmienione/g)).toHaveLength(16)
})

test('a text that is too long is refused with the numbers and stays in the field', async () => {
  const id = await aDraft()
  const long = await write(id, 'tytul', 'x'.repeat(61), 1)
  expect(long.status).toBe(422)
  expect(long.html).toContain('Jest 61 znaków, a może być najwyżej 60.')
  expect(long.html).toContain('x'.repeat(61))
})

test('the cost table without JavaScript: lines come and go, wrong ones are pointed at, the total is exact', async () => {
  const id = await aDraft()
  const at = url(paths.projectCosts, { id })
  const more = await as('marta').post(at, { rewizja: '0', ...costs, akcja: 'dodaj' })
  expect([more.status, more.html.match(/<fieldset/g)?.length]).toEqual([200, 3])
  const less = await as('marta').post(at, { rewizja: '0', ...costs, akcja: 'usun-0' })
  expect(less.html).not.toContain('value="Ławka"')
  expect(await costsOf(ctx('marta'), id)).toEqual([])
  const wrong = await as('marta').post(at, { rewizja: '0', ...costs, 'cena-1': 'dużo' })
  expect([wrong.status, wrong.html.includes('Wpisz cenę'), wrong.html.includes('value="dużo"')]).toEqual([422, true, true])
  expectDone(await as('marta').post(at, { rewizja: '0', ...costs }))
  expect((await loadProject(ctx('marta'), id)).total).toBe(1_680_000 + 85_025)
  const stale = await as('marta').post(at, { rewizja: '0', 'co-0': 'Kosz', 'ile-0': '1', 'jednostka-0': 'szt.', 'cena-0': '100' })
  expectDone(stale)
  expect((await costsOf(ctx('marta'), id)).map(line => line.name)).toEqual(['Ławka', 'Alejka', 'Kosz'])
})

test('an invitation goes by letter with one link, discloses nobody, and may be refused', async () => {
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
  const id = await aDraft()
  expectDone(await as('marta').post(url(paths.projectInvitations, { id }), { email: 'jurij@demo.example', nazwa: 'Jurek' }))
  const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.state === 'invited')?.id ?? ''
  const at = url(paths.projectInvitationAnswer, { id, invitation })
  expect((await as('olga').post(at, { odpowiedz: 'tak' })).status).toBe(409)
  expect((await as('marta').post(at, { odpowiedz: 'tak' })).status).toBe(409)
  house.now = new Date('2026-03-27T10:00:00Z')
  expect((await as('jurij').post(at, { odpowiedz: 'tak' })).html).toContain('Termin odpowiedzi minął')
  expect(await expireInvitations(house.ctx())).toBeGreaterThan(0)
  expect((await authorsOf(ctx('marta'), id)).map(one => one.state)).toEqual(['accepted', 'expired'])
  house.now = today
})

test('a closed phase says from when: the version is agreed in March, submitted in April', async () => {
  const id = await aWholeDraft()
  await join(id, 'jurij')
  expect((await as('marta').post(url(paths.projectFreeze, { id }))).status).toBe(303)
  const waiting = await as('marta').post(url(paths.projectSubmission, { id }))
  expect(waiting.status).toBe(409)
  expect(waiting.html).toContain('Nie wszyscy autorzy przyjęli')
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
  const id = await aWholeDraft()
  await join(id, 'jurij')
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  const at = url(paths.projectAcceptance, { id, version: 1 })
  const answers = await Promise.all(Array.from({ length: 16 }, () => as('jurij').post(at)))
  expect(answers.map(answer => answer.status)).toEqual(Array(16).fill(303))
  expect(await count('project_acceptances', id)).toBe(2)
  await house.settle()
  const facts = await house.db.selectFrom('ledger_chain').select('seq').where('subject', '=', id).where('fact', '=', 'version.accepted').execute()
  expect(facts).toHaveLength(1)
})

test('the test above has teeth: without the key, looking first and writing then makes more than one row', async () => {
  await sql`create table planted as select * from project_acceptances where false`.execute(house.db)
  const naive = async () => {
    const { rows } = await sql`select 1 from planted where person_id = 'x'`.execute(house.db)
    if (rows.length === 0)
      await sql`insert into planted (project_id, version, person_id, at, how, recorded_by) values ('p', 1, 'x', now(), 'own', 'x')`.execute(house.db)
  }
  await Promise.all(Array.from({ length: 16 }, naive))
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from planted`.execute(house.db)
  expect(rows[0]?.n).toBeGreaterThan(1)
})

test('Halina has no e-mail: the office brings her in and records her signature, never in its own matter', async () => {
  const id = await aWholeDraft()
  await join(id, 'bartek')
  const osoba = who('halina').id
  expect((await as('bartek').post(url(paths.projectAuthors, { id }), { osoba })).html).toContain('we własnej sprawie')
  expectDone(await as('celina').post(url(paths.projectAuthors, { id }), { osoba }))
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await as('bartek').post(url(paths.projectAcceptance, { id, version: 1 })))
  const print = await house.stranger.get(url(paths.projectVersionPrint, { id, version: 1 }))
  const hash = (await versionsOf(ctx('marta'), id))[0]?.hash ?? ''
  expect(print.html).toContain(hash.slice(0, 4))
  expect(print.html).toContain('<svg')
  const at = url(paths.projectSignature, { id, version: 1 })
  expect((await as('bartek').post(at, { osoba })).status).toBe(409)
  expect((await as('olga').post(at, { osoba })).status).toBe(403)
  expect((await as('celina').post(at, { osoba: who('marta').id })).status).toBe(409)
  expectDone(await as('celina').post(at, { osoba }))
  expectDone(await as('celina').post(at, { osoba }))
  expect((await versionsOf(ctx('marta'), id))[0]?.acceptances.find(one => one.personId === osoba)).toMatchObject({
    how: 'signature',
    recordedBy: who('celina').id,
  })
  const phone = await house.db.selectFrom('phone_news').select(['person_id', 'title']).where('subject', '=', id).execute()
  expect(phone).toContainEqual({ person_id: osoba, title: 'Park kieszonkowy' })
})

test('a co-author leaves; the lead hands over before leaving, and withdraws with a reason', async () => {
  const id = await aDraft()
  await join(id, 'jurij')
  expect((await as('marta').post(url(paths.projectLeaving, { id }))).status).toBe(409)
  expectDone(await as('marta').post(url(paths.projectLead, { id }), { osoba: who('jurij').id }))
  expectDone(await as('marta').post(url(paths.projectLeaving, { id })))
  expect(await loadProject(ctx('jurij'), id)).toMatchObject({ leadId: who('jurij').id, authorIds: [who('jurij').id] })
  expect((await as('jurij').post(url(paths.projectWithdrawal, { id }), {})).status).toBe(422)
  expectDone(await as('jurij').post(url(paths.projectWithdrawal, { id }), { powod: 'Miasto już to buduje.' }))
  const page = await house.stranger.get(url(paths.project, { id }))
  expect(page.html).toContain('Miasto już to buduje.')
})

test('an action called by two at once: both accept the same version, all is told once', async () => {
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
