import { ambassadorsRoutes } from '#modules/ambassadors/ambassadors.routes.tsx'
import { courseRoutes } from '#modules/ambassadors/course.routes.tsx'
import { courseFacts } from '#modules/ambassadors/course.rules.ts'
import { listAnswers, removeAnswersBefore, removeCourseOf } from '#modules/ambassadors/course.store.ts'
import { courseTextsEn } from '#modules/ambassadors/course.texts.en.ts'
import { courseTexts } from '#modules/ambassadors/course.texts.ts'
import { termsRoutes } from '#modules/ambassadors/terms.routes.tsx'
import { terming, termsFacts } from '#modules/ambassadors/terms.rules.ts'
import { eraseTermsOf, removeTermsBefore, termsOf } from '#modules/ambassadors/terms.store.ts'
import { termsTextsEn } from '#modules/ambassadors/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/terms.texts.ts'
import { trainingsRoutes } from '#modules/ambassadors/trainings.routes.tsx'
import { training, trainingsFacts } from '#modules/ambassadors/trainings.rules.ts'
import { placesOf, removePlacesBefore, removePlacesOf } from '#modules/ambassadors/trainings.store.ts'
import { trainingsTextsEn } from '#modules/ambassadors/trainings.texts.en.ts'
import { trainingsTexts } from '#modules/ambassadors/trainings.texts.ts'
import { workspaceRoutes } from '#modules/ambassadors/workspace.routes.tsx'
import type { Ctx } from '#platform/context.ts'

/** From the acceptance to the certificate: what the module hands to the house of its second half. */
export const tenure = {
  routes: [...ambassadorsRoutes, ...workspaceRoutes, ...trainingsRoutes, ...courseRoutes, ...termsRoutes],
  facts: { ...termsFacts, ...trainingsFacts, ...courseFacts },
  factTexts: {
    pl: { ...termsTexts.facts, ...trainingsTexts.facts, ...courseTexts.facts },
    en: { ...termsTextsEn.facts, ...trainingsTextsEn.facts, ...courseTextsEn.facts },
  },
  procedures: [
    { table: 'ambassador_terms', procedure: terming, states: { pl: termsTexts.termStates, en: termsTextsEn.termStates } },
    { table: 'trainings', procedure: training, states: { pl: trainingsTexts.trainingStates, en: trainingsTextsEn.trainingStates } },
  ],
  retention: [
    { what: 'ambassador-terms', keep: { years: 6 }, sweep: removeTermsBefore },
    { what: 'training-places', keep: { years: 2 }, sweep: removePlacesBefore },
    { what: 'course-answers', keep: { years: 2 }, sweep: removeAnswersBefore },
  ],
  ownData: async (ctx: Ctx, personId: string) => ({
    ambassadorTerms: await termsOf(ctx, personId),
    trainings: await placesOf(ctx, personId),
    course: await listAnswers(ctx, personId),
  }),
  async erase(ctx: Ctx, personId: string) {
    await eraseTermsOf(ctx, personId)
    await removePlacesOf(ctx, personId)
    await removeCourseOf(ctx, personId)
  },
} as const
