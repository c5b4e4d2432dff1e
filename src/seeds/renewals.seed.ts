import { assert } from '#kit/refusal.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { nameVersion } from '#modules/proposals/drafting/history.actions.ts'
import { askSupportersAgain } from '#modules/renewals/renewals.actions.ts'
import { known } from '#seeds/projects.seed.ts'
import type { SeedPart } from '#seeds/world.ts'

/** The draft of the language evenings has another title than the idea: whoever backs it is asked again, Halina by telephone. */
export const renewalsSeed: SeedPart = async world => {
  for (const who of ['edyta', 'ewa', 'monika', 'tadeusz'] as const)
    assert((await back(world.ctx(who, 3, '18:15'), 'idea', known(world, 'idea.herbata'))).ok, `${who} could not back the idea`)
  const behalf = { channel: 'phone' as const, personId: known(world, 'person.halina'), key: 'key_seed_renewal_halina' }
  const backed = await back(world.ctx('celina', 2, '10:05'), 'idea', known(world, 'idea.herbata'), behalf)
  assert(backed.ok, `Halina could not back the idea: ${backed.ok ? '' : backed.why}`)
  const named = { key: 'key_seed_named_evenings', name: 'Przed rozmową z bibliotekami' }
  assert((await nameVersion(world.ctx('jurij', 1, '20:20'), known(world, 'project.herbata'), named)).ok, 'the version was not named')
  assert((await askSupportersAgain(world.ctx('house', 0, '06:10'), world)) > 1, 'nobody was asked again')
}
