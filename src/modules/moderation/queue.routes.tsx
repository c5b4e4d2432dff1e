import { z } from 'zod'
import { emptyForm, type FormState, filled } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { type Case, caseLimits, isReviewer, mayDecide, mayJudgeAppeal } from '#modules/moderation/cases.rules.ts'
import { listCasesAbout, listWaitingCases, loadCase } from '#modules/moderation/cases.store.ts'
import { decideCase, judgeAppeal, keepCases } from '#modules/moderation/decisions.actions.ts'
import type { SlowMode } from '#modules/moderation/limits.rules.ts'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { listSlowModes } from '#modules/moderation/posts.store.ts'
import { QueuePage, ReviewPage } from '#modules/moderation/queue.pages.tsx'
import type { SlowTitles } from '#modules/moderation/report.pages.tsx'
import { weightOf } from '#modules/moderation/reports.rules.ts'
import { listReports } from '#modules/moderation/reports.store.ts'
import { talkRules } from '#modules/moderation/talk-rules.rules.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import { findThings } from '#platform/things.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const wordsOf = (c: Visit) => moderationWords(c.var.frame)
const idOf = (c: Visit) => c.req.param('id') ?? ''
type Status = 200 | 409 | 422
const staff = ['moderator'] as const

const mayAct = (c: Visit, one: Case) => (one.state === 'appealed' ? mayJudgeAppeal(c.var.ctx.actor, one) : mayDecide(c.var.ctx.actor, one))

async function showQueue(c: Visit, form?: FormState, status: Status = 200) {
  const { ctx, frame } = c.var
  const cases = (await listWaitingCases(ctx)).filter(one => isReviewer(ctx.actor, one.territoryId))
  const reports = await listReports(
    ctx,
    cases.map(({ id }) => id),
  )
  const waiting = cases.map(one => {
    const mine = reports.filter(({ caseId }) => caseId === one.id)
    return { one, weight: weightOf(mine), reports: mine.length, mine: mayAct(c, one).ok }
  })
  const modes = await listSlowModes(ctx)
  return page(c, <QueuePage frame={frame} waiting={waiting} modes={modes} titles={await titlesOf(c, modes)} form={form} />, status)
}

/** Names of persons and titles of things, in a few statements for all. */
async function titlesOf(c: Visit, modes: readonly SlowMode[]): Promise<SlowTitles> {
  const ids = modes.map(({ subjectId }) => subjectId)
  const [names, things] = await Promise.all([
    namesOf(
      c.var.ctx,
      ids.filter(id => id.startsWith('person_')),
    ),
    findThings(c.var.ctx, c.var.things, ids),
  ])
  return new Map([...names, ...[...things].map(([id, { title }]) => [id, title] as const)])
}

async function keepMany(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ cases: z.array(z.string().max(60)).min(1, 'cases-missing').max(100) }), {
    ...t.errors,
    required: t.errors['cases-missing'],
  })
  if (!read.ok) return showQueue(c, read.form, 422)
  return done(c, paths.moderationQueue, t.queue.kept(await keepCases(c.var.ctx, read.value.cases, t.queue.keptWhy)))
}

async function showReview(c: Visit, options: { form?: FormState; refused?: string } = {}, status: Status = 200) {
  const { ctx, frame } = c.var
  const one = await loadCase(ctx, idOf(c))
  if (!isReviewer(ctx.actor, one.territoryId)) return forbidden()
  const [reports, earlier] = await Promise.all([listReports(ctx, [one.id]), listCasesAbout(ctx, one.subjectId)])
  const verdict = mayAct(c, one)
  const view = {
    one,
    reports,
    weight: weightOf(reports),
    earlier: earlier.filter(({ id }) => id !== one.id),
    authorId: one.authorIds[0],
    barred: verdict.ok || verdict.why === 'wrong-state' ? undefined : wordsOf(c).why[verdict.why],
  }
  return page(c, <ReviewPage frame={frame} view={view} form={options.form ?? emptyForm} refused={options.refused} />, status)
}

const statement = z.string('statement-missing').min(caseLimits.statementMin, 'statement-missing').max(caseLimits.statementMax, 'statement-long')
const decisionSchema = z
  .object({ step: z.enum(['keep', 'hide', 'warn'], 'step-missing'), rule: z.enum(talkRules, 'rule-missing').optional(), statement })
  .refine(({ step, rule }) => step === 'keep' || rule !== undefined, { path: ['rule'], message: 'rule-missing' })

async function decide(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, decisionSchema, t.errors)
  if (!read.ok) return showReview(c, { form: read.form }, 422)
  const { step, rule, statement } = read.value
  const decision = step === 'keep' || rule === undefined ? ({ step: 'keep', statement } as const) : { step, rule, statement }
  const verdict = await decideCase(c.var.ctx, idOf(c), decision)
  if (verdict.ok) return done(c, paths.moderationQueue, t.review.done)
  return showReview(c, { form: filled(read.form.typed), refused: t.why[verdict.why] }, 409)
}

async function judge(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ step: z.enum(['uphold', 'reverse'], 'step-missing'), statement }), t.errors)
  if (!read.ok) return showReview(c, { form: read.form }, 422)
  const verdict = await judgeAppeal(c.var.ctx, idOf(c), { step: read.value.step, settlement: read.value.statement })
  if (verdict.ok) return done(c, url(paths.moderationReview, { id: idOf(c) }), t.review.judged)
  return showReview(c, { form: filled(read.form.typed), refused: t.why[verdict.why] }, 409)
}

export const queueRoutes: readonly Route[] = [
  get(paths.moderationQueue, staff, c => showQueue(c)),
  post(paths.moderationKeeping, staff, 'moderation.kept', keepMany),
  get(paths.moderationReview, staff, c => showReview(c)),
  post(paths.moderationDecision, staff, 'moderation.hidden', decide),
  post(paths.moderationJudgement, staff, 'moderation.upheld', judge),
]
