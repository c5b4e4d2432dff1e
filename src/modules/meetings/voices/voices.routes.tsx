import { z } from 'zod'
import { type FormState, filled } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'
import { addLine } from '#modules/meetings/minutes/minutes.actions.ts'
import { mayNote } from '#modules/meetings/minutes/minutes.rules.ts'
import { minutesCase, voicesCase } from '#modules/meetings/standing.actions.ts'
import { fatesOf } from '#modules/meetings/voices/fates.routes.tsx'
import { addSheetPhoto, finishPhoto } from '#modules/meetings/voices/sheets.actions.ts'
import { countSheets, listWaitingPhotos, type SheetPhoto } from '#modules/meetings/voices/sheets.store.ts'
import { keyIn, speak } from '#modules/meetings/voices/voices.actions.ts'
import { KeyInPage, ScreenPage, SheetQueuePage, type ShownPhoto, type VoicesForms, VoicesPage } from '#modules/meetings/voices/voices.pages.tsx'
import { voicesWords } from '#modules/meetings/voices/voices.parts.tsx'
import { mayKeyIn, maySpeak, voiceKinds, voiceLimits, writtenChannels } from '#modules/meetings/voices/voices.rules.ts'
import { findVoice, listVoices } from '#modules/meetings/voices/voices.store.ts'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const here = (c: Visit) => url(paths.meetingVoices, { id: idOf(c) })
const files = { pl: filesTexts, en: filesTextsEn }
type Status = 200 | 409 | 422

/** The words of the photograph are the number of its sheet; they are kept with the file. */
const shown = (c: Visit, photo: SheetPhoto): ShownPhoto => ({ ...photo, title: voicesWords(c.var.frame).photos.alt(photo.label) })

export async function showVoices(c: Visit, forms: VoicesForms = {}, status: Status = 200) {
  const { ctx, frame } = c.var
  const { meeting, voices: asked } = await voicesCase(ctx, idOf(c))
  const { minutes } = await minutesCase(ctx, meeting.id)
  const voices = await listVoices(ctx, meeting.id)
  const keying = mayKeyIn(ctx.actor, asked).ok
  const [names, fates, sheets, photos] = await Promise.all([
    namesOf(
      ctx,
      voices.map(voice => voice.authorId),
    ),
    fatesOf(
      c,
      voices.map(voice => voice.id),
    ),
    keying ? countSheets(ctx, meeting.id) : 0,
    keying ? listWaitingPhotos(ctx, { meetingId: meeting.id }) : [],
  ])
  const view = {
    meeting,
    voices,
    names,
    fates,
    sheets,
    keying,
    speaking: maySpeak(ctx.actor, asked),
    mayNote: mayNote(ctx.actor, minutes).ok,
    photos: photos.map(photo => shown(c, photo)),
  }
  return page(c, <VoicesPage frame={frame} view={view} forms={forms} />, status)
}

const key = z.string().regex(/^key_\w{10,60}$/, 'wrong')
const text = z.string('text-missing').min(voiceLimits.textMin, 'text-short').max(voiceLimits.textMax, 'text-long')
const saidFields = {
  key,
  kind: z.enum(voiceKinds, 'kind-missing'),
  text,
  about: z.string().max(5).optional(),
  place: z.string().max(voiceLimits.placeMax, 'place-long').optional(),
}
const speakSchema = z.object(saidFields)
const keySchema = z.object({
  ...saidFields,
  channel: z.enum(writtenChannels, 'wrong'),
  sheet: z.coerce.number('sheet-number').int('sheet-number').positive('sheet-number').optional(),
})
const screenSchema = keySchema.extend({ kind: z.enum(voiceKinds).default('remark') })

const questionOf = (meeting: Pick<Meeting, 'questions'>, about: string | undefined) => meeting.questions[Number(about) - 1]

async function say(c: Visit) {
  const { ctx, frame } = c.var
  const t = voicesWords(frame)
  const read = await readForm(c, speakSchema, t.errors)
  if (!read.ok) return showVoices(c, { speak: read.form }, 422)
  const { meeting } = await voicesCase(ctx, idOf(c))
  const { about, place, ...said } = read.value
  const kindly = askKindly(read.form, said.text)
  if (kindly) return showVoices(c, { speak: kindly }, 422)
  const spoken = await speak(ctx, meeting.id, { ...said, about: questionOf(meeting, about), placeWords: place })
  if (spoken.ok) return done(c, `${here(c)}#${spoken.id}`, t.speak.done)
  if (spoken.why !== 'limited') return showVoices(c, { speak: read.form, why: spoken.why }, 409)
  return showVoices(c, { speak: { ...read.form, errors: { text: postWhyWords(spoken.limit, frame) } } }, 409)
}

// written down for others

async function keyView(c: Visit, form: FormState, why?: string) {
  const { ctx } = c.var
  const { meeting, voices: asked } = await voicesCase(ctx, idOf(c))
  const verdict = mayKeyIn(ctx.actor, asked)
  if (!verdict.ok && verdict.why === 'not-helper') return notFound('not a helper')
  const photos = await listWaitingPhotos(ctx, { meetingId: meeting.id })
  const photo = photos.find(one => one.id === c.req.query('zdjecie'))
  const last = (await listVoices(ctx, meeting.id)).slice(-8).reverse()
  return { meeting, form, last, photo: photo && shown(c, photo), why: why ?? (verdict.ok ? undefined : verdict.why) }
}
const keptFields = (c: Visit) => filled({ channel: c.req.query('kanal'), kind: c.req.query('rodzaj'), about: c.req.query('pytanie') })
const showKeyIn = async (c: Visit, form = keptFields(c), status: Status = 200) =>
  page(c, <KeyInPage frame={c.var.frame} view={await keyView(c, form)} />, status)

