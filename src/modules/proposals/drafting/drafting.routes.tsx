import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { listPractices } from '#modules/ambassadors/workspace/practices.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import type { Clash } from '#modules/proposals/drafting/clashes.parts.tsx'
import { saveSection } from '#modules/proposals/drafting/drafting.actions.ts'
import { SectionPage } from '#modules/proposals/drafting/drafting.pages.tsx'
import { lengthOf, type SectionName, sectionProblem } from '#modules/proposals/drafting/drafting.rules.ts'
import { sectionNow } from '#modules/proposals/drafting/drafting.store.ts'
import { settleShared } from '#modules/proposals/drafting/together.actions.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { projectHere, refused } from '#modules/proposals/projects.routes.tsx'
import { mayWrite, mayWriteAlong } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { sectionOfSlug } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }
const sectionHere = (c: Visit) => sectionOfSlug(c.req.param('section') ?? '') ?? notFound('section')

async function askSection(c: Visit) {
  const { ctx, frame } = c.var
  const [project, section] = [await projectHere(c), sectionHere(c)]
  const verdict = mayWrite(ctx.actor, project)
  if (!verdict.ok) return refused(c, project.id, verdict)
  const [now, { limits }] = [await sectionNow(ctx, project.id, section), await termsOf(ctx, project)]
  return page(
    c,
    <SectionPage
      {...{ frame, project, section, limits }}
      practices={await listPractices(ctx, { topic: `section-${section}`, limit: 5 })}
      revision={now.revision}
      along={mayWriteAlong(ctx.actor, project).ok}
      form={{ typed: { tekst: now.content }, errors: {} }}
    />,
  )
}

const sectionForm = z.object({
  tekst: z.string().max(20_000, 'long').default(''),
  rewizja: z.coerce.number().int().min(0).catch(0),
  akcja: z.literal('jezyk').optional(),
  razem: z.literal('1').optional().catch(undefined),
})

async function keepSection(c: Visit) {
  const { ctx, frame } = c.var
  const t = texts[ctx.locale]
  const [project, section] = [await projectHere(c), sectionHere(c)]
  const { limits } = await termsOf(ctx, project)
  const read = await readForm(c, sectionForm, t.errors)
  const practices = await listPractices(ctx, { topic: `section-${section}`, limit: 5 })
  const again = (form: FormState, revision: number, status: 200 | 409 | 422, clash?: Clash) =>
    page(c, <SectionPage {...{ frame, project, section, form, revision, limits, clash, practices }} checked={status === 200} />, status)
  if (!read.ok) return again(read.form, Number(read.form.typed.rewizja) || 0, 422)
  const { tekst: text, rewizja: from, akcja, razem } = read.value
  if (akcja) return again(read.form, from, 200)
  // every letter in the field is kept already: it only has to become the section
  if (razem) return settled(c, project.id, section)
  const problem = sectionProblem(section, text, limits)
  if (problem?.what === 'too-long') return again({ ...read.form, errors: { tekst: t.edit.tooLong(problem) } }, from, 422)
  const saved = await saveSection(ctx, project.id, section, { text, from })
  if (saved.ok) return done(c, url(paths.project, { id: project.id }), saidOf(saved, t))
  if (saved.why === 'conflict') {
    const by = await nameOf(ctx, saved.by)
    return again({ typed: { tekst: saved.merged.text }, errors: {} }, saved.revision, 409, { by, conflicts: saved.merged.conflicts })
  }
  if (saved.why === 'too-long')
    return again({ ...read.form, errors: { tekst: t.edit.tooLong({ is: lengthOf(text), max: limits.textMax }) } }, from, 422)
  return again({ ...read.form, errors: { '': t.why[saved.why] } }, from, 409)
}

async function settled(c: Visit, projectId: string, section: SectionName) {
  await settleShared(c.var.ctx, { projectId, section })
  return done(c, url(paths.project, { id: projectId }), texts[c.var.ctx.locale].done.saved)
}

export const saidOf = (saved: { changed: boolean; merged: boolean; reopened: boolean }, { done: t }: typeof proposalsTexts) =>
  !saved.changed ? t.unchanged : saved.reopened ? t.reopened : saved.merged ? t.merged : t.saved
export const nameOf = async (ctx: Ctx, id: string | undefined) => (id === undefined ? '' : ((await namesOf(ctx, [id])).get(id) ?? ''))

export const draftingRoutes: readonly Route[] = [
  get(paths.projectSection, 'signed-in', askSection),
  post(paths.projectSection, 'signed-in', 'project.changed', keepSection),
]
