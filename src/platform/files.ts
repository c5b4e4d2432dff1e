import { basename } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { type Actor, has, isStaff } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { no } from '#kit/verdict.ts'
import type { Ctx } from '#platform/context.ts'
import type { Retention } from '#platform/retention.ts'
import { type FileRefusal, readUpload, type Upload } from '#platform/uploads.ts'

type FileRow = {
  id: string
  owner_id: string
  subject: string
  kind: 'image' | 'pdf'
  name: string
  bytes: number
  width: number | null
  height: number | null
  alt: string | null
  caption: string | null
  visibility: Visibility
  disk_key: string
  key: string | null
  created_at: Date
}
declare module '#platform/schema.ts' {
  interface Tables {
    files: FileRow
  }
}

/** Confidential is what nobody but its owner and coordinators may see, and what is never published. */
export type Visibility = 'private' | 'public' | 'confidential'
export type KeptFile = {
  readonly id: string
  readonly ownerId: string
  /** Id of the thing it belongs to: a need, a page, a project. */
  readonly subject: string
  readonly kind: 'image' | 'pdf'
  readonly name: string
  readonly bytes: number
  readonly width: number | undefined
  readonly height: number | undefined
  readonly alt: string
  readonly caption: string
  readonly visibility: Visibility
  readonly createdAt: Date
}

let disk: Disk | undefined
let place = ''
/** Where files lie: one folder of this machine, named once at start. Their keys are random, so no address can be guessed. */
export function configureFiles(folder: string): void {
  place = folder
  disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
}
function theDisk(): Disk {
  assert(disk, 'configureFiles(folder) must be called before files are kept')
  return disk
}
export const folderOfFiles = (): string => place
const smallOf = (diskKey: string) => `${diskKey}.small`

/** A file as a form brings it: chosen just now, or waiting since the form was shown again (`waiting-files.ts`). */
export type ChosenFile = File | { readonly waiting: string }
/** What the files of a form that is not finished belong to: nobody but whoever sent them sees them. */
export const waiting = 'waiting'
export const waitingOf = (personId: string) => `${waiting} ${personId}`

type Place = { readonly owner: string; readonly subject: string; readonly visibility: Visibility; readonly alt?: string; readonly caption?: string }
type Given = Place & { readonly key?: string; readonly only?: 'image' }
export type FileKept = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: FileRefusal }

/**
 * Checks a file and keeps it. Private until `publishFiles`. A picture needs words (`alt`) for those who do not see it.
 * `only: 'image'` refuses documents. `key` is the form's own: a second post of the same form answers with the file already kept.
 */
export async function keepFile(ctx: Ctx, { file, ...given }: Given & { readonly file: ChosenFile }): Promise<FileKept> {
  const { owner, subject, visibility, key } = given
  const known = await idByKey(ctx, key)
  if (known) return { ok: true, id: known }
  if (!(file instanceof File)) return takeWaiting(ctx, file.waiting, given)
  const read = await readUpload(file)
  if (!read.ok) return read
  const refused = refusedAs(read.upload.kind, given)
  if (refused) return no(refused)
  const id = newId('file')
  const diskKey = await write(read.upload)
  const size = read.upload.kind === 'image' ? { width: read.upload.width, height: read.upload.height } : { width: null, height: null }
  const texts = { name: basename(file.name).slice(0, 120), ...wordsOf(given) }
  const row = {
    id,
    owner_id: owner,
    subject,
    visibility,
    kind: read.upload.kind,
    ...texts,
    ...size,
    bytes: read.upload.full.length,
    disk_key: diskKey,
  }
  const written = await ctx.db
    .insertInto('files')
    .values({ ...row, key: key ?? null, created_at: ctx.wall })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 1n) return { ok: true, id }
  await removeFromDisk(diskKey)
  const first = await idByKey(ctx, key)
  assert(first, 'what clashed is there')
  return { ok: true, id: first }
}

const wordsOf = ({ alt, caption }: Given) => ({ alt: alt?.trim() ?? null, caption: caption?.trim() ?? null })
const refusedAs = (kind: KeptFile['kind'], { only, alt }: Given): FileRefusal | undefined => {
  if (only === 'image' && kind !== 'image') return 'not-image'
  return kind === 'image' && !alt?.trim() ? 'alt-missing' : undefined
}
const idByKey = async ({ db }: Ctx, key: string | undefined): Promise<string | undefined> =>
  key ? (await db.selectFrom('files').select('id').where('key', '=', key).executeTakeFirst())?.id : undefined

/** One's own waiting file, never anybody else's, goes where its form sends it. */
async function takeWaiting(ctx: Ctx, id: string, given: Given): Promise<FileKept> {
  const { owner, subject, visibility, key = null } = given
  const file = (await filesOf(ctx, waitingOf(ctx.actor.id))).find(one => one.id === id)
  const refused = file && refusedAs(file.kind, given)
  if (refused) return no(refused)
  const taken = await ctx.db
    .updateTable('files')
    .set({ owner_id: owner, subject, visibility, key, ...wordsOf(given) })
    .where('id', '=', id)
    .where('subject', '=', waitingOf(ctx.actor.id))
    .executeTakeFirst()
  if (taken.numUpdatedRows === 1n) return { ok: true, id }
  // the same form twice at one moment: the other was first
  const known = await idByKey(ctx, key ?? undefined)
  return known ? { ok: true, id: known } : no('file-missing')
}

