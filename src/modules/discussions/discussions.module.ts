import { commentsRoutes } from '#modules/discussions/comments.routes.tsx'
import { discussionsFacts } from '#modules/discussions/discussions.rules.ts'
import { blankCommentsOf, commentsBy, removeCommentsBefore } from '#modules/discussions/discussions.store.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { discussionsThings } from '#modules/discussions/discussions.things.ts'
import { asking, questionsFacts } from '#modules/discussions/questions.rules.ts'
import { answersBy, forgetHandlersOf } from '#modules/discussions/questions.store.ts'
import { talksJobs } from '#modules/discussions/talks.jobs.ts'
import { talksRoutes } from '#modules/discussions/talks.routes.tsx'
import { holding, talksFacts } from '#modules/discussions/talks.rules.ts'
import { talksTextsEn } from '#modules/discussions/talks.texts.en.ts'
import { talksTexts } from '#modules/discussions/talks.texts.ts'
import type { Module } from '#web/module.ts'

/** Talks with their rounds, and typed comments under whatever may be talked about. */
export const discussionsModule: Module = {
  name: 'discussions',
  routes: [...talksRoutes, ...commentsRoutes],
  facts: { ...discussionsFacts, ...questionsFacts, ...talksFacts },
  factTexts: { pl: { ...discussionsTexts.facts, ...talksTexts.facts }, en: { ...discussionsTextsEn.facts, ...talksTextsEn.facts } },
  things: discussionsThings,
  procedures: [
    { table: 'talks', procedure: holding, states: { pl: talksTexts.states, en: talksTextsEn.states } },
    { table: 'questions', procedure: asking, states: { pl: discussionsTexts.questionStates, en: discussionsTextsEn.questionStates } },
  ],
  jobs: talksJobs,
  retention: [{ what: 'comments', keep: { years: 6 }, sweep: removeCommentsBefore }],
  ownData: async (ctx, personId) => ({ comments: await commentsBy(ctx, personId), answers: await answersBy(ctx, personId) }),
  erase: async (ctx, personId) => {
    await blankCommentsOf(ctx, personId)
    await forgetHandlersOf(ctx, personId)
  },
}
