import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { tallyOf } from '#modules/support/examining.store.ts'
import { forgetSupporter, insertLine, scansOf } from '#modules/support/support.store.ts'
import { paths, url } from '#paths'
import { expectDone, expectHeld, somebody } from '#web/testing.ts'

let at: DraftingHouse
let id: string
beforeAll(async () => {
  at = await openDraftingHouse()
  at.house.now = inSubmission
  id = await at.aWholeDraft({ sciezka: 'individual' })
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await at.as('marta').post(url(paths.projectSubmission, { id })))
})
afterAll(() => at.house.close())

const line = (numer: number, nazwa: string, adres = 'ul. Łąkowa 5/3', wada?: string) => ({
  numer: String(numer),
  nazwa,
  adres,
  wplynelo: '2026-04-05',
  ...(wada && { wada }),
})
const key = (fields: Record<string, string>, by: Parameters<DraftingHouse['as']>[0] = 'celina') =>
  at.as(by).post(url(paths.projectSupportKeying, { id }), fields)
const count = async () => (await tallyOf(at.ctx('celina'), id)).counted

test('a clerk keys in line after line; a duplicate and a faulty line stand but do not count; the same post again is the same line', async () => {
  expectDone(await key(line(1, 'Anna Żak')))
  expectDone(await key(line(1, 'Anna Żak')))
  expectDone(await key(line(2, 'ŻAK ANNA', 'Łąkowa 5 m. 3, 30-001 Kraków')))
  expectDone(await key(line(3, 'Jan Nowak', 'ul. Inna 1', 'elsewhere')))
  expect(await count()).toBe(1)
  const page = await at.as('celina').get(url(paths.projectSupportKeying, { id }))
  expect(page.html).toContain('ta osoba już jest na liście')
  expect(page.html).toContain('adres poza obszarem projektu')
  expect(page.html).toMatch(/name="numer"[^>]*value="4"/)
})

test('a number that is taken and a bad number are refused and keep what was typed', async () => {
  const taken = await key(line(1, 'Ktoś Inny'))
  expect([taken.status, taken.html.includes('jest już inny wiersz'), taken.html.includes('Ktoś Inny')]).toEqual([409, true, true])
  const bad = await key({ ...line(0, 'Ktoś Inny'), numer: 'pięć' })
  expect([bad.status, bad.html.includes('Ktoś Inny')]).toEqual([422, true])
})

test('a day on which the list cannot have come is refused, and what was typed stays', async () => {
  for (const [wplynelo, sentence] of [
    ['2026-04-06', 'nie mogła jeszcze wpłynąć'],
    ['2019-04-05', 'projektu jeszcze nie było'],
  ] as const) {
    const wrong = await key({ ...line(8, 'Ktoś Inny'), wplynelo })
    expect([wrong.status, wrong.html.includes(sentence), wrong.html.includes('Ktoś Inny')]).toEqual([409, true, true])
  }
})

test('who signed is on no page but the keying clerk’s, and in no fact', async () => {
  for (const who of ['marta', 'olga', 'bartek', 'monika'] as const)
    expect((await at.as(who).get(url(paths.projectSupportKeying, { id }))).html, who).not.toContain('Żak')
  expect((await key(line(9, 'Nie Wolno'), 'olga')).status).toBe(403)
  const elsewhere = at.house.as(somebody('Urząd innej dzielnicy', { role: 'clerk', territoryId: 'elsewhere' }))
  const refused = await elsewhere.get(url(paths.projectSupportKeying, { id }))
  expect([refused.html.includes('Listy wpisuje urząd'), refused.html.includes('Żak')]).toEqual([true, false])
  expect((await elsewhere.post(url(paths.projectSupportKeying, { id }), line(9, 'Nie Wolno'))).status).toBe(409)
  for (const address of [url(paths.projectSupport, { id }), url(paths.project, { id })]) {
    const { html } = await at.house.stranger.get(address)
    expect(html).toContain('1 ważny podpis z 15')
    expect(html).not.toMatch(/Żak|Łąkowa 5/)
  }
  await at.house.settle()
  const facts = await sql<{ said: string }>`select payload::text as said from ledger_payloads`.execute(at.house.db)
  expect(facts.rows.some(({ said }) => said.includes('Żak'))).toBe(false)
})

test('one person counts once, however many lines come at the same moment; the index holds what the action asks', async () => {
  const before = await count()
  await Promise.all(Array.from({ length: 6 }, (_, n) => key(line(20 + n, 'Ewa Lis', 'os. Górali 2'))))
  expect(await count()).toBe(before + 1)
  const planted = { projectId: id, personId: null, name: 'Ewa Lis', address: '', digest: Buffer.from('x'), state: 'valid' as const, why: null }
  expect(await insertLine(at.ctx('celina'), { ...planted, id: 'support_a', number: 31 })).toBe(true)
  expect(await insertLine(at.ctx('celina'), { ...planted, id: 'support_b', number: 32 })).toBe(false)
  await at.house.db.deleteFrom('support_lines').where('id', '=', 'support_a').execute()
})

