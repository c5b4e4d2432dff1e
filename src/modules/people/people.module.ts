import { addressRoutes } from '#modules/people/address.routes.tsx'
import { emailRoutes } from '#modules/people/email.routes.tsx'
import { grantRoutes } from '#modules/people/grants.routes.tsx'
import { officeRoutes } from '#modules/people/office.routes.tsx'
import { ownDataRoutes } from '#modules/people/own-data.routes.tsx'
import { ownPeopleData } from '#modules/people/own-data.store.ts'
import { passkeyRoutes } from '#modules/people/passkeys.routes.tsx'
import { peopleRetention } from '#modules/people/people.jobs.ts'
import { peopleFacts } from '#modules/people/people.rules.ts'
import { peopleTextsEn } from '#modules/people/people.texts.en.ts'
import { peopleTexts } from '#modules/people/people.texts.ts'
import { peopleMatters } from '#modules/people/people.things.ts'
import { profileRoutes } from '#modules/people/profile.routes.tsx'
import { signInRoutes } from '#modules/people/sign-in.routes.tsx'
import { takeoverRoutes } from '#modules/people/takeover.routes.tsx'
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
