import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { voicesCase } from '#modules/meetings/standing.actions.ts'
import {
  claimSheet as claim,
  countClaimTry,
  findPhoto,
  insertPhoto,
  insertSheets,
  markKeyed,
  nextSheetNumber,
  sheetByCode,
} from '#modules/meetings/voices/sheets.store.ts'
import { type ClaimWhy, claimRules, type KeyInWhy, mayKeyIn, mayPrintSheets } from '#modules/meetings/voices/voices.rules.ts'
import { claimVoices } from '#modules/meetings/voices/voices.store.ts'
import { printedCode } from '#modules/people/sign-in/codes.rules.ts'
import { keyedDigest, newPrintedCode } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

/** What the door knows: the secret of the installation and the network address of the visitor, kept only as a keyed digest. */
export type SheetDoor = { readonly secret: string; readonly address: string }
const digestOf = (door: Pick<SheetDoor, 'secret'>, code: string) => keyedDigest(door.secret, 'sheet', printedCode(code))

export type PrintedSheet = { readonly number: number; readonly code: string }

/** New sheets, each with a number that everybody sees and a code that only paper knows: of the code a digest is kept. */
export async function printSheets(
  ctx: Ctx,
  door: Pick<SheetDoor, 'secret'>,
  meetingId: string,
  count: number,
): Promise<Verdict<KeyInWhy> & { readonly sheets?: readonly PrintedSheet[] }> {
  return inTransaction(ctx, async ctx => {
    const { meeting, voices } = await voicesCase(ctx, meetingId)
    const verdict = mayPrintSheets(ctx.actor, voices)
    if (!verdict.ok) return verdict
    const first = await nextSheetNumber(ctx, meetingId)
    const sheets = Array.from({ length: count }, (_, at) => ({ number: first + at, code: newPrintedCode() }))
    await insertSheets(
      ctx,
      sheets.map(({ number, code }) => ({ id: newId('sheet'), meetingId, number, digest: digestOf(door, code) })),
    )
    await record(ctx, 'sheets.printed', meetingId, { title: meeting.title, from: first, to: first + count - 1 })
    return { ...yes, sheets }
  })
}

export type Claimed = { readonly ok: true; readonly meetingId: string; readonly voices: number } | { readonly ok: false; readonly why: ClaimWhy }

/** Whoever holds the tear-off part is the author of what the sheet says. Each code once; tries from one place are counted. */
export async function claimSheet(ctx: Ctx, door: SheetDoor, typed: string): Promise<Claimed> {
  return inTransaction(ctx, async ctx => {
    const byPerson = await countClaimTry(ctx, keyedDigest(door.secret, 'sheet-try', ctx.actor.id), claimRules.triesAnHour)
    // a library is one address for many people
    const byAddress = await countClaimTry(ctx, keyedDigest(door.secret, 'sheet-try', door.address), claimRules.addressTriesAnHour)
    if (!byPerson || !byAddress) return no('too-many')
    const sheet = await sheetByCode(ctx, digestOf(door, typed))
    if (!sheet) return no('wrong-code')
    const { meeting } = await voicesCase(ctx, sheet.meetingId)
    if (!(await claim(ctx, sheet.id))) return sheet.claimedBy === ctx.actor.id ? { ...yes, meetingId: sheet.meetingId, voices: 0 } : no('claimed')
    const voices = await claimVoices(ctx, sheet.id, ctx.actor.id)
    await record(ctx, 'voice.claimed', sheet.meetingId, { title: meeting.title, number: sheet.number })
    return { ...yes, meetingId: sheet.meetingId, voices }
  })
}

/** The ambassador photographs a sheet; the office keys it in. Nobody else sees the photograph. */
export async function addSheetPhoto(
  ctx: Ctx,
  meetingId: string,
  photo: { key: string; file: ChosenFile; label: string },
): Promise<Verdict<KeyInWhy | FileRefusal>> {
  return inTransaction(ctx, async ctx => {
    const { meeting, voices } = await voicesCase(ctx, meetingId)
    const verdict = mayKeyIn(ctx.actor, voices)
    if (!verdict.ok) return verdict
    // a subject of its own: photographs of the meeting are published by it, this one never
    const id = photo.key.replace(/^key/, 'sheetphoto')
    const kept = await keepFile(ctx, { ...photo, alt: photo.label || '–', owner: ctx.actor.id, subject: id, visibility: 'private', only: 'image' })
    if (!kept.ok) return kept
    if (await insertPhoto(ctx, { id, meetingId, fileId: kept.id, label: photo.label }))
      await record(ctx, 'sheet.photographed', meetingId, { title: meeting.title })
    return yes
  })
}

export async function finishPhoto(ctx: Ctx, id: string): Promise<Verdict<KeyInWhy | 'no-photo'>> {
  return inTransaction(ctx, async ctx => {
    const photo = await findPhoto(ctx, id)
    if (!photo) return no('no-photo')
    const { meeting, voices } = await voicesCase(ctx, photo.meetingId)
    const verdict = mayKeyIn(ctx.actor, voices)
    if (!verdict.ok) return verdict
    if (await markKeyed(ctx, id)) await record(ctx, 'sheet.keyed', photo.meetingId, { title: meeting.title })
    return yes
  })
}
