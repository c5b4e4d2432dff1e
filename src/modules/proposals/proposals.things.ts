import { isPublic } from '#modules/proposals/proposals.rules.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { shownNamesOn } from '#modules/proposals/shown-names.store.ts'
import { projectsAlike } from '#modules/proposals/words.store.ts'
import { paths, url } from '#paths'
import type { ThingKind } from '#platform/things.ts'

/** Private drafts are nobody's to point at: only shared and submitted projects are found. */
export const proposalsThings: readonly ThingKind[] = [
  {
    prefix: 'project',
    find: async (ctx, ids) =>
      (await listProjects(ctx, { ids, limit: ids.length })).map(project => ({
        id: project.id,
        title: project.title,
        path: url(paths.project, { id: project.id }),
        territoryId: project.territoryId,
        authorIds: project.authorIds,
        text: project.summary,
        isPublic: isPublic(project),
      })),
    alike: projectsAlike,
    names: shownNamesOn,
  },
]
