import { agendaFacts } from '#modules/meetings/agenda.rules.ts'
import { blankSpokenBefore, blankSpokenOf } from '#modules/meetings/agenda.store.ts'
import { blankCardsBefore, blankCardsOf, cardsBy } from '#modules/meetings/voices/cards.store.ts'
import { workshopping, workshopsFacts } from '#modules/meetings/workshops/workshops.rules.ts'
import { blankWorkshopsOf, marksBy, sumUpMarksBefore } from '#modules/meetings/workshops/workshops.store.ts'
import { workshopsTextsEn } from '#modules/meetings/workshops/workshops.texts.en.ts'
import { workshopsTexts } from '#modules/meetings/workshops/workshops.texts.ts'
import { workshopsThings } from '#modules/meetings/workshops/workshops.things.ts'
import type { Module } from '#web/module.ts'

/** Workshop series and joint workshops with units. Their pages stand with needs and ideas, which they are about. */
export const workshopsPart = {
  facts: { ...workshopsFacts, ...agendaFacts },
  factTexts: { pl: workshopsTexts.facts, en: workshopsTextsEn.facts },
  things: workshopsThings,
  procedures: [{ table: 'workshops', procedure: workshopping, states: { pl: workshopsTexts.states, en: workshopsTextsEn.states } }],
  retention: [
    { what: 'workshop-marks', keep: { years: 1 }, sweep: sumUpMarksBefore },
    {
      what: 'workshop-cards',
      keep: { years: 6 },
      sweep: async (ctx, before) => (await blankCardsBefore(ctx, before)) + (await blankSpokenBefore(ctx, before)),
    },
  ],
  ownData: async (ctx, personId) => ({ workshopMarks: await marksBy(ctx, personId), cards: await cardsBy(ctx, personId) }),
  erase: async (ctx, personId) => {
    await blankWorkshopsOf(ctx, personId)
    await blankCardsOf(ctx, personId)
    await blankSpokenOf(ctx, personId)
  },
} satisfies Partial<Module>
