import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { actsAs, type HostWhy, isReviewer, mayHost } from '#modules/moderation/cases.rules.ts'
import { slowLimits } from '#modules/moderation/limits.rules.ts'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { loadThing } from '#modules/moderation/moderation.routes.tsx'
import { endSlowMode, setSlowMode } from '#modules/moderation/posts.actions.ts'
import { findSlowMode, slowModesOn } from '#modules/moderation/posts.store.ts'
import { SlowPage } from '#modules/moderation/report.pages.tsx'
import { namesOf } from '#modules/people/people.store.ts'
import { paths } from '#paths'
import { findThings } from '#platform/things.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const wordsOf = (c: Visit) => moderationWords(c.var.frame)

/** What is slowed down: a thing that people talk about, or, for moderators, a person. */
async function findSlowed(c: Visit, id: string) {
  const { ctx } = c.var
  if (!id.startsWith('person_')) {
    const thing = await loadThing(c, id)
    return {
      kind: 'thread' as const,
      title: thing.title,
      path: thing.path,
      subjectId: id,
      authorIds: thing.authorIds,
      territoryId: thing.territoryId,
    }
  }
  if (!isReviewer(ctx.actor, undefined)) return forbidden()
  const title = (await namesOf(ctx, [id])).get(id) ?? notFound('no such person')
  return { kind: 'person' as const, title, path: paths.moderationQueue, subjectId: id, authorIds: [id], territoryId: undefined }
}

async function showSlow(c: Visit, id: string, options: { form?: FormState; refused?: string } = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const about = await findSlowed(c, id)
  const may = mayHost(ctx.actor, about)
  if (!may.ok && status === 200)
    return page(c, <SlowPage {...(await slowView(c, about))} frame={frame} form={emptyForm} refused={wordsOf(c).why[may.why]} />, 403)
  return page(c, <SlowPage {...(await slowView(c, about))} frame={frame} form={options.form ?? emptyForm} refused={options.refused} />, status)
}
async function slowView({ var: { ctx } }: Visit, about: Awaited<ReturnType<typeof findSlowed>>) {
  const hoursMax = actsAs(ctx.actor, about) === 'host' ? slowLimits.hostHoursMax : slowLimits.hoursMax
  return {
    kind: about.kind,
    about: { id: about.subjectId, title: about.title, path: about.path },
    hoursMax,
    modes: await slowModesOn(ctx, [about.subjectId]),
  }
}

const whole = (min: number, max: number, message: string) =>
  z
    .string(message)
    .regex(/^\d{1,4}$/, message)
    .transform(Number)
    .refine(n => n >= min && n <= max, message)
const slowSchema = z.object({
  key: z.string().regex(/^key_\w{10,40}$/, 'wrong'),
  o: z.string('wrong').max(80),
  minutes: whole(slowLimits.minutesMin, slowLimits.minutesMax, 'minutes-wrong'),
  hours: whole(1, slowLimits.hoursMax, 'hours-wrong'),
  reason: z.string('reason-missing').min(slowLimits.reasonMin, 'reason-missing').max(slowLimits.reasonMax, 'reason-long'),
})

async function slowDown(c: Visit) {
  const t = wordsOf(c)
  const read = await readForm(c, slowSchema, t.errors)
  const o = String(read.form.typed.o ?? '')
  if (!read.ok) return showSlow(c, o, { form: read.form }, 422)
  const about = await findSlowed(c, o)
  const { minutes, hours, reason, key } = read.value
  const verdict = await setSlowMode(c.var.ctx, about, { kind: about.kind, minutes, hours, reason, key })
  return verdict.ok ? done(c, about.path, t.slow.done) : showSlow(c, o, { form: read.form, refused: t.why[verdict.why] }, 409)
}

async function speedUp(c: Visit) {
  const { ctx } = c.var
  const t = wordsOf(c)
  const mode = (await findSlowMode(ctx, c.req.param('id') ?? '')) ?? notFound('no such slow mode')
  const thing = (await findThings(ctx, c.var.things, [mode.subjectId])).get(mode.subjectId)
  const verdict = await endSlowMode(ctx, mode.id, thing)
  const back = mode.kind === 'person' ? paths.moderationQueue : (thing?.path ?? paths.moderationQueue)
  if (verdict.ok || verdict.why === 'ended') return done(c, back, t.slow.ended)
  return showSlow(c, mode.subjectId, { refused: t.why[verdict.why satisfies HostWhy] }, 409)
}

export const slowRoutes: readonly Route[] = [
  get(paths.slowModeNew, 'signed-in', c => showSlow(c, c.req.query('o') ?? '')),
  post(paths.slowModeNew, 'signed-in', 'moderation.slowed', slowDown),
  post(paths.slowModeEnd, 'signed-in', 'moderation.slowing-ended', speedUp),
]
