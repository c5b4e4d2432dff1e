import type { Module } from '#web/module.ts'

/** Who follows which place, thing or search. */
export const followingModule: Module = { name: 'following', routes: [], facts: {}, factTexts: { pl: {}, en: {} } }
