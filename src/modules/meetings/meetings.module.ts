import { meetingsRoutes } from '#modules/meetings/meetings.routes.tsx'
import { meeting, meetingsFacts } from '#modules/meetings/meetings.rules.ts'
import { meetingsTextsEn } from '#modules/meetings/meetings.texts.en.ts'
import { meetingsTexts } from '#modules/meetings/meetings.texts.ts'
import { meetingsThings } from '#modules/meetings/meetings.things.ts'
import { minutesPart } from '#modules/meetings/minutes.module.ts'
import { planFormRoutes } from '#modules/meetings/plan-form.routes.tsx'
import type { Module } from '#web/module.ts'

/** Meetings and workshop series: agenda, registration, minutes in stages, attendance, parity of paper, phone and screen. */
export const meetingsModule: Module = {
  name: 'meetings',
  // what has a name of its own (nowe, kod) stands before what has an id
  routes: [...planFormRoutes, ...minutesPart.routes, ...meetingsRoutes],
  facts: { ...meetingsFacts, ...minutesPart.facts },
  factTexts: {
    pl: { ...meetingsTexts.facts, ...minutesPart.factTexts.pl },
    en: { ...meetingsTextsEn.facts, ...minutesPart.factTexts.en },
  },
  things: [...meetingsThings, ...minutesPart.things],
  matters: minutesPart.matters,
  procedures: [
    { table: 'meetings', procedure: meeting, states: { pl: meetingsTexts.states, en: meetingsTextsEn.states } },
    ...minutesPart.procedures,
  ],
  retention: [...minutesPart.retention],
  ownData: minutesPart.ownData,
  erase: minutesPart.erase,
}
