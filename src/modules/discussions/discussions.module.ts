import { commentsRoutes } from '#modules/discussions/comments/comments.routes.tsx'
import { discussionsFacts } from '#modules/discussions/discussions.rules.ts'
import { blankCommentsOf, commentsBy, removeCommentsBefore } from '#modules/discussions/discussions.store.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { discussionsMatters, discussionsThings } from '#modules/discussions/discussions.things.ts'
import { interestsRoutes } from '#modules/discussions/interests/interests.routes.tsx'
import { interestsFacts } from '#modules/discussions/interests/interests.rules.ts'
import { interestsBy, removeInterestsBefore, removeInterestsOf } from '#modules/discussions/interests/interests.store.ts'
import { interestsTextsEn } from '#modules/discussions/interests/interests.texts.en.ts'
import { interestsTexts } from '#modules/discussions/interests/interests.texts.ts'
import { asking, questionsFacts } from '#modules/discussions/questions.rules.ts'
import { answersBy, forgetHandlersOf } from '#modules/discussions/questions.store.ts'
import { runningRoutes } from '#modules/discussions/running/running.routes.tsx'
import { summariesRoutes } from '#modules/discussions/summaries/summaries.routes.tsx'
import { summariesFacts } from '#modules/discussions/summaries/summaries.rules.ts'
import { removeViewsBefore, removeViewsOf, viewsBy } from '#modules/discussions/summaries/summaries.store.ts'
import { summariesTextsEn } from '#modules/discussions/summaries/summaries.texts.en.ts'
import { summariesTexts } from '#modules/discussions/summaries/summaries.texts.ts'
import { talksJobs } from '#modules/discussions/talks.jobs.ts'
import { talksRoutes } from '#modules/discussions/talks.routes.tsx'
import { holding, talksFacts } from '#modules/discussions/talks.rules.ts'
import { talksTextsEn } from '#modules/discussions/talks.texts.en.ts'
import { talksTexts } from '#modules/discussions/talks.texts.ts'
import type { Module } from '#web/module.ts'

/** Talks with their rounds, and typed comments under whatever may be talked about. */
export const discussionsModule: Module = {
  name: 'discussions',
  routes: [...talksRoutes, ...summariesRoutes, ...interestsRoutes, ...runningRoutes, ...commentsRoutes],
  facts: { ...discussionsFacts, ...questionsFacts, ...talksFacts, ...summariesFacts, ...interestsFacts },
  factTexts: {
    pl: { ...discussionsTexts.facts, ...talksTexts.facts, ...summariesTexts.facts, ...interestsTexts.facts },
    en: { ...discussionsTextsEn.facts, ...talksTextsEn.facts, ...summariesTextsEn.facts, ...interestsTextsEn.facts },
  },
  things: discussionsThings,
  matters: discussionsMatters,
  procedures: [
    { table: 'talks', procedure: holding, states: { pl: talksTexts.states, en: talksTextsEn.states } },
    { table: 'questions', procedure: asking, states: { pl: discussionsTexts.questionStates, en: discussionsTextsEn.questionStates } },
  ],
  hangings: [
    // an answer goes where the words go that it answers
    { table: 'comments', by: 'subject_id', goes: 'along', key: ['id'], answers: 'reply_to' },
    { table: 'talk_places', by: 'subject_id', goes: 'stays', why: 'each has its own place in a talk' },
  ],
  jobs: talksJobs,
  retention: [
    { what: 'comments', keep: { years: 6 }, sweep: removeCommentsBefore },
    { what: 'summary-views', keep: { years: 6 }, sweep: removeViewsBefore },
    { what: 'talk-interests', keep: { years: 1 }, sweep: removeInterestsBefore },
  ],
  ownData: async (ctx, personId) => ({
    comments: await commentsBy(ctx, personId),
    answers: await answersBy(ctx, personId),
    summaryViews: await viewsBy(ctx, personId),
    talkInterests: await interestsBy(ctx, personId),
  }),
  erase: async (ctx, personId) => {
    await blankCommentsOf(ctx, personId)
    await forgetHandlersOf(ctx, personId)
    await removeViewsOf(ctx, personId)
    await removeInterestsOf(ctx, personId)
  },
}
