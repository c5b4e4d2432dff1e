import { loadEdition } from '#modules/programme/editions.store.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Standing } from '#modules/support/standing.rules.ts'
import { isListed, usesSupport, windowOf } from '#modules/support/support.rules.ts'
import { countSupport, findExtension } from '#modules/support/support.store.ts'
import type { Ctx } from '#platform/context.ts'

/** Where the list of a project stands; undefined where the edition asks for none, or the text may still change. */
export async function standingOf(ctx: Ctx, project: Project): Promise<Standing | undefined> {
  const edition = await loadEdition(ctx, project.editionId)
  if (!usesSupport(edition) || !isListed(project)) return undefined
  const [count, extension] = await Promise.all([countSupport(ctx, project.id), findExtension(ctx, project.id)])
  return {
    projectId: project.id,
    count,
    needed: edition.rules.support.count,
    window: windowOf(edition, project, extension?.until, ctx.now),
    districtOnly: edition.rules.support.districtResidentsOnly && project.path !== 'joint-city',
    extension: extension?.reason,
  }
}
