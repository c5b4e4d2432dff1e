import { peopleFacts } from '#modules/people/people.rules.ts'
import { peopleTextsEn } from '#modules/people/people.texts.en.ts'
import { peopleTexts } from '#modules/people/people.texts.ts'
import { signInRoutes } from '#modules/people/sign-in.routes.tsx'
import type { Module } from '#web/module.ts'

export const peopleModule: Module = {
  name: 'people',
  routes: [...signInRoutes],
  facts: peopleFacts,
  factTexts: { pl: peopleTexts.facts, en: peopleTextsEn.facts },
}
