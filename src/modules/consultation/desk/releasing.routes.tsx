import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { caseOf, mayRelease } from '#modules/consultation/advice.rules.ts'
import { listQueue } from '#modules/consultation/advice.store.ts'
import { releaseSeveral } from '#modules/consultation/answering.actions.ts'
import { maySeeDesk } from '#modules/consultation/desk/desk.rules.ts'
import { deskTextsEn } from '#modules/consultation/desk/desk.texts.en.ts'
import { deskTexts } from '#modules/consultation/desk/desk.texts.ts'
import { type Released, ReleasingPage, type Waiting } from '#modules/consultation/desk/releasing.pages.tsx'
import { loadSubjects } from '#modules/consultation/registers/subjects.store.ts'
import { loadUnit } from '#modules/programme/registers/units.store.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: deskTexts, en: deskTextsEn }

async function waitingIn(ctx: Ctx, unitId: string): Promise<Waiting[]> {
  const drafted = await listQueue(ctx, [unitId], ['drafted'])
  const subjects = await loadSubjects(
    ctx,
    drafted.map(one => one.subjectId),
  )
  return drafted.flatMap(advice => {
    const subject = subjects.get(advice.subjectId)
    if (!subject) return []
    const verdict = mayRelease(ctx.actor, caseOf(advice, subject))
    return [{ advice, subject, refusal: verdict.ok ? undefined : verdict.why }]
  })
}

async function show(
  c: Visit,
  { form = emptyForm, released = [] }: { form?: FormState; released?: readonly Released[] } = {},
  status: 200 | 409 | 422 = 200,
) {
  const { ctx, frame } = c.var
  const unit = await loadUnit(ctx, c.req.param('id') ?? '')
  if (!maySeeDesk(ctx.actor, unit.id)) return forbidden()
  return page(c, <ReleasingPage {...{ frame, unit, released, form }} waiting={await waitingIn(ctx, unit.id)} />, status)
}

async function release(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, z.object({ opinie: z.array(z.string().max(60), 'mark').min(1, 'mark').max(200) }), t.errors)
  if (!read.ok) return show(c, { form: read.form }, 422)
  const released = await releaseSeveral(ctx, read.value.opinie)
  if (released.every(({ refusal }) => refusal === undefined)) return done(c, paths.adviceQueue, t.release.releasedMany(released.length))
  return show(c, { released }, 409)
}

export const releasingRoutes: readonly Route[] = [
  get(paths.deskRelease, ['unit-expert'], c => show(c)),
  post(paths.deskRelease, ['unit-expert'], 'advice.answered', release),
]
