import { addressesSeed } from '#seeds/addresses.seed.ts'
import { adviceSeed } from '#seeds/advice.seed.ts'
import { ambassadorCallSeed } from '#seeds/ambassador-call.seed.ts'
import { archiveSeed } from '#seeds/archive.seed.ts'
import { cityPlansSeed } from '#seeds/city-plans.seed.ts'
import { costSuggestionsSeed } from '#seeds/cost-suggestions.seed.ts'
import { drawSeed, pastEditionSeed } from '#seeds/draws.seed.ts'
import { followingSeed } from '#seeds/following.seed.ts'
import { handoversSeed } from '#seeds/handovers.seed.ts'
import { ideasSeed } from '#seeds/ideas.seed.ts'
import { meetingsSeed } from '#seeds/meetings.seed.ts'
import { mergingSeed } from '#seeds/merging.seed.ts'
import { minutesSeed } from '#seeds/minutes.seed.ts'
import { moderationSeed } from '#seeds/moderation.seed.ts'
import { pagesSeed } from '#seeds/pages.seed.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { pricesSeed } from '#seeds/prices.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { projectsSeed } from '#seeds/projects.seed.ts'
import { questionsSeed } from '#seeds/questions.seed.ts'
import { recordsSeed } from '#seeds/records.seed.ts'
import { registersSeed } from '#seeds/registers.seed.ts'
import { renewalsSeed } from '#seeds/renewals.seed.ts'
import { talkWordsSeed } from '#seeds/talk-words.seed.ts'
import { talksSeed } from '#seeds/talks.seed.ts'
import { teamSeed } from '#seeds/team.seed.ts'
import { tenureSeed } from '#seeds/tenure.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { workshopsSeed } from '#seeds/workshops.seed.ts'
import type { SeedPart } from '#seeds/world.ts'

/** The order in which the demo world comes to be. */
export const seedParts: readonly SeedPart[] = [
  peopleSeed,
  territoriesSeed,
  addressesSeed,
  archiveSeed,
  cityPlansSeed,
  pricesSeed,
  pastEditionSeed,
  programmeSeed,
  drawSeed,
  residenceSeed,
  ambassadorCallSeed,
  tenureSeed,
  pagesSeed,
  talksSeed,
  recordsSeed,
  meetingsSeed,
  ideasSeed,
  projectsSeed,
  teamSeed,
  registersSeed,
  adviceSeed,
  costSuggestionsSeed,
  questionsSeed,
  workshopsSeed,
  minutesSeed,
  talkWordsSeed,
  moderationSeed,
  followingSeed,
  handoversSeed,
  mergingSeed,
  renewalsSeed,
]
