import type { Thing } from '#kit/things.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { listNeedsById } from '#modules/ideas/needs.store.ts'
import { ideasAlike, needsAlike } from '#modules/ideas/similar.store.ts'
import { authorsOf, type Said } from '#modules/ideas/space.rules.ts'
import { paths, url } from '#paths'
import type { ThingKind } from '#platform/things.ts'

const thingOf = (said: Said, path: string): Thing => ({
  id: said.id,
  title: said.title,
  path,
  territoryId: said.territoryId,
  authorIds: authorsOf(said),
  text: said.text,
  isPublic: !said.hidden,
})

export const ideasThings: readonly ThingKind[] = [
  {
    prefix: 'need',
    find: async (ctx, ids) => (await listNeedsById(ctx, ids)).map(need => thingOf(need, url(paths.need, { id: need.id }))),
    alike: needsAlike,
  },
  {
    prefix: 'idea',
    find: async (ctx, ids) => (await listIdeasById(ctx, ids)).map(idea => thingOf(idea, url(paths.idea, { id: idea.id }))),
    alike: ideasAlike,
  },
]
