import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { modules } from '#modules'
import { loadPerson } from '#modules/people/people.store.ts'
import { versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { textOf } from '#platform/testing-pdf.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
let id: string
let comment: string
beforeAll(async () => {
  at = await openDraftingHouse()
  const { house, as, who } = at
  id = await at.aWholeDraft()
  await at.join(id, 'jurij')
  expectDone(await at.write(id, 'opis', 'Sześć ławek i stojak.', 1, 'jurij'))
  const voice = { key: newId('key'), kind: 'experience', text: 'Ławki przydadzą się wszystkim.' }
  comment = expectDone(await as('jurij').post(url(paths.projectComments, { id }), voice)).split('#')[1] ?? ''
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  house.now = inSubmission
  const mark = (await versionsOf(at.ctx('marta'), id))[0]?.hash ?? ''
  const kartka = new File([new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')], 'kartka.pdf')
  const signature = { key: newId('key'), osoba: who('jurij').id, odcisk: mark, kartka }
  expectDone(await as('marta').post(url(paths.projectSignature, { id, version: 1 }), signature))
  expectDone(await as('marta').post(url(paths.projectSubmission, { id })))
  const { version, wholeName } = await loadPerson(at.ctx('jurij'), who('jurij').id)
  expectDone(
    await as('jurij').post(paths.profile, { name: wholeName, nameShown: 'initial', locale: 'pl', mailWish: 'each', version: String(version) }),
  )
  await house.settle()
})
afterAll(() => {
  at.house.now = today
  return at.house.close()
})

/** Every page and print of the project that has an address of its own, comparisons of two versions and of two moments too, a comment on it and the public register. */
const addresses = () => [
  ...modules
    .flatMap(module => module.routes)
    .filter(({ method, path }) => method === 'get' && path.startsWith('/projekty/:id') && /^[^:]*:id(\/[^:]*)?(:version[^:]*)?$/.test(path))
    .map(({ path }) => path.replace(':id', id).replace(':version', '1')),
  `${url(paths.projectHistory, { id })}?od=poczatek&do=teraz`,
  url(paths.comment, { id: comment }),
  paths.register,
]
async function pagesAs(key: 'marta' | 'celina' | 'olga' | undefined) {
  const client = key ? at.as(key) : at.house.stranger
  const pages = await Promise.all(addresses().map(async address => ({ address, ...(await client.get(address)) })))
  return pages.flatMap(({ address, status, html, bytes }) =>
    status === 200 ? [{ address, text: html.startsWith('%PDF') ? textOf(bytes) : html }] : [],
  )
}
const visitors = [undefined, 'marta', 'celina', 'olga'] as const
const setNames = (rule: 'own' | 'whole') =>
  sql`update editions set rules = jsonb_set(rules, '{drafting,authorNames}', ${JSON.stringify(rule)}::jsonb)`.execute(at.house.db)

test('as each chose: the whole name of an author who shows an initial is on no page of the project', async () => {
  await setNames('own')
  for (const visitor of visitors) {
    const pages = await pagesAs(visitor)
    expect(pages.length).toBeGreaterThan(7)
    for (const { address, text } of pages) expect(text.includes('Kowalenko'), `${visitor} ${address}`).toBe(false)
  }
})

test('whole names where the rules say so: on old versions, in the history and on the life line as on the project’s page, never the short one', async () => {
  await setNames('whole')
  const named = [paths.project, paths.projectHistory, paths.projectVersions, paths.projectPrint].map(path => url(path, { id }))
  for (const visitor of visitors) {
    const pages = await pagesAs(visitor)
    for (const { address, text } of pages) expect(text.includes('Jurij K.'), `${visitor} ${address}`).toBe(false)
    const [version, print] = [paths.projectVersion, paths.projectVersionPrint].map(path => url(path, { id, version: 1 }))
    for (const address of [...named, version, print, url(paths.comment, { id: comment })])
      expect(pages.find(one => one.address === address)?.text.includes('Jurij Kowalenko'), `${visitor} ${address}`).toBe(true)
  }
})
