import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { house } from '#kit/actor.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import {
  configureFiles,
  eraseFilesOf,
  eraseFilesOfPerson,
  filesOf,
  filesRetention,
  findFile,
  keepFile,
  publishFiles,
  readFile,
} from '#platform/files.ts'
import { cutoff } from '#platform/retention.ts'
import { sweepStrayFiles } from '#platform/stray-files.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  configureFiles(folder)
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const ctx = (wall = new Date()): Ctx => ({ db: database.db, actor: house, now: new Date('2026-03-12T10:00:00Z'), wall, locale: 'pl' })
const file = (content: Uint8Array | string, name = 'zdjęcie.jpg') => new File([content as string], name, { type: 'image/jpeg' })
const photo = (width = 3000, height = 1500) =>
  sharp({ create: { width, height, channels: 3, background: '#274060' } })
    .withExif({ IFD0: { Copyright: 'Marta' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 2/1 3/1' } })
    .jpeg()
    .toBuffer()
const given = { owner: 'person_marta', subject: 'need_1', visibility: 'private' as const, alt: 'Plac bez cienia' }
const filesOnDisk = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).length

test('a photo is drawn anew: smaller, without place and camera, with a small copy', async () => {
  const taken = await photo()
  expect((await sharp(taken).metadata()).exif).toBeDefined()
  const kept = await keepFile(ctx(), { ...given, file: file(taken) })
  if (!kept.ok) throw new Error(kept.why)
  expect(await findFile(ctx(), kept.id)).toMatchObject({ kind: 'image', width: 2000, height: 1000, alt: 'Plac bez cienia', visibility: 'private' })
  const full = await sharp(await readFile(ctx(), kept.id, 'full')).metadata()
  const small = await sharp(await readFile(ctx(), kept.id, 'small')).metadata()
  expect([full.format, full.width, full.exif, small.width]).toEqual(['webp', 2000, undefined, 640])
})

test('a photo taken sideways is turned upright', async () => {
  const sideways = await sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const kept = await keepFile(ctx(), { ...given, subject: 'need_side', file: file(sideways) })
  expect(kept.ok).toBe(true)
  expect((await filesOf(ctx(), 'need_side'))[0]).toMatchObject({ width: 200, height: 400 })
})

const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(200)])
const heic = Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.from('mif1heic'), Buffer.alloc(100)])
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
test.each([
  ['an archive called a photo', () => file(zip), 'file-kind'],
  ['a drawing with a script', () => file(svg, 'rysunek.svg'), 'file-kind'],
  ['words called a photo', () => file('to nie jest zdjęcie'), 'file-kind'],
  ['an empty file', () => file(''), 'file-missing'],
  ['fifty megabytes', () => file(new Uint8Array(50_000_000)), 'file-too-big'],
  ['a HEIC photo', () => file(heic), 'file-heic'],
  ['half a photo', async () => file((await photo()).subarray(0, 900)), 'file-broken'],
])('%s is refused and nothing is kept', async (_, make, why) => {
  const before = await filesOnDisk()
  expect(await keepFile(ctx(), { ...given, subject: 'need_bad', file: await make() })).toEqual({ ok: false, why })
  expect([await filesOf(ctx(), 'need_bad'), await filesOnDisk()]).toEqual([[], before])
})

test('a picture without words is refused; a document needs none', async () => {
  expect(await keepFile(ctx(), { ...given, alt: '  ', file: file(await photo(20, 20)) })).toEqual({ ok: false, why: 'alt-missing' })
  const pdf = file('%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF', 'mapa.pdf')
  expect(await keepFile(ctx(), { ...given, subject: 'need_pdf', alt: undefined, file: pdf })).toMatchObject({ ok: true })
  expect((await filesOf(ctx(), 'need_pdf'))[0]).toMatchObject({ kind: 'pdf', name: 'mapa.pdf' })
})

test('a form posted sixteen times at once keeps one file', async () => {
  const taken = await photo(50, 50)
  const before = await filesOnDisk()
  const kept = await Promise.all(
    Array.from({ length: 16 }, () => keepFile(ctx(), { ...given, subject: 'need_twice', key: 'key_1', file: file(taken) })),
  )
  expect(new Set(kept.map(one => one.ok && one.id)).size).toBe(1)
  expect([(await filesOf(ctx(), 'need_twice')).length, await filesOnDisk()]).toEqual([1, before + 2])
})

test('publishing shows all files of a thing; erasing leaves nothing on the disk', async () => {
  await publishFiles(ctx(), 'need_1')
  expect((await filesOf(ctx(), 'need_1')).map(kept => kept.visibility)).toEqual(['public'])
  const before = await filesOnDisk()
  await eraseFilesOf(ctx(), 'need_1')
  expect([await filesOf(ctx(), 'need_1'), await filesOnDisk()]).toEqual([[], before - 2])
})

test('unpublished files go after their period, published ones stay; with an account goes what was not published', async () => {
  const [rule] = filesRetention
  if (!rule) throw new Error('no rule')
  const wall = new Date()
  const old = ctx(new Date(wall.getTime() - 367 * 86_400_000))
  const make = async (at: Ctx, subject: string, owner = 'person_jurij') => keepFile(at, { ...given, owner, subject, file: file(await photo(30, 30)) })
  await make(old, 'old_private')
  await make(old, 'old_public')
  await publishFiles(ctx(), 'old_public')
  await make(ctx(), 'new_private')
  expect(await rule.sweep(ctx(), cutoff(rule.keep, wall))).toBe(1)
  expect((await filesOf(ctx(), ['old_private', 'old_public', 'new_private'])).map(kept => kept.subject)).toEqual(['old_public', 'new_private'])
  await eraseFilesOfPerson(ctx(), 'person_jurij')
  expect((await filesOf(ctx(), ['old_public', 'new_private'])).map(kept => [kept.subject, kept.ownerId])).toEqual([['old_public', '']])
})

test('what a rolled-back transaction left on disk goes after a day; what a row knows stays, and so does what is being written', async () => {
  const stays = await keepFile(ctx(), { ...given, subject: 'need_stays', file: file(await photo(50, 50)) })
  if (!stays.ok) throw new Error(stays.why)
  const before = await filesOnDisk()
  await inTransaction(ctx(), async ctx => {
    await keepFile(ctx, { ...given, subject: 'need_lost', file: file(await photo(40, 40)) })
    throw new Error('changed my mind')
  }).catch(() => {})
  expect(await filesOnDisk()).toBe(before + 2)
  expect(await sweepStrayFiles(ctx(), folder)).toBe(0)
  const tomorrow = new Date(Date.now() + 25 * 3_600_000)
  expect(await sweepStrayFiles(ctx(tomorrow), folder)).toBe(2)
  expect(await filesOnDisk()).toBe(before)
  expect(await readFile(ctx(), stays.id, 'small')).toBeDefined()
  expect(await sweepStrayFiles(ctx(tomorrow), join(folder, 'nowhere'))).toBe(0)
})