async function showScreen(c: Visit, form: FormState = filled({ kind: c.req.query('rodzaj') ?? 'remark' }), status: Status = 200) {
  const view = await keyView(c, form)
  const names = await namesOf(
    c.var.ctx,
    view.last.map(voice => voice.authorId),
  )
  return page(c, <ScreenPage frame={c.var.frame} view={{ ...view, names }} />, status)
}

/** The form comes back empty; what stays the same for a whole pile of sheets is kept. */
async function writeDown(c: Visit, on: 'screen' | 'form') {
  const { ctx, frame } = c.var
  const t = voicesWords(frame)
  const again = on === 'screen' ? showScreen : showKeyIn
  const read = await readForm(c, on === 'screen' ? screenSchema : keySchema, t.errors)
  if (!read.ok) return again(c, read.form, 422)
  const { meeting } = await voicesCase(ctx, idOf(c))
  const { about, place, ...said } = read.value
  const keyed = await keyIn(ctx, meeting.id, { ...said, about: questionOf(meeting, about), placeWords: place })
  if (!keyed.ok)
    return again(c, { ...read.form, errors: { [keyed.why === 'no-sheet' ? 'sheet' : '']: t.why[keyed.why] } }, keyed.why === 'no-sheet' ? 422 : 409)
  const path = on === 'screen' ? paths.meetingScreen : paths.meetingKeyIn
  const stays = { kanal: said.channel, rodzaj: said.kind, pytanie: about, zdjecie: c.req.query('zdjecie') }
  return done(c, url(path, { id: meeting.id }, on === 'screen' ? { rodzaj: said.kind } : stays), t.key.done(said.text.slice(0, 60)))
}

async function photograph(c: Visit) {
  const { ctx, frame } = c.var
  const t = voicesWords(frame)
  const read = await readForm(c, z.object({ key, number: z.string().max(5).optional() }), t.errors)
  const again = async (errors: FormState['errors'], status: 409 | 422 = 422) =>
    showVoices(c, { photo: await holdFiles(c, { ...read.form, errors }, 'image') }, status)
  if (!read.ok) return again(read.form.errors)
  const file = await chosenFile(c, 'photo')
  if (!file) return again({ photo: files[frame.locale].why['file-missing'] })
  const kept = await addSheetPhoto(ctx, idOf(c), { key: read.value.key, file, label: read.value.number ?? '' })
  if (kept.ok) return done(c, `${here(c)}#zdjecia`, t.photos.done)
  const sentence = { ...files[frame.locale].why, ...t.why }[kept.why]
  return again({ photo: sentence }, kept.why.startsWith('file') || kept.why.startsWith('image') ? 422 : 409)
}

async function finish(c: Visit) {
  const verdict = await finishPhoto(c.var.ctx, c.req.param('photo') ?? '')
  const t = voicesWords(c.var.frame)
  return verdict.ok ? done(c, here(c), t.photos.finished) : showVoices(c, { why: verdict.why }, 409)
}

/** A voice is put into the minutes as it was said. */
async function putIn(c: Visit) {
  const { ctx, frame } = c.var
  const voice = (await findVoice(ctx, c.req.param('voice') ?? '')) ?? notFound('no such voice')
  const read = await readForm(c, z.object({ key }), voicesWords(frame).errors)
  if (!read.ok || voice.meetingId !== idOf(c)) return notFound('no such voice')
  const added = await addLine(ctx, voice.meetingId, { key: read.value.key, text: voice.text, kind: 'voice', voiceId: voice.id })
  return added.ok ? done(c, `${url(paths.minutes, { id: voice.meetingId })}#${added.id}`) : showVoices(c, { why: 'frozen' }, 409)
}

export const voicesRoutes: readonly Route[] = [
  get(paths.meetingVoices, 'everyone', c => showVoices(c)),
  post(paths.meetingVoices, 'signed-in', 'voice.added', say),
  get(paths.meetingKeyIn, 'signed-in', c => showKeyIn(c)),
  post(paths.meetingKeyIn, 'signed-in', 'voice.added', c => writeDown(c, 'form')),
  get(paths.meetingScreen, 'signed-in', c => showScreen(c)),
  post(paths.meetingScreen, 'signed-in', 'voice.added', c => writeDown(c, 'screen')),
  post(paths.meetingSheetPhotos, 'signed-in', 'sheet.photographed', photograph),
  post(paths.meetingSheetPhotoEnd, 'signed-in', 'sheet.keyed', finish),
  post(paths.voiceLine, 'signed-in', 'minutes.noted', putIn),
  get(paths.sheetQueue, ['clerk', 'coordinator'], async c => {
    const photos = await listWaitingPhotos(c.var.ctx)
    return page(c, <SheetQueuePage frame={c.var.frame} photos={photos.map(photo => shown(c, photo))} />)
  }),
]
