import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths, url } from '#paths'
import { keepFile, publishFiles } from '#platform/files.ts'
import { filesModule } from '#web/files.module.ts'
import { openHouse, somebody, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ modules: [filesModule] })
})
afterAll(() => house.close())

const marta = somebody('Marta')
const keep = async (subject: string, content: Uint8Array, name: string) => {
  const kept = await keepFile(house.ctx(marta), {
    file: new File([content as Uint8Array<ArrayBuffer>], name),
    owner: marta.id,
    subject,
    visibility: 'private',
    alt: 'Plac',
  })
  if (!kept.ok) throw new Error(kept.why)
  return url(paths.file, { id: kept.id })
}
const photo = () =>
  sharp({ create: { width: 900, height: 300, channels: 3, background: '#274060' } })
    .png()
    .toBuffer()

test('an unpublished picture is seen by its owner and staff; for others there is no such page', async () => {
  const address = await keep('need_1', await photo(), 'plac.png')
  const statuses = await Promise.all(
    [house.stranger, house.as(somebody('Jurij')), house.as(marta), house.as(somebody('Celina', 'clerk'))].map(who => who.get(address)),
  )
  expect(statuses.map(answer => answer.status)).toEqual([404, 404, 200, 200])
  expect(statuses[2]?.headers.get('cache-control')).toBe('private, no-store')
  await publishFiles(house.ctx(), 'need_1')
  const seen = await house.stranger.get(address)
  expect([seen.status, seen.headers.get('cache-control'), seen.headers.get('content-type')]).toEqual([200, 'public, max-age=86400', 'image/webp'])
  expect(seen.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await house.stranger.get(`${address}?rozmiar=640`)).headers.get('etag')).toMatch(/-small"$/)
})

test('a document is saved, never opened in our origin', async () => {
  const answer = await house.as(marta).get(await keep('need_2', Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF'), 'plan osiedla „A”.pdf'))
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''plan%20osiedla/)
})

test('an address that was never given is missing', async () => {
  expect((await house.stranger.get('/pliki/file_nic')).status).toBe(404)
  expect((await house.stranger.get('/pliki/..%2f..%2fetc%2fpasswd')).status).toBe(404)
})
