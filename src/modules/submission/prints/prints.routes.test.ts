import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { photosOf } from '#modules/proposals/place/photos.rules.ts'
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

test('photos of the place are printed with what they show; one that was taken out, or whose draft is hidden, is not', async () => {
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
  for (const path of [now, first]) expect(await printed(house.stranger, path)).toMatchObject({ pictures: 1, said: ['Foto two'] })
  const [left] = await filesOf(at.ctx('marta'), photosOf(id))
  await house.db.insertInto('hidings').values({ subject_id: id, since: house.now }).execute()
  expect((await house.stranger.get(now)).status).toBe(404)
  expect(await printed(as('marta'), now)).toMatchObject({ pictures: 0, said: [] })
  const file = url(paths.file, { id: left?.id ?? '' })
  expect([(await house.stranger.get(file)).status, (await as('marta').get(file)).status]).toEqual([404, 200])
})
