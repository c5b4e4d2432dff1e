import { ambassadorsRoutes } from '#modules/ambassadors/ambassadors.routes.tsx'
import { tenureMatters, tenureThings } from '#modules/ambassadors/ambassadors.things.ts'
import { kitRoutes } from '#modules/ambassadors/kit/kit.routes.tsx'
import { certificatesRoutes } from '#modules/ambassadors/tenure/certificates.routes.tsx'
import { certificatesFacts } from '#modules/ambassadors/tenure/certificates.rules.ts'
import { certificatesOf, eraseCertificatesOf } from '#modules/ambassadors/tenure/certificates.store.ts'
import { certificatesTextsEn } from '#modules/ambassadors/tenure/certificates.texts.en.ts'
import { certificatesTexts } from '#modules/ambassadors/tenure/certificates.texts.ts'
import { termsRoutes } from '#modules/ambassadors/tenure/terms.routes.tsx'
import { terming, termsFacts } from '#modules/ambassadors/tenure/terms.rules.ts'
import { eraseTermsOf, removeTermsBefore, termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { courseRoutes } from '#modules/ambassadors/training/course.routes.tsx'
import { courseFacts } from '#modules/ambassadors/training/course.rules.ts'
import { listAnswers, removeAnswersBefore, removeCourseOf } from '#modules/ambassadors/training/course.store.ts'
import { courseTextsEn } from '#modules/ambassadors/training/course.texts.en.ts'
import { courseTexts } from '#modules/ambassadors/training/course.texts.ts'
import { trainingsRoutes } from '#modules/ambassadors/training/trainings.routes.tsx'
import { training, trainingsFacts } from '#modules/ambassadors/training/trainings.rules.ts'
import { placesOf, removePlacesBefore, removePlacesOf } from '#modules/ambassadors/training/trainings.store.ts'
import { trainingsTextsEn } from '#modules/ambassadors/training/trainings.texts.en.ts'
import { trainingsTexts } from '#modules/ambassadors/training/trainings.texts.ts'
import { assistanceRoutes } from '#modules/ambassadors/workspace/assistance.routes.tsx'
import { assistanceFacts, assisting } from '#modules/ambassadors/workspace/assistance.rules.ts'
import { listAssistance, removeAssistanceBefore, removeAssistanceOf } from '#modules/ambassadors/workspace/assistance.store.ts'
import { assistanceTextsEn } from '#modules/ambassadors/workspace/assistance.texts.en.ts'
import { assistanceTexts } from '#modules/ambassadors/workspace/assistance.texts.ts'
import { messagesRoutes } from '#modules/ambassadors/workspace/messages.routes.tsx'
import { messagesFacts } from '#modules/ambassadors/workspace/messages.rules.ts'
import { messagesBy, removeMessagesBefore, removeMessagesOf } from '#modules/ambassadors/workspace/messages.store.ts'
import { messagesTextsEn } from '#modules/ambassadors/workspace/messages.texts.en.ts'
import { messagesTexts } from '#modules/ambassadors/workspace/messages.texts.ts'
import { practicesRoutes } from '#modules/ambassadors/workspace/practices.routes.tsx'
import { practicesFacts, sharing } from '#modules/ambassadors/workspace/practices.rules.ts'
import { blankPracticesBefore, blankPracticesOf, practicesBy } from '#modules/ambassadors/workspace/practices.store.ts'
import { practicesTextsEn } from '#modules/ambassadors/workspace/practices.texts.en.ts'
import { practicesTexts } from '#modules/ambassadors/workspace/practices.texts.ts'
import { residentsRoutes } from '#modules/ambassadors/workspace/residents.routes.tsx'
import { residentsFacts } from '#modules/ambassadors/workspace/residents.rules.ts'
import { residentsTextsEn } from '#modules/ambassadors/workspace/residents.texts.en.ts'
import { residentsTexts } from '#modules/ambassadors/workspace/residents.texts.ts'
import { workspaceRoutes } from '#modules/ambassadors/workspace/workspace.routes.tsx'
import type { Ctx } from '#platform/context.ts'

/** From the acceptance to the certificate: what the module hands to the house of its second half. */
export const tenure = {
  routes: [
    ...ambassadorsRoutes,
    ...messagesRoutes,
    ...workspaceRoutes,
    ...trainingsRoutes,
    ...courseRoutes,
    ...kitRoutes,
    ...assistanceRoutes,
    ...practicesRoutes,
    ...certificatesRoutes,
    ...termsRoutes,
    ...residentsRoutes,
  ],
  things: tenureThings,
  matters: tenureMatters,
  facts: {
    ...termsFacts,
    ...trainingsFacts,
    ...courseFacts,
    ...assistanceFacts,
    ...practicesFacts,
    ...certificatesFacts,
    ...messagesFacts,
    ...residentsFacts,
  },
  factTexts: {
    pl: {
      ...termsTexts.facts,
      ...trainingsTexts.facts,
      ...courseTexts.facts,
      ...assistanceTexts.facts,
      ...practicesTexts.facts,
      ...certificatesTexts.facts,
      ...messagesTexts.facts,
      ...residentsTexts.facts,
    },
    en: {
      ...termsTextsEn.facts,
      ...trainingsTextsEn.facts,
      ...courseTextsEn.facts,
      ...assistanceTextsEn.facts,
      ...practicesTextsEn.facts,
      ...certificatesTextsEn.facts,
      ...messagesTextsEn.facts,
      ...residentsTextsEn.facts,
    },
  },
  procedures: [
    { table: 'ambassador_terms', procedure: terming, states: { pl: termsTexts.termStates, en: termsTextsEn.termStates } },
    { table: 'trainings', procedure: training, states: { pl: trainingsTexts.trainingStates, en: trainingsTextsEn.trainingStates } },
    { table: 'assistance_requests', procedure: assisting, states: { pl: assistanceTexts.assistanceStates, en: assistanceTextsEn.assistanceStates } },
    { table: 'good_practices', procedure: sharing, states: { pl: practicesTexts.practiceStates, en: practicesTextsEn.practiceStates } },
  ],
  retention: [
    { what: 'ambassador-messages', keep: { days: 90 }, sweep: removeMessagesBefore },
    { what: 'assistance-requests', keep: { years: 2 }, sweep: removeAssistanceBefore },
    { what: 'good-practices', keep: { years: 6 }, sweep: blankPracticesBefore },
    { what: 'ambassador-terms', keep: { years: 6 }, sweep: removeTermsBefore },
    { what: 'training-places', keep: { years: 2 }, sweep: removePlacesBefore },
    { what: 'course-answers', keep: { years: 2 }, sweep: removeAnswersBefore },
  ],
  ownData: async (ctx: Ctx, personId: string) => ({
    ambassadorTerms: await termsOf(ctx, personId),
    trainings: await placesOf(ctx, personId),
    course: await listAnswers(ctx, personId),
    assistance: await listAssistance(ctx, { personId }),
    messagesToAmbassadors: await messagesBy(ctx, personId),
    goodPractices: await practicesBy(ctx, personId),
    certificates: await certificatesOf(ctx, personId),
  }),
  async erase(ctx: Ctx, personId: string) {
    await removeAssistanceOf(ctx, personId)
    await removeMessagesOf(ctx, personId)
    await blankPracticesOf(ctx, personId)
    await eraseCertificatesOf(ctx, personId)
    await eraseTermsOf(ctx, personId)
    await removePlacesOf(ctx, personId)
    await removeCourseOf(ctx, personId)
  },
} as const
