import type { Module } from '#web/module.ts'

/** Ambassadors of Local Participation: calls, applications, areas, training, terms, certificates, the public list. */
export const ambassadorsModule: Module = { name: 'ambassadors', routes: [], facts: {}, factTexts: { pl: {}, en: {} } }