test('a line is taken out with a reason, counts again, is withdrawn; a duplicate cannot be restored beside the first', async () => {
  const lineOf = async (number: number) =>
    (await at.house.db.selectFrom('support_lines').selectAll().where('project_id', '=', id).where('number', '=', number).executeTakeFirstOrThrow()).id
  const change = async (number: number, zmiana: string) =>
    at.as('celina').post(url(paths.projectSupportLine, { id, line: await lineOf(number) }), { zmiana })
  const before = await count()
  expect((await change(2, 'restore')).html).toContain('już się liczy w innym wierszu')
  expectDone(await change(1, 'unsigned'))
  expect(await count()).toBe(before - 1)
  expectDone(await change(2, 'restore'))
  expect((await change(1, 'restore')).status).toBe(409)
  expectDone(await change(2, 'withdraw'))
  expect((await change(2, 'restore')).status).toBe(409)
  expectDone(await change(1, 'restore'))
  expectDone(await change(3, 'withdraw'))
  expect(await count()).toBe(before)
})

test('a mistyped line frees its number', async () => {
  expectDone(await key(line(40, 'Zła Nazwa', 'ul. Krótka 1', 'mistyped')))
  expectDone(await key(line(40, 'Dobra Nazwa', 'ul. Krótka 1')))
  const wrong = await at.house.db.selectFrom('support_lines').selectAll().where('why', '=', 'mistyped').executeTakeFirstOrThrow()
  expect((await at.as('celina').post(url(paths.projectSupportLine, { id, line: wrong.id }), { zmiana: 'restore' })).status).toBe(409)
  expectDone(await at.as('celina').post(url(paths.projectSupportLine, { id, line: wrong.id }), { zmiana: 'withdraw' }))
})

test('in this edition nobody endorses by account; where online is allowed, once a person, beside the paper, and it can be taken back', async () => {
  const post = (path: typeof paths.projectEndorsement | typeof paths.projectEndorsementEnd) => at.as('olga').post(url(path, { id }))
  expect((await post(paths.projectEndorsement)).html).toContain('tylko na papierze')
  await sql`update editions set rules = jsonb_set(jsonb_set(rules, '{support,channels}', '["paper","online"]'), '{support,districtResidentsOnly}', 'false')`.execute(
    at.house.db,
  )
  const before = await count()
  await Promise.all([post(paths.projectEndorsement), post(paths.projectEndorsement)])
  expect(await count()).toBe(before + 1)
  const { name } = at.who('olga')
  const { street, house_no } = await at.house.db
    .selectFrom('person_details')
    .selectAll()
    .where('person_id', '=', at.who('olga').id)
    .executeTakeFirstOrThrow()
  expectDone(await key(line(50, name, `ul. ${street} ${house_no}`)))
  expect(await count()).toBe(before + 1)
  expectDone(await post(paths.projectEndorsementEnd))
  expectDone(await post(paths.projectEndorsementEnd))
  expect(await count()).toBe(before)
  // who signed the paper first is told so, and it is no second endorsement
  expectDone(await key(line(51, name, `ul. ${street} ${house_no}`)))
  const beside = await post(paths.projectEndorsement)
  expect([beside.status, beside.html.includes('już na liście papierowej'), await count()]).toEqual([409, true, before + 1])
  expect(
    await at.house.db.selectFrom('support_lines').selectAll().where('person_id', '=', at.who('olga').id).where('state', '=', 'valid').execute(),
  ).toEqual([])
  await forgetSupporter(at.ctx('olga'), at.who('olga').id)
  expect(await at.house.db.selectFrom('support_lines').selectAll().where('person_id', '=', at.who('olga').id).execute()).toEqual([])
})

test('the deadline is moved later with a reason that everybody reads; a scan is confidential', async () => {
  const extend = (dzien: string, powod = 'Kwarantanna') => at.as('celina').post(url(paths.projectSupportDeadline, { id }), { dzien, powod })
  expect((await extend('2026-04-06')).status).toBe(409)
  expect((await extend('2062-12-31')).html).toContain('ponad rok po obecnym terminie')
  expectDone(await extend('2026-12-31'))
  expectDone(await extend('2026-12-31'))
  expect((await at.house.stranger.get(url(paths.projectSupport, { id }))).html).toContain('Kwarantanna')
  const scan = new File([new TextEncoder().encode('%PDF-1.4\n%âãÏÓ\n')], 'lista.pdf', { type: 'application/pdf' })
  const send = (fields: Record<string, string | File>) =>
    at.as('celina').post(url(paths.projectSupportScans, { id }), { key: 'key_scan_0001', ...fields })
  expectDone(await send({ strony: 'Strona 1', ...expectHeld(await send({ strony: '', skan: scan }), 'skan') }))
  const kept = await at.house.db.selectFrom('files').selectAll().where('subject', '=', scansOf(id)).executeTakeFirstOrThrow()
  expect(kept.visibility).toBe('confidential')
  for (const who of ['marta', 'edyta'] as const) expect((await at.as(who).get(url(paths.file, { id: kept.id }))).status, who).toBe(404)
})

test('the paper has the number of the project; a draft whose text may change has none', async () => {
  const list = await at.house.stranger.get(url(paths.projectSupportList, { id }))
  expect([list.status, list.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const draft = await at.aDraft()
  expect((await at.house.stranger.get(url(paths.projectSupportList, { id: draft }))).status).toBe(404)
})