async function write(upload: Upload): Promise<string> {
  const random = newId('f').slice(2)
  const diskKey = `${random.slice(0, 2)}/${random}`
  await theDisk().put(diskKey, upload.full)
  if (upload.kind === 'image') await theDisk().put(smallOf(diskKey), upload.small)
  return diskKey
}

async function removeFromDisk(diskKey: string): Promise<void> {
  for (const key of [diskKey, smallOf(diskKey)]) if (await theDisk().exists(key)) await theDisk().delete(key)
}

export const isOwnFile = (actor: Actor, { ownerId }: Pick<KeptFile, 'ownerId'>): boolean => actor.id !== '' && actor.id === ownerId

/** Whoever owns a file, and staff, see it before it is published; what is confidential, of the staff only coordinators. */
export const maySeeFile = (actor: Actor, file: Pick<KeptFile, 'visibility' | 'ownerId'>): boolean =>
  file.visibility === 'public' || isOwnFile(actor, file) || (file.visibility === 'confidential' ? has(actor, 'coordinator') : isStaff(actor))

export async function findFile({ db }: Ctx, id: string): Promise<KeptFile | undefined> {
  const row = await db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toFile(row)
}

export async function readFile({ db }: Ctx, id: string, variant: 'full' | 'small'): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('files').select(['disk_key', 'kind']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const key = variant === 'small' && row.kind === 'image' ? smallOf(row.disk_key) : row.disk_key
  return (await theDisk().exists(key)) ? theDisk().getBytes(key) : undefined
}

/** Files of one thing or several, in the order they came. */
export async function filesOf({ db }: Ctx, subject: string | readonly string[]): Promise<KeptFile[]> {
  const subjects = typeof subject === 'string' ? [subject] : subject
  if (subjects.length === 0) return []
  const rows = await db.selectFrom('files').selectAll().where('subject', 'in', subjects).orderBy('created_at').orderBy('id').execute()
  return rows.map(toFile)
}

/** Shows the files of a thing (all, or only these) to everybody; called by the action that publishes the thing. */
export async function publishFiles({ db }: Ctx, subject: string, only?: readonly string[]): Promise<void> {
  if (only?.length === 0) return
  let files = db.updateTable('files').set({ visibility: 'public' }).where('subject', '=', subject).where('visibility', '=', 'private')
  if (only) files = files.where('id', 'in', only)
  await files.execute()
}

export async function eraseFile({ db }: Ctx, id: string): Promise<void> {
  const row = await db.deleteFrom('files').where('id', '=', id).returning('disk_key').executeTakeFirst()
  if (row) await removeFromDisk(row.disk_key)
}

/** It belongs to something else from now on. */
export async function setFileAside({ db }: Ctx, id: string, subject: string): Promise<void> {
  await db.updateTable('files').set({ subject }).where('id', '=', id).execute()
}

/** All files of a thing, but the one that takes their place. */
export async function eraseFilesOf(ctx: Ctx, subject: string | readonly string[], but?: string): Promise<void> {
  for (const file of await filesOf(ctx, subject)) if (file.id !== but) await eraseFile(ctx, file.id)
}

export const filesOfPerson = async ({ db }: Ctx, personId: string): Promise<KeptFile[]> =>
  (await db.selectFrom('files').selectAll().where('owner_id', '=', personId).orderBy('created_at').execute()).map(toFile)

/** With the account go the person's unpublished files; a published one belongs to the thing it shows and loses its owner. */
export async function eraseFilesOfPerson(ctx: Ctx, personId: string): Promise<void> {
  for (const file of await filesOfPerson(ctx, personId)) if (file.visibility !== 'public') await eraseFile(ctx, file.id)
  await ctx.db.updateTable('files').set({ owner_id: '' }).where('owner_id', '=', personId).execute()
}

const toFile = (row: FileRow): KeptFile => ({
  id: row.id,
  ownerId: row.owner_id,
  subject: row.subject,
  kind: row.kind,
  name: row.name,
  bytes: row.bytes,
  width: row.width ?? undefined,
  height: row.height ?? undefined,
  alt: row.alt ?? '',
  caption: row.caption ?? '',
  visibility: row.visibility,
  createdAt: row.created_at,
})

/** A file that nobody published within the period belongs to nothing that is seen. */
export const filesRetention: readonly Retention[] = [
  {
    what: 'unpublished-files',
    keep: { years: 1 },
    async sweep(ctx, before) {
      const old = await ctx.db.selectFrom('files').select('id').where('visibility', '=', 'private').where('created_at', '<', before).execute()
      for (const { id } of old) await eraseFile(ctx, id)
      return old.length
    },
  },
]
