import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import { filesOf, filesOfPerson } from '#platform/files.ts'
import { waitingRetention } from '#platform/waiting-files.ts'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
let pixels: Buffer
beforeAll(async () => {
  at = await openDraftingHouse()
  pixels = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => at.house.close())

const photo = (name = 'plac.jpg') => new File([new Uint8Array(pixels)], name, { type: 'image/jpeg' })
const typed = () => ({ key: newId('key'), title: 'Ławka przy przystanku', text: 'Starsi nie mają gdzie usiąść, gdy czekają.', where: '13' })
const send = (fields: Record<string, string | File>, by: CastKey = 'marta') => at.as(by).post(paths.needs, fields)
const heldIn = (html: string) => /name="photo-waiting" value="(file_\w+)"/.exec(html)?.[1] ?? ''
const see = async (id: string, by?: CastKey) => (await (by ? at.as(by) : at.house.stranger).get(url(paths.file, { id }))).status
const filesBy = async (by: CastKey) => (await filesOfPerson(at.ctx(by), at.who(by).id)).map(({ id }) => id)

test('a photo chosen before the form is shown again waits for it, seen by nobody else, and goes with the need', async () => {
  const form = typed()
  const looked = await send({ ...form, photo: photo(), step: 'check' })
  const held = heldIn(looked.html)
  expect([looked.status, looked.html.includes('plac.jpg'), looked.html.includes('src="/pliki/')]).toEqual([200, true, true])
  const seen = await Promise.all([see(held, 'marta'), see(held), see(held, 'jurij'), see(held, 'celina'), see(held, 'kornelia')])
  expect(seen).toEqual([200, 404, 404, 404, 404])
  const mute = await send({ ...form, 'photo-waiting': held })
  expect([mute.status, mute.html.includes('Opisz, co jest na zdjęciu'), heldIn(mute.html)]).toEqual([422, true, held])
  const whole = { ...form, 'photo-waiting': held, alt: 'Pusty plac' }
  const [one, two] = await Promise.all([send(whole), send(whole)])
  expect(expectDone(one)).toBe(expectDone(two))
  expectDone(await send(whole))
  const id = expectDone(one).split('/').at(-1) ?? ''
  expect((await filesOf(at.ctx('marta'), id)).map(file => [file.id, file.alt, file.visibility])).toEqual([[held, 'Pusty plac', 'public']])
  expect(await see(held)).toBe(200)
})

test('another one takes its place, and it may be taken away', async () => {
  const form = typed()
  const first = heldIn((await send({ ...form, photo: photo(), step: 'check' })).html)
  const other = await send({ ...form, 'photo-waiting': first, photo: photo('drugi.jpg'), title: '' })
  const second = heldIn(other.html)
  expect([other.status, other.html.includes('drugi.jpg'), await see(first, 'marta')]).toEqual([422, true, 404])
  const away = await send({ ...form, 'photo-waiting': second, 'photo-away': 'tak', step: 'check' })
  expect([away.status, heldIn(away.html), away.html.includes(form.title), await see(second, 'marta')]).toEqual([200, '', true, 404])
  const third = heldIn((await send({ ...form, photo: photo(), step: 'check' })).html)
  const without = expectDone(await send({ ...form, 'photo-waiting': third, 'photo-away': 'tak' }))
  expect([await filesOf(at.ctx('marta'), without.split('/').at(-1) ?? ''), await see(third, 'marta')]).toEqual([[], 404])
  const broken = await send({ ...form, photo: new File(['<svg/>'], 'a.svg'), step: 'check' })
  expect([heldIn(broken.html), broken.html.includes('Tego pliku nie przyjmujemy')]).toEqual(['', true])
})

test("another person's waiting photo is neither shown, nor taken, nor thrown away", async () => {
  const held = heldIn((await send({ ...typed(), photo: photo(), step: 'check' })).html)
  const shown = await send({ ...typed(), 'photo-waiting': held, step: 'check' }, 'jurij')
  expect(heldIn(shown.html)).toBe('')
  const taken = await send({ ...typed(), 'photo-waiting': held, alt: 'Nie moje' }, 'jurij')
  expect([taken.status, taken.html.includes('Wybierz plik.')]).toEqual([422, true])
  await send({ ...typed(), 'photo-waiting': held, 'photo-away': 'tak' }, 'jurij')
  await send({ ...typed(), 'photo-waiting': held, photo: photo(), step: 'check' }, 'jurij')
  expect([await see(held, 'marta'), await see(held, 'jurij')]).toEqual([200, 404])
  expect(await filesBy('jurij')).not.toContain(held)
  const project = await at.aDraft({}, 'jurij')
  const alien = await at
    .as('jurij')
    .post(url(paths.projectPhotos, { id: project }), { key: newId('key'), alt: 'Nie moje', consent: 'tak', 'photo-waiting': held })
  expect([alien.status, heldIn(alien.html)]).toEqual([422, ''])
})

test('what hangs on a thing already is not a waiting photo of anybody, and what nobody finished goes after a day', async () => {
  const id =
    expectDone(await send({ ...typed(), photo: photo(), alt: 'Pusty plac' }))
      .split('/')
      .at(-1) ?? ''
  const [hung] = await filesOf(at.ctx('marta'), id)
  expect((await send({ ...typed(), 'photo-waiting': hung?.id ?? '', alt: 'Przewieszone' })).status).toBe(422)
  expect((await filesOf(at.ctx('marta'), id)).map(({ alt }) => alt)).toEqual(['Pusty plac'])
  const held = heldIn((await send({ ...typed(), photo: photo(), step: 'check' })).html)
  const ctx = at.ctx('marta')
  await waitingRetention.sweep(ctx, new Date(ctx.wall.getTime() - 86_400_000))
  expect(await see(held, 'marta')).toBe(200)
  await waitingRetention.sweep(ctx, new Date(ctx.wall.getTime() + 1000))
  expect([await see(held, 'marta'), await filesOf(ctx, id)]).toEqual([404, [expect.objectContaining({ id: hung?.id })]])
})
