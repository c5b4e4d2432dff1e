import { z } from 'zod'
import { dateAndTime, longDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import { listLines } from '#modules/meetings/minutes/minutes.store.ts'
import { voicesCase } from '#modules/meetings/standing.actions.ts'
import { FatesPage, type FatesView, isFollowed } from '#modules/meetings/voices/fates.pages.tsx'
import { fatesOf } from '#modules/meetings/voices/fates.routes.tsx'
import { claimSheet, printSheets } from '#modules/meetings/voices/sheets.actions.ts'
import { ClaimPage } from '#modules/meetings/voices/voices.pages.tsx'
import { voicesWords } from '#modules/meetings/voices/voices.parts.tsx'
import { showVoices } from '#modules/meetings/voices/voices.routes.tsx'
import { voiceKinds, voiceLimits } from '#modules/meetings/voices/voices.rules.ts'
import { listVoices } from '#modules/meetings/voices/voices.store.ts'
import { paths, url } from '#paths'
import { renderPdf } from '#platform/documents.ts'
import { qrRows } from '#ui/qr.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const addressOf = (c: Visit, path: string) => new URL(path, c.var.config.publicUrl).href
const bare = (address: string) => address.replace(/^https?:\/\//, '')

function pdf(c: Visit, name: string, content: Buffer): Response {
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `inline; filename="${name}"`)
  c.header('Cache-Control', 'no-store')
  return c.body(new Uint8Array(content))
}

// sheets

const countSchema = z.object({
  count: z.coerce.number('sheets-count').int('sheets-count').min(1, 'sheets-count').max(voiceLimits.sheets, 'sheets-count'),
})

/** Answers with the sheets themselves: their codes are on paper and nowhere else. */
async function print(c: Visit) {
  const { ctx, frame, config } = c.var
  const words = voicesWords(frame)
  const t = words.sheet
  const read = await readForm(c, countSchema, words.errors)
  if (!read.ok) return showVoices(c, { sheets: read.form }, 422)
  const printed = await printSheets(ctx, { secret: config.secret }, idOf(c), read.value.count)
  if (!printed.ok) return showVoices(c, { sheets: read.form, why: printed.why }, 409)
  const { meeting } = await voicesCase(ctx, idOf(c))
  const address = addressOf(c, paths.sheetClaim)
  const data = {
    ...{ title: t.title, number: t.number, question: t.question, none: t.none, what: t.what, say: t.say, where: t.where, privacy: t.privacy },
    ...{ tear: t.tear, code: t.code, how: t.how, qrAlt: t.qr, foot: words.fate.foot, lang: frame.locale },
    meeting: meeting.title,
    when: [dateAndTime(meeting.startsAt, frame.locale), meeting.place].filter(Boolean).join(', '),
    questions: meeting.questions,
    kinds: voiceKinds.map(kind => words.kinds[kind]),
    address: bare(address),
    qr: qrRows(address),
    sheets: printed.sheets,
  }
  return pdf(c, `kartki-${meeting.number}.pdf`, renderPdf(new URL('./sheets.typ', import.meta.url), data, ctx.now))
}

const showClaim = (c: Visit, form: FormState = emptyForm, status: 200 | 409 | 422 | 429 = 200) =>
  page(c, <ClaimPage frame={c.var.frame} form={form} />, status)

async function claim(c: Visit) {
  const { ctx, frame, config } = c.var
  const t = voicesWords(frame)
  const read = await readForm(c, z.object({ code: z.string('code-missing').max(40, 'wrong') }), t.errors)
  if (!read.ok) return showClaim(c, read.form, 422)
  const claimed = await claimSheet(ctx, { secret: config.secret, address: c.var.address }, read.value.code)
  if (claimed.ok) return done(c, url(paths.meetingVoices, { id: claimed.meetingId }), t.claim.done(claimed.voices))
  const errors = { code: t.why[claimed.why] }
  return showClaim(c, { ...read.form, errors }, claimed.why === 'too-many' ? 429 : claimed.why === 'claimed' ? 409 : 422)
}

// what became of them

async function fatesView(c: Visit): Promise<FatesView> {
  const { ctx } = c.var
  const { meeting } = await voicesCase(ctx, idOf(c))
  const [voices, lines] = [await listVoices(ctx, meeting.id), await listLines(ctx, meeting.id)]
  const fates = await fatesOf(
    c,
    voices.map(voice => voice.id),
  )
  const lineOf = new Map(lines.flatMap((line, at) => (line.voiceId ? [[line.voiceId, { id: line.id, number: at + 1 }] as const] : [])))
  return { meeting, said: voices.map(voice => ({ voice, line: lineOf.get(voice.id), fates: fates.get(voice.id) ?? [] })) }
}

async function printFates(c: Visit) {
  const { ctx, frame } = c.var
  const words = voicesWords(frame)
  const { fate: t } = words
  const { meeting, said } = await fatesView(c)
  const address = addressOf(c, url(paths.meetingFates, { id: meeting.id }))
  const becameOf = ({ voice, line, fates }: FatesView['said'][number]) => {
    if (!line && fates.length === 0) return [voice.kind === 'remark' ? t.remark : t.waits]
    return [...(line ? [t.line(line.number)] : []), ...fates.map(({ kind, title }) => `${t.kinds[kind as keyof typeof t.kinds]}: ${title}`)]
  }
  const data = {
    ...{ title: t.title, meeting: meeting.title, lang: frame.locale, foot: `${t.foot} · ${t.asOf(longDate(ctx.now, frame.locale))}` },
    ...{ address: bare(address), qr: qrRows(address), qrAlt: t.title, head: [t.no, t.voice, t.became] },
    summary: t.summary(said.length, said.filter(isFollowed).length),
    rows: said.map((one, at) => ({
      no: String(at + 1),
      text: one.voice.text,
      note: [words.kinds[one.voice.kind], words.channels[one.voice.channel], one.voice.placeWords].filter(Boolean).join(' · '),
      became: becameOf(one),
    })),
  }
  return pdf(c, `co-dalej-${meeting.number}.pdf`, renderPdf(new URL('./fates.typ', import.meta.url), data, ctx.now))
}

export const sheetsRoutes: readonly Route[] = [
  get(paths.sheetClaim, 'signed-in', c => showClaim(c)),
  post(paths.sheetClaim, 'signed-in', 'voice.claimed', claim),
  post(paths.meetingSheets, 'signed-in', 'sheets.printed', print),
  get(paths.meetingFates, 'everyone', async c => page(c, <FatesPage frame={c.var.frame} view={await fatesView(c)} />)),
  get(paths.meetingFatesPrint, 'everyone', printFates),
]
