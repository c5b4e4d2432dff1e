import { followingTextsEn } from '#modules/following/following.texts.en.ts'
import { followingTexts } from '#modules/following/following.texts.ts'
import { followsRoutes } from '#modules/following/follows.routes.tsx'
import { followsFacts } from '#modules/following/follows.rules.ts'
import { listFollows, removeFollowsOf, sweepFollows } from '#modules/following/follows.store.ts'
import type { Module } from '#web/module.ts'

/** Who follows which place, thing, role, theme or search. What they are told of it is decided by notifications. */
export const followingModule: Module = {
  name: 'following',
  routes: followsRoutes,
  facts: followsFacts,
  factTexts: { pl: followingTexts.facts, en: followingTextsEn.facts },
  hangings: [{ table: 'follows', by: 'target', goes: 'united', person: 'person_id', fresh: 'id', where: "kind = 'thing'" }],
  retention: [{ what: 'follows', keep: { years: 2 }, sweep: sweepFollows }],
  ownData: async (ctx, personId) => ({ follows: await listFollows(ctx, [personId]) }),
  erase: removeFollowsOf,
}
