import { z } from 'zod'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { listCommentsOf } from '#modules/discussions/discussions.store.ts'
import { listSubjectsIn } from '#modules/discussions/places.store.ts'
import { publishSummary, sayView } from '#modules/discussions/summaries/summaries.actions.ts'
import { SummaryFormPage, SummaryHistoryPage } from '#modules/discussions/summaries/summaries.pages.tsx'
import { summariesWords } from '#modules/discussions/summaries/summaries.parts.tsx'
import { asText, maySummarise, readSentences, type Sentence, type Summary, summaryLimits } from '#modules/discussions/summaries/summaries.rules.ts'
import { listSummaries, listViews } from '#modules/discussions/summaries/summaries.store.ts'
import { showTalk, talkHere } from '#modules/discussions/talks.routes.tsx'
import type { Talk } from '#modules/discussions/talks.rules.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { wordDiff } from '#platform/diff.ts'
import { findThings } from '#platform/things.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

/** Everything said in a talk and about what lies in it, in the order that summaries count by. */
const voicesOf = async (ctx: Ctx, talk: Talk): Promise<Comment[]> => listCommentsOf(ctx, [talk.id, ...(await listSubjectsIn(ctx, talk.id))])
const numbersOf = (comments: readonly Comment[]) => new Map(comments.map(({ id }, index) => [id, index + 1]))

async function showHistory(c: Visit) {
  const { ctx, frame } = c.var
  const talk = await talkHere(c)
  const [all, comments] = await Promise.all([listSummaries(ctx, talk.id), voicesOf(ctx, talk)])
  const views = await listViews(
    ctx,
    all.map(({ id }) => id),
  )
  const names = await namesOf(
    ctx,
    all.map(({ byId }) => byId),
  )
  const count = (summary: Summary, agrees: boolean) => views.filter(view => view.summaryId === summary.id && view.agrees === agrees).length
  const versions = all.map((summary, index) => {
    const before = all[index + 1]
    const diff = before && wordDiff(asText(before.sentences), asText(summary.sentences))
    return { summary, diff, agree: count(summary, true), object: count(summary, false) }
  })
  return page(c, <SummaryHistoryPage frame={frame} view={{ talk, versions, names, numbers: numbersOf(comments) }} />)
}

/** Sentences as they stand in the form: the newest version to begin with. */
function typedFrom(sentences: readonly Sentence[], numbers: ReadonlyMap<string, number>): FormState {
  return filled(
    Object.fromEntries(
      sentences.flatMap(({ text, cites }, i) => [
        [`zdanie-${i}`, text],
        [`glosy-${i}`, cites.flatMap(id => numbers.get(id) ?? []).join(', ')],
      ]),
    ),
  )
}

type Again = { form?: FormState; after?: number; refusal?: string; theirs?: Summary | undefined }
async function showForm(c: Visit, again: Again = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const talk = await talkHere(c)
  const verdict = maySummarise(ctx.actor, talk)
  if (!verdict.ok) return showTalk(c, {}, 409)
  const [comments, all] = await Promise.all([voicesOf(ctx, talk), listSummaries(ctx, talk.id)])
  const names = await namesOf(
    ctx,
    comments.map(({ authorId }) => authorId),
  )
  const newest = all[0]
  const form = again.form ?? (newest ? typedFrom(newest.sentences, numbersOf(comments)) : emptyForm)
  const typed = Array.from({ length: summaryLimits.sentences }, (_, i) => i).filter(i => form.typed[`zdanie-${i}`]).length
  const rows = Math.min(summaryLimits.sentences, Math.max(4, typed + 2))
  const after = again.theirs?.version ?? again.after ?? newest?.version ?? 0
  return page(c, <SummaryFormPage frame={frame} view={{ talk, form, after, rows, comments, names, ...again }} />, status)
}

