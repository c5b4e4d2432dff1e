import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { hashOf } from '#modules/proposals/drafting/versions.actions.ts'
import { photosOf } from '#modules/proposals/place/photos.rules.ts'
import { versionsOf } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { filesOf, readFile } from '#platform/files.ts'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

/** A picture with the place and the camera in its EXIF. */
const picture = async (colour: string) =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
          .withExif({ IFD0: { Make: 'Tajny aparat' }, IFD3: { GPSLatitude: '50/1 3/1 0/1' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    'skwer.jpg',
    { type: 'image/jpeg' },
  )
async function send(id: string, fields: Record<string, string> = {}, by: CastKey = 'marta', colour = '#2f7a52') {
  const typed = { key: newId('key'), alt: 'Wydeptany trawnik i kosz.', caption: 'Widok od torów', consent: 'tak', ...fields }
  return at.as(by).post(url(paths.projectPhotos, { id }), { ...typed, photo: colour === '' ? '' : await picture(colour) })
}
const kept = (id: string) => filesOf(at.ctx('marta'), photosOf(id))
const remove = (id: string, file: string, by: CastKey = 'marta') => at.as(by).post(url(paths.projectPhotoRemoval, { id, file }), {})
const act = async (
  id: string,
  path: typeof paths.projectFreeze | typeof paths.projectReopening | typeof paths.projectVisibility,
  fields: Record<string, string> = {},
) => expectDone(await at.as('marta').post(url(path, { id }), fields))

test('an author adds a photo, without its EXIF; everybody sees it on the page, with its description', async () => {
  const id = await at.aDraft()
  const key = newId('key')
  expectDone(await send(id, { key }))
  expectDone(await send(id, { key }))
  const [photo, ...more] = await kept(id)
  expect([photo?.alt, photo?.caption, more.length]).toEqual(['Wydeptany trawnik i kosz.', 'Widok od torów', 0])
  const bytes = Buffer.from((await readFile(at.ctx('marta'), photo?.id ?? '', 'full')) ?? [])
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  const { html } = await at.house.stranger.get(url(paths.project, { id }))
  for (const words of ['Zdjęcia miejsca', 'alt="Wydeptany trawnik i kosz."', 'Widok od torów']) expect(html, words).toContain(words)
  expect((await at.house.stranger.get(url(paths.file, { id: photo?.id ?? '' }))).status).toBe(200)
  expect((await at.as('marta').get(url(paths.projectPhotos, { id }))).html).toContain('Najlepiej, żeby na zdjęciu nie było ludzi.')
})

test('what is missing is said, what was typed stays, and there are five at most', async () => {
  const id = await at.aDraft()
  for (const [fields, colour, said] of [
    [{ alt: '' }, '#111', 'Wypełnij to pole'],
    [{ consent: '' }, '#111', 'Bez tego nie możemy pokazać zdjęcia'],
    [{}, '', 'Wybierz plik'],
  ] as const) {
    const answer = await send(id, fields, 'marta', colour)
    expect([answer.status, answer.html.includes(said), answer.html.includes('Widok od torów')], said).toEqual([422, true, true])
  }
  for (let i = 0; i < 5; i += 1) expectDone(await send(id, {}, 'marta', `#00${i}${i}00`))
  expect((await send(id)).status).toBe(422)
  expect(await kept(id)).toHaveLength(5)
})

test('only authors add and remove, and a version that waits keeps its photos', async () => {
  const id = await at.aWholeDraft()
  expect((await send(id, {}, 'olga')).status).toBe(409)
  expectDone(await send(id))
  const file = (await kept(id))[0]?.id ?? ''
  expect((await remove(id, file, 'olga')).status).toBe(409)
  await act(id, paths.projectFreeze)
  expect((await send(id)).status).toBe(409)
  expect((await remove(id, file)).status).toBe(409)
  expect(await kept(id)).toHaveLength(1)
})

test('a version holds its photos: its hash vouches for the pictures, and one removed later stays with it', async () => {
  const id = await at.aWholeDraft()
  expectDone(await send(id))
  expectDone(await send(id, { caption: 'Widok z bloku' }, 'marta', '#b5472f'))
  await act(id, paths.projectFreeze)
  await act(id, paths.projectReopening, { powod: 'Jedno zdjęcie wystarczy.' })
  const [first, second] = await kept(id)
  expectDone(await remove(id, second?.id ?? ''))
  expect((await remove(id, second?.id ?? '')).status).toBe(409)
  expectDone(await send(id, { caption: 'Nigdy w wersji' }, 'marta', '#123456'))
  const passing = (await kept(id))[1]?.id ?? ''
  expectDone(await remove(id, passing))
  await act(id, paths.projectFreeze)
  const [newest, older] = await versionsOf(at.ctx('marta'), id)
  expect([older?.snapshot.photos?.length, newest?.snapshot.photos?.length]).toEqual([2, 1])
  for (const version of [newest, older]) expect(version && hashOf(version.snapshot)).toBe(version?.hash)
  const photos = (older?.snapshot.photos ?? []).map(photo => ({ ...photo, digest: '0'.repeat(64) }))
  expect(older && hashOf({ ...older.snapshot, photos })).not.toBe(older?.hash)
  const see = async (file: string | undefined) => (await at.house.stranger.get(url(paths.file, { id: file ?? '' }))).status
  expect([await see(first?.id), await see(second?.id), await see(passing)]).toEqual([200, 200, 404])
  const { html } = await at.house.stranger.get(url(paths.projectVersion, { id, version: 2 }, { od: 1 }))
  expect(html).toContain('Usunięto zdjęcie: Widok z bloku.')
  expect((await at.house.stranger.get(url(paths.project, { id }))).html).not.toContain('Widok z bloku')
})

test('in a draft that only its authors see, the photo is theirs until the draft is shown', async () => {
  const id = await at.aWholeDraft({ widocznosc: 'private' })
  expectDone(await send(id))
  const see = async (file: string) => {
    const visitors = [at.house.stranger, ...(['marta', 'jurij', 'olga', 'celina', 'bartek', 'kornelia'] as const).map(at.as)]
    return Promise.all(visitors.map(async visitor => (await visitor.get(file)).status))
  }
  const file = url(paths.file, { id: (await kept(id))[0]?.id ?? '' })
  expect(await see(file)).toEqual([404, 200, 404, 404, 404, 404, 404])
  await at.join(id, 'jurij')
  expect(await see(file)).toEqual([404, 200, 200, 404, 404, 404, 404])
  expect((await at.as('jurij').get(url(paths.project, { id }))).html).toContain(`src="${file}?rozmiar=640"`)
  // a version keeps what the draft no longer shows
  await act(id, paths.projectFreeze)
  await act(id, paths.projectReopening, { powod: 'Bez zdjęcia.' })
  expectDone(await remove(id, (await kept(id))[0]?.id ?? ''))
  expect(await see(file)).toEqual([404, 200, 200, 404, 404, 404, 404])
  expectDone(await at.as('jurij').post(url(paths.projectLeaving, { id }), {}))
  expect(await see(file)).toEqual([404, 200, 404, 404, 404, 404, 404])
  await act(id, paths.projectVisibility)
  expect((await at.house.stranger.get(file)).status).toBe(200)
})

test('a photo sent with something missing waits, and need not be chosen again', async () => {
  const id = await at.aDraft()
  const again = await send(id, { consent: '' })
  const held = /name="photo-waiting" value="(file_\w+)"/.exec(again.html)?.[1] ?? ''
  expectDone(await send(id, { 'photo-waiting': held }, 'marta', ''))
  expect((await kept(id)).map(photo => [photo.id, photo.caption])).toEqual([[held, 'Widok od torów']])
})
