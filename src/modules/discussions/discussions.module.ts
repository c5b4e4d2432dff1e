import { discussionsFacts } from '#modules/discussions/discussions.rules.ts'
import { blankCommentsOf, commentsBy, removeCommentsBefore } from '#modules/discussions/discussions.store.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import type { Module } from '#web/module.ts'

/** Typed comments under whatever may be talked about. It has no doors of its own: each stands at the thing it is about. */
export const discussionsModule: Module = {
  name: 'discussions',
  routes: [],
  facts: discussionsFacts,
  factTexts: { pl: discussionsTexts.facts, en: discussionsTextsEn.facts },
  retention: [{ what: 'comments', keep: { years: 6 }, sweep: removeCommentsBefore }],
  ownData: async (ctx, personId) => ({ comments: await commentsBy(ctx, personId) }),
  erase: blankCommentsOf,
}
