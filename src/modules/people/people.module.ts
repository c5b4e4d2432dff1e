import { grantRoutes } from '#modules/people/office/grants.routes.tsx'
import { officeRoutes } from '#modules/people/office/office.routes.tsx'
import { addressRoutes } from '#modules/people/own/address.routes.tsx'
import { ownDataRoutes } from '#modules/people/own/own-data.routes.tsx'
import { ownPeopleData } from '#modules/people/own/own-data.store.ts'
import { profileRoutes } from '#modules/people/own/profile.routes.tsx'
import { peopleRetention } from '#modules/people/people.jobs.ts'
import { peopleFacts } from '#modules/people/people.rules.ts'
import { peopleTextsEn } from '#modules/people/people.texts.en.ts'
import { peopleTexts } from '#modules/people/people.texts.ts'
import { peopleMatters } from '#modules/people/people.things.ts'
import { emailRoutes } from '#modules/people/sign-in/email.routes.tsx'
import { passkeyRoutes } from '#modules/people/sign-in/passkeys.routes.tsx'
import { signInRoutes } from '#modules/people/sign-in/sign-in.routes.tsx'
import { takeoverRoutes } from '#modules/people/sign-in/takeover.routes.tsx'
import type { Module } from '#web/module.ts'

export const peopleModule: Module = {
  name: 'people',
  routes: [
    ...signInRoutes,
    ...takeoverRoutes,
    ...passkeyRoutes,
    ...profileRoutes,
    ...addressRoutes,
    ...emailRoutes,
    ...ownDataRoutes,
    ...officeRoutes,
    ...grantRoutes,
  ],
  ownData: ownPeopleData,
  matters: peopleMatters,
  retention: peopleRetention,
  facts: peopleFacts,
  factTexts: { pl: peopleTexts.facts, en: peopleTextsEn.facts },
}
