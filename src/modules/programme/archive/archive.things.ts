import { archivedAlike, listArchivedLines } from '#modules/programme/archive/archive-lines.store.ts'
import { paths, url } from '#paths'
import type { ThingKind } from '#platform/things.ts'

/** What was on the ballot of earlier editions. */
export const archiveThings: readonly ThingKind[] = [
  {
    prefix: 'archived',
    find: async (ctx, ids) =>
      (await listArchivedLines(ctx, ids)).map(({ id, title, territoryId, edition, pool, slug }) => ({
        id,
        title,
        path: url(paths.archiveProject, { edition, pool, project: slug }),
        territoryId,
        authorIds: [],
        isPublic: true,
      })),
    alike: archivedAlike,
  },
]
