import type { Module } from '#web/module.ts'

/** Reports, decisions with reasons, a public log. It hides by rows of its own that upper stores join. */
export const moderationModule: Module = { name: 'moderation', routes: [], facts: {}, factTexts: { pl: {}, en: {} } }
