import { minutesRoutes } from '#modules/meetings/minutes/minutes.routes.tsx'
import { minutesFacts, minuting } from '#modules/meetings/minutes/minutes.rules.ts'
import { blankMinutesBefore, blankMinutesOf, minutesDataOf } from '#modules/meetings/minutes/minutes.store.ts'
import { minutesTextsEn } from '#modules/meetings/minutes/minutes.texts.en.ts'
import { minutesTexts } from '#modules/meetings/minutes/minutes.texts.ts'
import { minutesMatters, minutesThings } from '#modules/meetings/minutes/minutes.things.ts'
import { blankTasksBefore, blankTasksOf, tasksOf } from '#modules/meetings/minutes/tasks.store.ts'
import { sheetsRoutes } from '#modules/meetings/voices/sheets.routes.tsx'
import { blankSheetsBefore, blankSheetsOf, sweepClaimTries, sweepPhotos } from '#modules/meetings/voices/sheets.store.ts'
import { voicesRoutes } from '#modules/meetings/voices/voices.routes.tsx'
import { voicesFacts } from '#modules/meetings/voices/voices.rules.ts'
import { blankVoicesBefore, blankVoicesOf, voicesBy } from '#modules/meetings/voices/voices.store.ts'
import { voicesTextsEn } from '#modules/meetings/voices/voices.texts.en.ts'
import { voicesTexts } from '#modules/meetings/voices/voices.texts.ts'
import { workshopsPart } from '#modules/meetings/workshops/workshops.module.ts'
import type { Module } from '#web/module.ts'

/** What was said at meetings and what is written down of it: the part of the module meetings that it hands over with the rest. */
export const minutesPart = {
  routes: [...sheetsRoutes, ...voicesRoutes, ...minutesRoutes],
  facts: { ...minutesFacts, ...voicesFacts, ...workshopsPart.facts },
  factTexts: {
    pl: { ...minutesTexts.facts, ...voicesTexts.facts, ...workshopsPart.factTexts.pl },
    en: { ...minutesTextsEn.facts, ...voicesTextsEn.facts, ...workshopsPart.factTexts.en },
  },
  things: [...minutesThings, ...workshopsPart.things],
  matters: minutesMatters,
  procedures: [
    { table: 'minutes', procedure: minuting, states: { pl: minutesTexts.states, en: minutesTextsEn.states } },
    ...workshopsPart.procedures,
  ],
  retention: [
    ...workshopsPart.retention,
    { what: 'sheet-claim-tries', keep: { days: 1 }, sweep: sweepClaimTries },
    { what: 'sheet-photos', keep: { days: 30 }, sweep: sweepPhotos },
    {
      what: 'meeting-voices',
      keep: { years: 6 },
      sweep: async (ctx, before) => (await blankVoicesBefore(ctx, before)) + (await blankSheetsBefore(ctx, before)),
    },
    {
      what: 'minutes',
      keep: { years: 6 },
      sweep: async (ctx, before) => (await blankMinutesBefore(ctx, before)) + (await blankTasksBefore(ctx, before)),
    },
  ],
  ownData: async (ctx, personId) => ({
    voices: await voicesBy(ctx, personId),
    minutes: await minutesDataOf(ctx, personId),
    tasks: await tasksOf(ctx, personId),
    ...(await workshopsPart.ownData(ctx, personId)),
  }),
  erase: async (ctx, personId) => {
    await blankVoicesOf(ctx, personId)
    await blankSheetsOf(ctx, personId)
    await blankMinutesOf(ctx, personId)
    await blankTasksOf(ctx, personId)
    await workshopsPart.erase(ctx, personId)
  },
} satisfies Partial<Module>