const rowFields: Record<string, z.ZodType<string | undefined>> = Object.fromEntries(
  Array.from({ length: summaryLimits.sentences }, (_, i) => i).flatMap(i => [
    [`zdanie-${i}`, z.string().max(2000).optional()],
    [`glosy-${i}`, z.string().max(100).optional()],
  ]),
)
const summarySchema = z.object({ ...rowFields, key: z.string().regex(/^key_\w{10,40}$/, 'wrong'), po: z.coerce.number('wrong').int().min(0) })

async function publish(c: Visit) {
  const { ctx, frame } = c.var
  const t = summariesWords(frame)
  const talk = await talkHere(c)
  const read = await readForm(c, summarySchema, t.errors)
  if (!read.ok) return showForm(c, { form: read.form }, 422)
  const values = read.value as Record<string, string | number | undefined>
  const rows = Array.from({ length: summaryLimits.sentences }, (_, i) => ({
    text: String(values[`zdanie-${i}`] ?? ''),
    numbers: String(values[`glosy-${i}`] ?? ''),
  }))
  const comments = await voicesOf(ctx, talk)
  const sentences = readSentences(rows, comments)
  const after = read.value.po
  if (!sentences.ok) {
    const field = `${sentences.why.startsWith('cites') ? 'glosy' : 'zdanie'}-${sentences.row}`
    return showForm(c, { form: { ...read.form, errors: { [field]: t.errors[sentences.why] } }, after }, 422)
  }
  const cited = await authorsOf(c, comments, sentences.sentences)
  const verdict = await publishSummary(ctx, talk.id, { key: read.value.key, after, sentences: sentences.sentences, cited })
  if (verdict.ok) return done(c, `${url(paths.talk, { id: talk.id })}#ustalenia`, t.published)
  if (verdict.why !== 'changed') return showForm(c, { form: read.form, after, refusal: t.why[verdict.why] }, 409)
  const theirs = (await listSummaries(ctx, talk.id))[0]
  return showForm(c, { form: read.form, theirs, refusal: t.form.clash }, 409)
}

/** Whose the cited words are, and whose the things that they are about. */
async function authorsOf(c: Visit, comments: readonly Comment[], sentences: readonly Sentence[]) {
  const ids = new Set(sentences.flatMap(({ cites }) => cites))
  const cited = comments.filter(({ id }) => ids.has(id))
  const things = await findThings(
    c.var.ctx,
    c.var.things,
    cited.map(({ subjectId }) => subjectId),
  )
  return cited.map(({ authorId, subjectId }) => ({ authorIds: [authorId, ...(things.get(subjectId)?.authorIds ?? [])] }))
}

const viewSchema = z
  .object({ wersja: z.coerce.number('wrong').int().min(1), zdanie: z.enum(['tak', 'nie'], 'wrong'), powod: z.string().optional() })
  .refine(({ zdanie, powod = '' }) => zdanie === 'tak' || powod.length >= summaryLimits.reasonMin, { path: ['powod'], message: 'reason-missing' })
  .refine(({ powod = '' }) => powod.length <= summaryLimits.reasonMax, { path: ['powod'], message: 'reason-long' })

async function view(c: Visit) {
  const { ctx, frame } = c.var
  const t = summariesWords(frame)
  const talk = await talkHere(c)
  const read = await readForm(c, viewSchema, t.errors)
  if (!read.ok) return showTalk(c, { viewForm: read.form }, 422)
  const agrees = read.value.zdanie === 'tak'
  const verdict = await sayView(ctx, talk.id, { version: read.value.wersja, agrees, reason: read.value.powod ?? '' })
  if (!verdict.ok) return showTalk(c, { viewForm: { ...read.form, errors: { powod: t.why[verdict.why] } } }, 409)
  return done(c, `${url(paths.talk, { id: talk.id })}#ustalenia`, agrees ? t.agreed : t.objected)
}

export const summariesRoutes: readonly Route[] = [
  get(paths.talkSummary, 'everyone', showHistory),
  get(paths.talkSummaryNew, 'signed-in', c => showForm(c)),
  post(paths.talkSummary, 'signed-in', 'summary.published', publish),
  post(paths.talkSummaryViews, 'signed-in', 'summary.agreed', view),
]
