import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { photosOf } from '#modules/proposals/place/photos.rules.ts'
import { versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { insideOf } from '#platform/testing-pdf.ts'
import { expectDone, type Visitor } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

async function addPhoto(id: string, alt: string, background: string) {
  const pixels = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const photo = new File([new Uint8Array(pixels)], 'skwer.jpg', { type: 'image/jpeg' })
  expectDone(await at.as('marta').post(url(paths.projectPhotos, { id }), { key: newId('key'), alt, caption: '', consent: 'tak', photo }))
}
/** What is in the printed project: how many pictures, and what is said of each for those who do not see it. */
async function printed(visitor: Visitor, path: string) {
  const pdf = (await visitor.get(path)).bytes
  const inside = insideOf(pdf)
  return {
    pictures: [...inside.matchAll(/\/Subtype\s*\/Image/g)].length,
    said: [...new Set([...inside.matchAll(/\/Alt\s*\((Foto[^)]*)\)/g)].map(([, words]) => words))].sort(),
    tagged: /pdfuaid:part(>|=")1/.test(inside),
    size: pdf.length,
  }
}

/** What the page of a version shows: pictures, and photos said in words. */
async function onPage(visitor: Visitor, id: string) {
  const { html } = await visitor.get(url(paths.projectVersion, { id, version: 1 }))
  return {
    pictures: [...html.matchAll(/<img src="\/pliki\/file_/g)].length,
    words: [...html.matchAll(/Nie pokazujemy już zdjęcia „(Foto \w+)”/g)].map(([, words]) => words),
  }
}

test('photos of the place are shown and printed by one rule: an older version keeps what its authors took out later; hidden or without consent, it is in words', async () => {
  const { as, house } = at
  const id = await at.aWholeDraft()
  const [now, first] = [url(paths.projectPrint, { id }), url(paths.projectVersionPrint, { id, version: 1 })]
  const none = await printed(house.stranger, now)
  expect(none).toMatchObject({ pictures: 0, said: [], tagged: true })
  await addPhoto(id, 'Foto one', '#2f7a52')
  await addPhoto(id, 'Foto two', '#b5472f')
  const two = await printed(house.stranger, now)
  expect(two).toMatchObject({ pictures: 2, said: ['Foto one', 'Foto two'], tagged: true })
  expect(two.size - none.size).toBeLessThan(100_000)
  expectDone(await as('marta').post(url(paths.projectFreeze, { id })))
  expect(await printed(house.stranger, first)).toMatchObject({ pictures: 2 })
  expectDone(await as('marta').post(url(paths.projectReopening, { id }), { powod: 'Jedno wystarczy.' }))
  const [photo] = await filesOf(at.ctx('marta'), photosOf(id))
  expectDone(await as('marta').post(url(paths.projectPhotoRemoval, { id, file: photo?.id ?? '' }), {}))
  expect(await printed(house.stranger, now)).toMatchObject({ pictures: 1, said: ['Foto two'] })
  expect(await printed(house.stranger, first)).toMatchObject({ pictures: 2, said: ['Foto one', 'Foto two'] })
  expect(await onPage(house.stranger, id)).toEqual({ pictures: 2, words: [] })
  const withdrawal = url(paths.projectPhotoWithdrawal, { id, file: photo?.id ?? '' })
  for (const key of ['olga', 'celina', 'bartek'] as const) expect((await as(key).post(withdrawal, {})).status, key).toBe(403)
  expect((await as('marta').get(url(paths.projectVersion, { id, version: 1 }))).html).toContain(withdrawal)
  expect((await as('olga').get(url(paths.projectVersion, { id, version: 1 }))).html).not.toContain('wycofanie-zgody')
  expectDone(await as('monika').post(withdrawal, {}))
  expectDone(await as('monika').post(withdrawal, {}))
  expect((await house.stranger.get(url(paths.file, { id: photo?.id ?? '' }))).status).toBe(404)
  for (const path of [now, first]) expect(await printed(house.stranger, path)).toMatchObject({ pictures: 1, said: ['Foto two'] })
  expect(await onPage(house.stranger, id)).toEqual({ pictures: 1, words: ['Foto one'] })
  const [version] = await versionsOf(at.ctx('marta'), id)
  expect(version && hashOf(version.snapshot)).toBe(version?.hash)
  const [left] = await filesOf(at.ctx('marta'), photosOf(id))
  await house.db.insertInto('hidings').values({ subject_id: id, since: house.now }).execute()
  expect((await house.stranger.get(now)).status).toBe(404)
  for (const path of [now, first]) expect(await printed(as('marta'), path)).toMatchObject({ pictures: 0, said: [] })
  expect(await onPage(as('marta'), id)).toEqual({ pictures: 0, words: ['Foto one', 'Foto two'] })
  const file = url(paths.file, { id: left?.id ?? '' })
  expect([(await house.stranger.get(file)).status, (await as('marta').get(file)).status]).toEqual([404, 200])
})
