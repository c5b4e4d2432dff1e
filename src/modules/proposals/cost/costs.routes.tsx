import { z } from 'zod'
import type { FormState } from '#kit/form.ts'
import { listPractices } from '#modules/ambassadors/workspace/practices.store.ts'
import type { CostRow } from '#modules/proposals/cost/cost-fields.parts.tsx'
import { countRows, readCosts, rowsOf } from '#modules/proposals/cost/cost-rows.routes.ts'
import { CostsPage } from '#modules/proposals/cost/costs.pages.tsx'
import type { Reserve } from '#modules/proposals/cost/estimate.rules.ts'
import { unitEstimatesOf } from '#modules/proposals/cost/unit-prices.store.ts'
import { type Clash, costConflicts } from '#modules/proposals/drafting/clashes.parts.tsx'
import { type CostConflict, saveCosts } from '#modules/proposals/drafting/drafting.actions.ts'
import { nameOf, saidOf } from '#modules/proposals/drafting/drafting.routes.tsx'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { projectHere, refused } from '#modules/proposals/projects.routes.tsx'
import { mayWrite, type Project } from '#modules/proposals/proposals.rules.ts'
import { costsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

async function askCosts(c: Visit) {
  const { ctx } = c.var
  const project = await projectHere(c)
  const verdict = mayWrite(ctx.actor, project)
  if (!verdict.ok) return refused(c, project.id, verdict)
  const lines = await costsOf(ctx, project.id)
  return showCosts(c, project, { ...rowsOf(lines, ctx.locale), errors: {}, revision: project.costsRevision })
}

type Shown = { rows: readonly CostRow[]; reserve: Reserve; errors: FormState['errors']; focus?: string | undefined; revision: number; clash?: Clash }
async function showCosts(c: Visit, project: Project, costs: Shown, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const { limits } = await termsOf(ctx, project)
  const counted = await countRows(ctx, costs.rows, costs.reserve)
  const practices = await listPractices(ctx, { topic: 'section-costs', limit: 5 })
  const estimates = await unitEstimatesOf(ctx, project.id)
  return page(c, <CostsPage {...{ frame, project, limits, estimates, practices }} {...counted} {...costs} />, status)
}

async function keepCosts(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const project = await projectHere(c)
  const { form } = await readForm(c, z.record(z.string(), z.unknown()), t.errors)
  const revision = Number(form.typed.rewizja) || 0
  const { rows, reserve, redraws, focus, errors, lines } = await readCosts(ctx, form.typed)
  if (redraws) return showCosts(c, project, { rows, reserve, focus, errors, revision })
  if (Object.keys(errors).length > 0) return showCosts(c, project, { rows, reserve, errors, revision }, 422)
  const saved = await saveCosts(ctx, project.id, { lines, from: revision })
  if (saved.ok) return done(c, url(paths.project, { id: project.id }), saidOf(saved, t))
  if (saved.why === 'conflict') return showClash(c, saved)
  return showCosts(c, project, { rows, reserve, errors: { '': t.why[saved.why] }, revision }, 409)
}

async function showClash(c: Visit, clash: CostConflict) {
  const { ctx } = c.var
  const conflicts = costConflicts(clash.conflicts, ctx.locale)
  const project = await loadProject(ctx, c.req.param('id') ?? '')
  const said = { errors: {}, revision: clash.revision, clash: { by: await nameOf(ctx, clash.by), conflicts } }
  return showCosts(c, project, { ...rowsOf(clash.lines, ctx.locale), ...said }, 409)
}

export const costsRoutes: readonly Route[] = [
  get(paths.projectCosts, 'signed-in', askCosts),
  post(paths.projectCosts, 'signed-in', 'project.priced', keepCosts),
]
