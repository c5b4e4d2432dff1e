import type { Channel } from '#kit/channels.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { voicesCase } from '#modules/meetings/standing.actions.ts'
import { claimerOf, findSheetId } from '#modules/meetings/voices/sheets.store.ts'
import { type KeyInWhy, mayKeyIn, maySpeak, type SpeakWhy, type VoiceKind } from '#modules/meetings/voices/voices.rules.ts'
import { findVoiceByKey, insertVoice, type NewVoice } from '#modules/meetings/voices/voices.store.ts'
import type { Limited } from '#modules/moderation/limits.rules.ts'
import { admitPost } from '#modules/moderation/posts.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type Said = {
  readonly key: string
  readonly kind: VoiceKind
  readonly text: string
  readonly about?: string | undefined
  readonly placeWords?: string | undefined
}
type Spoken = (Verdict<SpeakWhy> & { readonly id?: string }) | Limited

/** Whoever is signed in speaks for themselves, online, while the meeting lasts. */
export async function speak(ctx: Ctx, meetingId: string, said: Said): Promise<Spoken> {
  return inTransaction(ctx, async ctx => {
    const known = await findVoiceByKey(ctx, said.key)
    if (known) return { ...yes, id: known }
    const { meeting, voices } = await voicesCase(ctx, meetingId)
    const verdict = maySpeak(ctx.actor, voices)
    if (!verdict.ok) return verdict
    const limit = await admitPost(ctx, said.key, { subjectId: meetingId, text: said.text, asked: true })
    if (!limit.ok) return { ok: false, why: 'limited', limit }
    return keep(ctx, meeting, said, { channel: 'online', authorId: ctx.actor.id, enteredBy: null, sheetId: null })
  })
}

export type Keyed = Said & { readonly channel: Channel; readonly sheet?: number | undefined }

/** The office or the host writes down what was said in the hall, on the phone or on a sheet. Who said it may claim it by the sheet's code. */
export async function keyIn(ctx: Ctx, meetingId: string, said: Keyed): Promise<Verdict<KeyInWhy | 'no-sheet'> & { readonly id?: string }> {
  return inTransaction(ctx, async ctx => {
    const known = await findVoiceByKey(ctx, said.key)
    if (known) return { ...yes, id: known }
    const { meeting, voices } = await voicesCase(ctx, meetingId)
    const verdict = mayKeyIn(ctx.actor, voices)
    if (!verdict.ok) return verdict
    const sheetId = said.sheet === undefined ? null : await findSheetId(ctx, meetingId, said.sheet)
    if (sheetId === undefined) return no('no-sheet')
    const authorId = sheetId === null ? '' : await claimerOf(ctx, sheetId)
    return keep(ctx, meeting, said, { channel: said.channel, authorId, enteredBy: ctx.actor.id, sheetId })
  })
}

async function keep(
  ctx: Ctx,
  meeting: { id: string; title: string },
  { key, kind, text, about = '', placeWords = '' }: Said,
  whose: Pick<NewVoice, 'channel' | 'authorId' | 'enteredBy' | 'sheetId'>,
) {
  const id = key.replace(/^key/, 'voice')
  const isNew = await insertVoice(ctx, { id, key, meetingId: meeting.id, kind, text, about: about || null, placeWords: placeWords || null, ...whose })
  if (isNew) await record(ctx, 'voice.added', meeting.id, { title: meeting.title, voice: id, kind, channel: whose.channel })
  return { ...yes, id }
}
