import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
let id: string
let publicNo: string
let hash: string
beforeAll(async () => {
  at = await openDraftingHouse()
  at.house.now = inSubmission
  id = await at.aWholeDraft({ sciezka: 'individual' })
  // a first version that was corrected before it was handed in
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await at.write(id, 'opis', 'Sześć ławek. Dziesięć drzew.', 1))
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await at.as('marta').post(url(paths.projectSubmission, { id })))
  publicNo = (await loadProject(at.ctx('marta'), id)).publicNo ?? ''
  hash = (await versionsOf(at.ctx('marta'), id))[0]?.hash ?? ''
})
afterAll(() => at.house.close())

const check = (numer: string, odcisk: string) => at.house.stranger.get(url(paths.receiptCheck, undefined, { numer, odcisk }))

test('the letter carries number, moment, version and hash, and leads to the receipt', async () => {
  const letter = await at.house.db
    .selectFrom('letters')
    .select('body_text')
    .where('subject', 'like', `Złożono projekt ${publicNo}%`)
    .executeTakeFirstOrThrow()
  const grouped = hash.match(/.{4}/g)?.join(' ') ?? ''
  for (const said of [publicNo, '12:00', `Odcisk wersji 2 (SHA-256): ${grouped}`, url(paths.projectReceipt, { id }), '/potwierdzenia?numer='])
    expect(letter.body_text).toContain(said)
})

test('anybody may check number and hash, as copied from paper; the answer names nobody', async () => {
  for (const [numer, odcisk] of [
    [publicNo, hash],
    [publicNo.toLowerCase(), (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ').toUpperCase()],
  ] as const) {
    const { status, html } = await check(numer, odcisk)
    expect([status, html.includes('Zgadza się'), html.includes('wersja 2, wpłynął')]).toEqual([200, true, true])
    expect(html).not.toContain('Marta')
  }
})

test('another hash, another number and a version that was never handed in do not hold', async () => {
  const former = (await versionsOf(at.ctx('marta'), id))[1]?.hash ?? ''
  for (const [numer, odcisk] of [
    [publicNo, 'f'.repeat(64)],
    ['BO.D13.999/26', hash],
    [publicNo, former],
  ] as const) {
    const { status, html } = await check(numer, odcisk)
    expect([status, html.includes('Nie zgadza się'), html.includes('wpłynął do urzędu')], numer).toEqual([200, true, false])
  }
  const short = await check(publicNo, hash.slice(0, 15))
  expect([short.status, short.html.includes('co najmniej 16 znaków'), short.html.includes(hash.slice(0, 15))]).toEqual([422, true, true])
})

test('a text that was changed behind everybody’s back is found', async () => {
  const planted = sql`update project_versions set snapshot = jsonb_set(snapshot, '{total}', '1') where project_id = ${id} and number = 2`
  const { rows } = await sql<{ snapshot: unknown }>`select snapshot from project_versions where project_id = ${id} and number = 2`.execute(
    at.house.db,
  )
  await planted.execute(at.house.db)
  const { html } = await check(publicNo, `${hash} `)
  expect(html).toContain('nie daje już tego odcisku')
  await sql`update project_versions set snapshot = ${JSON.stringify(rows[0]?.snapshot)}::jsonb where project_id = ${id} and number = 2`.execute(
    at.house.db,
  )
})

test('the receipt prints for authors and the office, not for others; the page leads there', async () => {
  const print = url(paths.projectReceipt, { id })
  for (const who of ['marta', 'celina'] as const) expect((await at.as(who).get(print)).html.slice(0, 5), who).toBe('%PDF-')
  expect((await at.as('olga').get(print)).status).toBe(404)
  expect((await at.as('marta').get(url(paths.project, { id }))).html).toContain(print)
  expect((await at.house.stranger.get(url(paths.project, { id }))).html).not.toContain(print)
})
