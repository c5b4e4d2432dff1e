import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { type Examining, examinedState, mayExamine } from '#modules/support/examining.rules.ts'
import { findExamination, tallyOf } from '#modules/support/examining.store.ts'
import type { Standing } from '#modules/support/standing.rules.ts'
import { isListed, usesSupport, windowOf } from '#modules/support/support.rules.ts'
import { findExtension } from '#modules/support/support.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Where the list of a project stands; undefined where the edition asks for none, or the text may still change. */
export async function standingOf(ctx: Ctx, project: Project): Promise<Standing | undefined> {
  const edition = await loadEdition(ctx, project.editionId)
  if (!usesSupport(edition) || !isListed(project)) return undefined
  const { tally, window, extension, examination, state } = await listOf(ctx, project)
  return {
    projectId: project.id,
    count: tally.counted,
    needed: edition.rules.support.count,
    window,
    districtOnly: edition.rules.support.districtResidentsOnly && project.path !== 'joint-city',
    extension: extension?.reason,
    examination,
    examined: state,
  }
}

async function listOf(ctx: Ctx, project: Project) {
  const edition = await loadEdition(ctx, project.editionId)
  const [tally, extension, examination] = await Promise.all([
    tallyOf(ctx, project.id),
    findExtension(ctx, project.id),
    findExamination(ctx, project.id),
  ])
  const window = windowOf(edition, project, extension?.until, ctx.now)
  return { edition, tally, window, extension, examination, state: examinedState(examination, { tally, window }) }
}

/** To the clerk who keys it in: what stands now, what was found last, and whether a result may be saved. */
export async function examiningOf(ctx: Ctx, project: Project): Promise<Examining> {
  const { edition, tally, window, examination, state } = await listOf(ctx, project)
  const may = mayExamine(ctx.actor, edition, project, { window, counted: tally.counted })
  return { tally, needed: edition.rules.support.count, examination, state, may }
}
