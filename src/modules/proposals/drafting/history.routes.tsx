import { z } from 'zod'
import { dateAndTime } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { listComments } from '#modules/discussions/discussions.store.ts'
import { unitPricesWords } from '#modules/proposals/cost/unit-prices.parts.tsx'
import { unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { type CostLine, noSections, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { contentAt } from '#modules/proposals/drafting/drafting.store.ts'
import { nameVersion, restorePart } from '#modules/proposals/drafting/history.actions.ts'
import { type Compared, HistoryPage, momentName } from '#modules/proposals/drafting/history.pages.tsx'
import { type Burst, burstsOf, type Moment, type Part } from '#modules/proposals/drafting/history.rules.ts'
import { draftAt, listMoments, listRevisions } from '#modules/proposals/drafting/history.store.ts'
import { historyTextsEn } from '#modules/proposals/drafting/history.texts.en.ts'
import { historyTexts } from '#modules/proposals/drafting/history.texts.ts'
import { noSpot, type Spot } from '#modules/proposals/place/spots.rules.ts'
import { projectHere } from '#modules/proposals/projects.routes.tsx'
import { isAuthor, mayEdit, type Project } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { shownNames } from '#modules/proposals/shown-names.store.ts'
import { changedParts } from '#modules/proposals/suggestions/agreement.routes.tsx'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: historyTexts, en: historyTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }
const partOf = (typed: unknown): Part | undefined => [...sectionNames, 'costs' as const, 'spot' as const].find(part => part === typed)

async function show(c: Visit, project: Project, { form, why, status = 200 }: { form?: FormState; why?: string; status?: 200 | 409 | 422 } = {}) {
  const { ctx, frame } = c.var
  const [revisions, moments] = [await listRevisions(ctx, project.id), await listMoments(ctx, project.id)]
  const bursts = burstsOf(revisions)
  const names = await shownNames(ctx, project, [...new Set([...bursts, ...moments].map(({ personId }) => personId))])
  const asked = filled({ od: c.req.query('od'), do: c.req.query('do') })
  const credits = await creditWords(c, project, bursts)
  const shown = { frame, project, bursts, moments, names, credits, why, form: form ?? asked, formKey: newId('key') }
  const editing = mayEdit(ctx.actor, project)
  const shut = editing.ok || !isAuthor(ctx.actor, project) ? undefined : common[ctx.locale].why[editing.why]
  return page(c, <HistoryPage {...shown} edits={editing.ok} shut={shut} compared={await compare(c, project, bursts, moments)} />, status)
}

/** Whose words changes follow: the unit's that priced a row, or of whoever suggested it. */
async function creditWords({ var: { ctx, frame } }: Visit, project: Project, bursts: readonly Burst[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(bursts.flatMap(({ credits }) => credits))]
  if (ids.length === 0) return new Map()
  const units = (await unitEstimatesOf(ctx, project.id)).map(({ adviceId, unitName }) => [adviceId, unitPricesWords(frame).credit(unitName)] as const)
  const comments = (await listComments(ctx, project.id)).filter(({ id }) => ids.includes(id))
  const names = await shownNames(
    ctx,
    project,
    comments.map(({ authorId }) => authorId),
  )
  const t = texts[ctx.locale]
  return new Map([...units, ...comments.map(({ id, authorId }) => [id, t.suggestedBy(names.get(authorId) || t.somebody)] as const)])
}

/** One burst of one part, or the whole draft at two moments. */
async function compare(c: Visit, project: Project, bursts: readonly Burst[], moments: readonly Moment[]): Promise<Compared | undefined> {
  const { ctx, frame } = c.var
  const { od, do: until, czesc } = c.req.query()
  if (!od || !until) return undefined
  const burst = bursts.find(({ section, from, to }) => section === czesc && String(from) === od && String(to) === until)
  if (burst) {
    const [was, is] = [await partAt(c, project, burst.section, burst.from), await partAt(c, project, burst.section, burst.to)]
    const day = (at: Date) => dateAndTime(at, ctx.locale)
    return { burst, from: day(burst.since), to: day(burst.until), changed: changedParts(ctx, was, is) }
  }
  const t = texts[ctx.locale]
  const place = (typed: string): { at: Date; name: string } | undefined => {
    if (typed === 'teraz') return { at: ctx.now, name: t.now }
    if (typed === 'poczatek') return { at: new Date(project.createdAt.getTime() - 1), name: t.start }
    const moment = moments.find(({ at }) => at.toISOString() === typed)
    return moment && { at: moment.at, name: momentName(frame, moment) }
  }
  const [from, to] = [place(od), place(until)]
  if (!from || !to) return undefined
  const [was, is] = [await draftAt(ctx, project.id, from.at), await draftAt(ctx, project.id, to.at)]
  return { from: from.name, to: to.name, changed: changedParts(ctx, was, is) }
}

async function partAt(c: Visit, project: Project, part: Part, revision: number) {
  const content = await contentAt<unknown>(c.var.ctx, project.id, part, revision)
  if (part === 'costs') return { sections: noSections, costs: (content as CostLine[] | undefined) ?? [] }
  if (part === 'spot') return { sections: noSections, costs: [], spot: (content as Spot | undefined) ?? noSpot }
  return { sections: { ...noSections, [part]: (content as string | undefined) ?? '' }, costs: [] }
}

async function restore(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const read = await readForm(c, z.object({ czesc: z.string(), rewizja: z.coerce.number().int().min(0) }), texts[ctx.locale].errors)
  const part = read.ok ? partOf(read.value.czesc) : undefined
  if (!read.ok || !part) return notFound('part')
  const verdict = await restorePart(ctx, project.id, part, read.value.rewizja)
  if (verdict.ok) return done(c, url(paths.projectHistory, { id: project.id }), texts[ctx.locale].restored)
  const why = verdict.why === 'conflict' ? texts[ctx.locale].mayNot : common[ctx.locale].why[verdict.why]
  return show(c, project, { why, status: 409 })
}

const nameForm = z.object({ key: z.string().regex(/^key_\w{10,40}$/), nazwa: z.string('required').max(80, 'long') })
async function name(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const read = await readForm(c, nameForm, texts[ctx.locale].errors)
  const may = mayEdit(ctx.actor, project)
  if (!read.ok && may.ok) return show(c, project, { form: read.form, status: 422 })
  const verdict = read.ok ? await nameVersion(ctx, project.id, { key: read.value.key, name: read.value.nazwa }) : may
  if (!verdict.ok) return show(c, project, { form: read.form, why: common[ctx.locale].why[verdict.why], status: 409 })
  return done(c, url(paths.projectHistory, { id: project.id }), texts[ctx.locale].saved)
}

export const historyRoutes: readonly Route[] = [
  get(paths.projectHistory, 'everyone', async c => show(c, await projectHere(c))),
  post(paths.projectHistory, 'signed-in', 'project.changed', restore),
  post(paths.projectNamedVersions, 'signed-in', 'version.named', name),
]
