import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import type { Thing } from '#kit/things.ts'
import { caseLimits, mayAppeal, mayHost } from '#modules/moderation/cases.rules.ts'
import { listDecidedCases, loadCase } from '#modules/moderation/cases.store.ts'
import { DecisionPage } from '#modules/moderation/decision.pages.tsx'
import { appealDecision } from '#modules/moderation/decisions.actions.ts'
import { slowLimits } from '#modules/moderation/limits.rules.ts'
import { LogPage, TalkRulesPage } from '#modules/moderation/log.pages.tsx'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { ReportPage } from '#modules/moderation/report.pages.tsx'
import { hideUntilReview, reportThing } from '#modules/moderation/reports.actions.ts'
import { mayReport, reportLimits } from '#modules/moderation/reports.rules.ts'
import { findReportKey } from '#modules/moderation/reports.store.ts'
import { talkRules } from '#modules/moderation/talk-rules.rules.ts'
import { paths, url } from '#paths'
import { findThings } from '#platform/things.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const wordsOf = (c: Visit) => moderationWords(c.var.frame)
const idOf = (c: Visit) => c.req.param('id') ?? ''
type Status = 200 | 409 | 422

/** The thing that is meant, if this visitor may know of it: a private one does not exist for anybody but its authors and hosts. */
export async function loadThing(c: Visit, id: string): Promise<Thing> {
  const { ctx } = c.var
  const thing = await withWhatItIsAbout(c, (await findThings(ctx, c.var.things, [id])).get(id) ?? notFound('no such thing'))
  return thing.isPublic || thing.authorIds.includes(ctx.actor.id) || mayHost(ctx.actor, thing).ok ? thing : notFound('not public')
}

/** A comment lies where the thing lies that it is about, and is seen only with it. */
async function withWhatItIsAbout(c: Visit, thing: Thing): Promise<Thing> {
  if (thing.aboutId === undefined) return thing
  const about = (await findThings(c.var.ctx, c.var.things, [thing.aboutId])).get(thing.aboutId)
  if (!about) return thing
  const { territoryId, authorIds: aboutAuthorIds } = about
  return { ...thing, territoryId: thing.territoryId ?? territoryId, aboutAuthorIds, isPublic: thing.isPublic && about.isPublic }
}

// reporting

async function showReport(c: Visit, id: string, forms: { form?: FormState; hostForm?: FormState; refused?: string } = {}, status: Status = 200) {
  const { ctx, frame } = c.var
  const thing = await loadThing(c, id)
  const verdict = mayReport(ctx.actor, thing, (await findReportKey(ctx, id, ctx.actor.id)) !== undefined)
  const view = { form: emptyForm, hostForm: emptyForm, ...forms, verdict, host: mayHost(ctx.actor, thing).ok }
  return page(c, <ReportPage frame={frame} thing={thing} {...view} />, status)
}

const key = z.string().regex(/^key_\w{10,40}$/, 'wrong')
const about = z.string('wrong').max(80)
const reportSchema = z.object({
  key,
  o: about,
  rule: z.enum(talkRules, 'rule-missing'),
  words: z.string().max(reportLimits.wordsMax, 'words-long').default(''),
})

async function report(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, reportSchema, t.errors)
  const o = String(read.form.typed.o ?? '')
  if (!read.ok) return showReport(c, o, { form: read.form }, 422)
  const thing = await loadThing(c, o)
  const { key, rule, words } = read.value
  const verdict = await reportThing(c.var.ctx, thing, { key, rule, words })
  if (!verdict.ok) return showReport(c, o, { form: read.form, refused: t.why[verdict.why] }, 409)
  return done(c, thing.path, t.report.done)
}

const reason = z.string('reason-missing').min(slowLimits.reasonMin, 'reason-missing').max(slowLimits.reasonMax, 'reason-long')

async function hide(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, z.object({ o: about, reason }), t.errors)
  const o = String(read.form.typed.o ?? '')
  if (!read.ok) return showReport(c, o, { hostForm: read.form }, 422)
  const thing = await loadThing(c, o)
  const verdict = await hideUntilReview(c.var.ctx, thing, read.value.reason)
  if (!verdict.ok) return showReport(c, o, { hostForm: read.form, refused: t.why[verdict.why] }, 409)
  return done(c, thing.path, t.report.hidden)
}

// the author's side of a decision

async function showDecision(c: Visit, options: { form?: FormState; refused?: string } = {}, status: Status = 200) {
  const { ctx, frame } = c.var
  const one = await loadCase(ctx, idOf(c))
  if (!one.authorIds.includes(ctx.actor.id)) return notFound('not the author')
  const props = { one, form: options.form ?? emptyForm, appealing: mayAppeal(ctx.actor, one, ctx.now), refused: options.refused }
  return page(c, <DecisionPage frame={frame} {...props} />, status)
}

const appealSchema = z.object({
  appeal: z.string('appeal-missing').min(caseLimits.appealMin, 'appeal-missing').max(caseLimits.appealMax, 'statement-long'),
})

async function appeal(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, appealSchema, t.errors)
  if (!read.ok) return showDecision(c, { form: read.form }, 422)
  const verdict = await appealDecision(c.var.ctx, idOf(c), read.value.appeal)
  if (verdict.ok) return done(c, url(paths.moderationCase, { id: idOf(c) }), t.decision.appealed)
  return showDecision(c, { form: read.form, refused: t.why[verdict.why] }, 409)
}

// the public log

const perPage = 30

async function showLog(c: Visit) {
  const before = new Date(c.req.query('przed') ?? '')
  const found = await listDecidedCases(c.var.ctx, perPage + 1, Number.isNaN(before.getTime()) ? undefined : before)
  const cases = found.slice(0, perPage)
  const older = found.length > perPage ? url(paths.moderationLog, undefined, { przed: cases.at(-1)?.decidedAt?.toISOString() }) : undefined
  return page(c, <LogPage frame={c.var.frame} cases={cases} older={older} />)
}

export const moderationRoutes: readonly Route[] = [
  get(paths.talkRules, 'everyone', c => page(c, <TalkRulesPage frame={c.var.frame} />)),
  get(paths.moderationLog, 'everyone', showLog),
  get(paths.reportNew, 'signed-in', c => showReport(c, c.req.query('o') ?? '')),
  post(paths.reportNew, 'signed-in', 'moderation.reported', report),
  post(paths.hidingNew, 'signed-in', 'moderation.hidden-until-review', hide),
  get(paths.moderationCase, 'signed-in', c => showDecision(c)),
  post(paths.moderationAppeal, 'signed-in', 'moderation.appealed', appeal),
]
