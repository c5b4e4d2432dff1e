import { attendanceRoutes } from '#modules/meetings/attendance/attendance.routes.tsx'
import { attendanceFacts } from '#modules/meetings/attendance/attendance.rules.ts'
import { attendanceTextsEn } from '#modules/meetings/attendance/attendance.texts.en.ts'
import { attendanceTexts } from '#modules/meetings/attendance/attendance.texts.ts'
import { registrationsRoutes } from '#modules/meetings/attendance/registrations.routes.tsx'
import { registrationsFacts } from '#modules/meetings/attendance/registrations.rules.ts'
import { registrationsTextsEn } from '#modules/meetings/attendance/registrations.texts.en.ts'
import { registrationsTexts } from '#modules/meetings/attendance/registrations.texts.ts'
import { besideAmbassadors } from '#modules/meetings/beside.routes.tsx'
import { expertsRoutes } from '#modules/meetings/experts/experts.routes.tsx'
import { expertsFacts, inviting } from '#modules/meetings/experts/experts.rules.ts'
import { expertsTextsEn } from '#modules/meetings/experts/experts.texts.en.ts'
import { expertsTexts } from '#modules/meetings/experts/experts.texts.ts'
import { feedsRoutes } from '#modules/meetings/feeds.routes.tsx'
import { eraseFromMeetings, meetingsOwnData, meetingsRetention } from '#modules/meetings/keeping.actions.ts'
import { kitRoutes } from '#modules/meetings/kit.routes.tsx'
import { meetingsJobs } from '#modules/meetings/meetings.jobs.ts'
import { meetingsRoutes } from '#modules/meetings/meetings.routes.tsx'
import { meeting, meetingsFacts } from '#modules/meetings/meetings.rules.ts'
import { meetingsTextsEn } from '#modules/meetings/meetings.texts.en.ts'
import { meetingsTexts } from '#modules/meetings/meetings.texts.ts'
import { meetingsMatters, meetingsThings } from '#modules/meetings/meetings.things.ts'
import { aftermathRoutes } from '#modules/meetings/minutes/aftermath.routes.tsx'
import { minutesPart } from '#modules/meetings/minutes/minutes.module.ts'
import { figuresOfHost } from '#modules/meetings/participation.store.ts'
import { planFormRoutes } from '#modules/meetings/plan-form.routes.tsx'
import { switchesRoutes } from '#modules/meetings/switches/switches.routes.tsx'
import { switchesFacts } from '#modules/meetings/switches/switches.rules.ts'
import { switchesTextsEn } from '#modules/meetings/switches/switches.texts.en.ts'
import { switchesTexts } from '#modules/meetings/switches/switches.texts.ts'
import type { Module } from '#web/module.ts'

/** Meetings and workshop series: agenda, registration, minutes in stages, attendance, parity of paper, phone and screen. */
export const meetingsModule: Module = {
  name: 'meetings',
  // what has a name of its own (nowe, kod) stands before what has an id
  routes: [
    ...feedsRoutes,
    ...planFormRoutes,
    ...minutesPart.routes,
    ...meetingsRoutes,
    ...registrationsRoutes,
    ...switchesRoutes,
    ...expertsRoutes,
    ...attendanceRoutes,
    ...kitRoutes,
    ...aftermathRoutes,
  ],
  facts: { ...meetingsFacts, ...registrationsFacts, ...switchesFacts, ...expertsFacts, ...attendanceFacts, ...minutesPart.facts },
  factTexts: {
    pl: {
      ...meetingsTexts.facts,
      ...registrationsTexts.facts,
      ...switchesTexts.facts,
      ...expertsTexts.facts,
      ...attendanceTexts.facts,
      ...minutesPart.factTexts.pl,
    },
    en: {
      ...meetingsTextsEn.facts,
      ...registrationsTextsEn.facts,
      ...switchesTextsEn.facts,
      ...expertsTextsEn.facts,
      ...attendanceTextsEn.facts,
      ...minutesPart.factTexts.en,
    },
  },
  jobs: meetingsJobs,
  beside: { ambassador: besideAmbassadors },
  things: [...meetingsThings, ...minutesPart.things],
  matters: async ctx => [...(await meetingsMatters(ctx)), ...(await minutesPart.matters(ctx))],
  deeds: figuresOfHost,
  procedures: [
    { table: 'meetings', procedure: meeting, states: { pl: meetingsTexts.states, en: meetingsTextsEn.states } },
    { table: 'meeting_experts', procedure: inviting, states: { pl: expertsTexts.states, en: expertsTextsEn.states } },
    ...minutesPart.procedures,
  ],
  retention: [...meetingsRetention, ...minutesPart.retention],
  joining: { meeting_registrations: { column: 'state', best: ['registered', 'waiting'] } },
  ownData: async (ctx, personId) => ({ ...(await meetingsOwnData(ctx, personId)), ...(await minutesPart.ownData(ctx, personId)) }),
  erase: async (ctx, personId) => {
    await eraseFromMeetings(ctx, personId)
    await minutesPart.erase(ctx, personId)
  },
}
