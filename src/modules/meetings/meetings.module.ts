import type { Module } from '#web/module.ts'

/** Meetings and workshop series: agenda, registration, minutes in stages, attendance, parity of paper, phone and screen. */
export const meetingsModule: Module = { name: 'meetings', routes: [], facts: {}, factTexts: { pl: {}, en: {} } }
