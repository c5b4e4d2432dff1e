import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { remindWaiting } from '#modules/submission/agreeing/agreeing.actions.ts'
import { forgetAgreeing, signedPageOf } from '#modules/submission/agreeing/agreeing.store.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone, expectHeld } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

const aPdf = () => new File([new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')], 'kartka.pdf')
const hashOf = async (id: string) => (await versionsOf(at.ctx('marta'), id))[0]?.hash ?? ''
const acceptances = async (id: string) => (await versionsOf(at.ctx('marta'), id))[0]?.acceptances ?? []
const lettersTo = async (key: 'jurij' | 'marta' | 'bartek') =>
  (await at.house.db.selectFrom('letters').select('subject').where('person_id', '=', at.who(key).id).orderBy('created_at').execute()).map(
    ({ subject }) => subject,
  )

async function aFrozenDraft(...coauthors: ('jurij' | 'bartek')[]) {
  const id = await at.aWholeDraft()
  for (const key of coauthors) await at.join(id, key)
  expectDone(await at.as('marta').post(url(paths.projectFreeze, { id })))
  return id
}

test('Halina has no e-mail: the office brings her in and records her signature, never in its own matter, never for another version', async () => {
  const { who, as } = at
  const id = await at.aWholeDraft()
  await at.join(id, 'bartek')
  const osoba = who('halina').id
  expect((await as('bartek').post(url(paths.projectAuthors, { id }), { osoba })).html).toContain('we własnej sprawie')
  expectDone(await as('celina').post(url(paths.projectAuthors, { id }), { osoba }))
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expectDone(await as('bartek').post(url(paths.projectAcceptance, { id, version: 1 })))
  const printed = await at.house.stranger.get(url(paths.projectVersionPrint, { id, version: 1 }))
  expect(printed.html.slice(0, 5)).toBe('%PDF-')
  const address = url(paths.projectSignature, { id, version: 1 })
  const signed = async (odcisk?: string) => ({ key: newId('key'), osoba, odcisk: odcisk ?? (await hashOf(id)).slice(0, 8) })
  expect((await as('bartek').post(address, await signed())).status).toBe(409)
  expect((await as('olga').post(address, await signed())).status).toBe(409)
  expect((await as('celina').post(address, { ...(await signed()), osoba: who('marta').id })).status).toBe(409)
  const other = await as('celina').post(address, await signed('0000 0000'))
  expect([other.status, other.html.includes('nie pasuje do tej wersji'), other.html.includes('0000 0000')]).toEqual([422, true, true])
  expectDone(await as('celina').post(address, await signed()))
  expectDone(await as('celina').post(address, await signed()))
  expect((await acceptances(id)).find(one => one.personId === osoba)).toMatchObject({ how: 'signature', recordedBy: who('celina').id })
  const phone = await at.house.db.selectFrom('phone_news').select(['person_id', 'title']).where('subject', '=', id).execute()
  expect(phone).toContainEqual({ person_id: osoba, title: 'Park kieszonkowy' })
})

test('the lead records a signature with the photo of the page only; the signer is told, and strangers do not see the page', async () => {
  const { who, as, house } = at
  const id = await aFrozenDraft('jurij')
  const address = url(paths.projectSignature, { id, version: 1 })
  const form = { key: newId('key'), osoba: who('jurij').id, odcisk: await hashOf(id) }
  const bare = await as('marta').post(address, form)
  expect([bare.status, bare.html.includes('Dołącz zdjęcie albo PDF')]).toEqual([422, true])
  expect((await as('jurij').post(address, { ...form, osoba: who('marta').id, kartka: aPdf() })).status).toBe(409)
  expect(await acceptances(id)).toHaveLength(1)
  const held = expectHeld(await as('marta').post(address, { ...form, odcisk: '0000 0000', kartka: aPdf() }), 'kartka')
  const twice = await Promise.all([as('marta').post(address, { ...form, ...held }), as('marta').post(address, { ...form, ...held })])
  for (const answer of twice) expectDone(answer)
  expect(await acceptances(id)).toHaveLength(2)
  const files = await house.db
    .selectFrom('files')
    .select(['id', 'visibility'])
    .where('subject', '=', signedPageOf(id, 1, who('jurij').id))
    .execute()
  expect(files).toEqual([{ id: expect.any(String), visibility: 'confidential' }])
  for (const key of ['jurij', 'celina'] as const) expect((await as(key).get(url(paths.file, { id: files[0]?.id ?? '' }))).status, key).toBe(404)
  expect((await lettersTo('jurij')).filter(subject => subject.startsWith('Twój podpis pod wersją 1'))).toHaveLength(1)
  // the authors of that version open it from the project's page; whoever joins for a later version, and everybody else, do not
  const signedPage = url(paths.projectSignedPage, { id, file: files[0]?.id ?? '' })
  const opens = async (key: CastKey) => (await as(key).get(signedPage)).status
  const seesLink = async (key: CastKey) => (await as(key).get(url(paths.project, { id }))).html.includes(signedPage)
  const others = ['olga', 'bartek', 'celina', 'edyta'] as const
  for (const key of ['marta', 'jurij', 'kornelia'] as const) expect([await opens(key), await seesLink(key)], key).toEqual([200, true])
  for (const key of others) expect([await opens(key), await seesLink(key)], key).toEqual([404, false])
  house.now = new Date(today.getTime() + 86_400_000)
  expectDone(await at.write(id, 'opis', 'Siedem ławek.', 1))
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  house.now = new Date(today.getTime() + 2 * 86_400_000)
  await at.join(id, 'olga')
  house.now = today
  for (const key of others) expect([await opens(key), await seesLink(key)], key).toEqual([404, false])
  expect(await opens('jurij')).toBe(200)
  await forgetAgreeing(house.ctx(), who('jurij').id)
  expect(
    await house.db
      .selectFrom('files')
      .select('id')
      .where('id', '=', files[0]?.id ?? '')
      .execute(),
  ).toEqual([])
})

test('a co-author says no; only authors read it; the lead lets them go with a reason, and the others submit', async () => {
  const { who, as, house } = at
  const id = await aFrozenDraft('jurij', 'bartek')
  expectDone(await as('bartek').post(url(paths.projectAcceptance, { id, version: 1 })))
  const refusal = url(paths.projectRefusal, { id, version: 1 })
  expect((await as('jurij').post(refusal, {})).status).toBe(422)
  expect((await as('marta').post(refusal, { powod: 'Nie.' })).html).toContain('Zamiast odmawiać')
  expect((await as('olga').post(refusal, { powod: 'Nie.' })).status).toBe(409)
  expectDone(await as('jurij').post(refusal, { powod: 'Wolę boisko.' }))
  expectDone(await as('jurij').post(refusal, { powod: 'Wolę boisko.' }))
  const page = async (visitor: { get: (path: string) => Promise<{ html: string }> }) => (await visitor.get(url(paths.project, { id }))).html
  expect(await page(as('marta'))).toContain('Wolę boisko.')
  const outside = await page(house.stranger)
  expect([outside.includes('Wolę boisko.'), outside.includes('Brakuje zgody: 1 osoba')]).toEqual([false, true])
  expect(outside).not.toContain('Kto jeszcze nie przyjął')
  const release = url(paths.projectRelease, { id, version: 1, person: who('jurij').id })
  expect((await as('bartek').post(release, { powod: 'x' })).status).toBe(404)
  const unreasoned = await as('marta').post(release, {})
  expect([unreasoned.status, unreasoned.html.includes('Napisz powód')]).toEqual([422, true])
  expectDone(await as('marta').post(release, { powod: 'Zostajemy przy parku.' }))
  expect((await loadProject(at.ctx('marta'), id)).authorIds).not.toContain(who('jurij').id)
  expect((await lettersTo('jurij')).at(-1)).toContain('Nie jesteś już wśród autorów')
  house.now = inSubmission
  expectDone(await as('marta').post(url(paths.projectSubmission, { id })))
  house.now = today
})

test('whoever agrees that it goes on without them is released without a reason; who has not refused cannot be', async () => {
  const { who, as } = at
  const id = await aFrozenDraft('jurij', 'bartek')
  const release = (key: 'jurij' | 'bartek') => url(paths.projectRelease, { id, version: 1, person: who(key).id })
  expectDone(await as('jurij').post(url(paths.projectRefusal, { id, version: 1 }), { powod: 'Wyjeżdżam.', bezemnie: 'tak' }))
  expect((await as('marta').post(release('bartek'), { powod: 'x' })).html).toContain('nie odmówiła')
  expectDone(await as('marta').post(release('jurij'), {}))
  expect((await loadProject(at.ctx('marta'), id)).authorIds.toSorted()).toEqual([who('marta').id, who('bartek').id].sort())
})

test('the lead reminds those who are missing once a day, the house every third day, and nobody who has accepted', async () => {
  const { as, house } = at
  const id = await aFrozenDraft('jurij', 'bartek')
  expectDone(await as('bartek').post(url(paths.projectAcceptance, { id, version: 1 })))
  const remind = () => as('marta').post(url(paths.projectReminders, { id }))
  const told = async (key: 'jurij' | 'bartek') => (await lettersTo(key)).filter(subject => subject.startsWith('Projekt czeka na Twoją zgodę')).length
  const before = { jurij: await told('jurij'), bartek: await told('bartek') }
  const since = async () => ({ jurij: (await told('jurij')) - before.jurij, bartek: (await told('bartek')) - before.bartek })
  expect((await as('jurij').post(url(paths.projectReminders, { id }))).status).toBe(409)
  expectDone(await remind())
  expectDone(await remind())
  expect(await since()).toEqual({ jurij: 1, bartek: 0 })
  // other drafts of this house wait too: only this one is counted, by its letters
  await remindWaiting(house.ctx())
  expect(await since()).toEqual({ jurij: 1, bartek: 0 })
  house.now = new Date(today.getTime() + 3 * 86_400_000)
  expect(await remindWaiting(house.ctx())).toBeGreaterThan(0)
  expect((await since()).jurij).toBeGreaterThan(1)
  const { jurij } = await since()
  await remindWaiting(house.ctx())
  expect((await since()).jurij).toBe(jurij)
  house.now = today
})

test('a poster and the preview of a link are for what everybody may read; a private draft prints for its authors alone', async () => {
  const { as, house } = at
  const id = await at.aWholeDraft({ widocznosc: 'private', sciezka: 'individual' })
  for (const path of [paths.projectPrint, paths.projectPoster] as const) expect((await house.stranger.get(url(path, { id }))).status).toBe(404)
  expect((await as('marta').get(url(paths.projectPrint, { id }))).html.slice(0, 5)).toBe('%PDF-')
  expect((await as('marta').get(url(paths.projectPoster, { id }))).status).toBe(404)
  expect((await as('marta').get(url(paths.project, { id }))).html).not.toContain('og:title')
  const shown = await at.aWholeDraft()
  const { html } = await house.stranger.get(url(paths.project, { id: shown }))
  expect(html).toContain('<meta property="og:title" content="Park kieszonkowy"/>')
  expect(/og:[^>]*(Marta|demo\.example)/.test(html)).toBe(false)
  for (const path of [paths.projectPrint, paths.projectPoster] as const)
    expect((await house.stranger.get(url(path, { id: shown }))).html.slice(0, 5)).toBe('%PDF-')
})
