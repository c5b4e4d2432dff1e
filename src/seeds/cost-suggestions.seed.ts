import { assert } from '#kit/refusal.ts'
import { type RowChange, withTotals } from '#modules/proposals/cost/cost-changes.rules.ts'
import { costsOf } from '#modules/proposals/proposals.store.ts'
import { settleProposedChange } from '#modules/proposals/suggestions/changes.actions.ts'
import { suggest } from '#modules/proposals/suggestions/suggestions.actions.ts'
import type { Degree } from '#modules/proposals/suggestions/suggestions.rules.ts'
import type { CastKey } from '#seeds/cast.ts'
import { known } from '#seeds/projects.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

type Said = { readonly name: string; readonly who: CastKey; readonly degree: Degree; readonly text: string; readonly change: RowChange }

/** What neighbours suggest to the costs of a draft: one row that its authors took over, and one that waits for their answer. */
export const costSuggestionsSeed: SeedPart = async world => {
  const planty = known(world, 'project.planty')
  const kosz = { id: 'line_seedkosz00000', name: 'Kosz na śmieci', quantity: 5000, unit: 'szt.', price: 145_000, item: 'KOSZ' }
  const bins = await say(world, planty, {
    name: 'kosz',
    who: 'bartek',
    degree: 'wish',
    text: 'Przy ławkach potrzebne są kosze, inaczej śmieci zostaną na trawie.',
    change: { kind: 'add', is: kosz },
  })
  const settled = { outcome: 'accepted', why: 'Racja, dopisujemy pięć koszy.' } as const
  const answer = await settleProposedChange(world.ctx('olga', 1, '20:05'), planty, bins, settled)
  assert(answer.ok, `the bins were not taken over: ${answer.ok ? '' : answer.why}`)
  const benches = (await costsOf(world.ctx('house'), planty)).find(({ name }) => name === 'Ławka z podłokietnikami')
  assert(benches, 'the benches are in the costs')
  await say(world, planty, {
    name: 'lawki',
    who: 'marta',
    degree: 'must',
    text: 'Co druga ławka wystarczy, a za te pieniądze można posadzić więcej drzew.',
    change: { kind: 'change', was: benches, is: { ...benches, quantity: 12_000 } },
  })
}

async function say(world: World, projectId: string, { name, who, degree, text, change }: Said): Promise<string> {
  const ctx = world.ctx(who, 1, '19:20')
  const said = { key: `key_seed_cost_suggestion_${name}`, text, degree, section: 'costs', behalf: undefined } as const
  const suggested = await suggest(ctx, projectId, { ...said, change: withTotals(await costsOf(ctx, projectId), change) })
  assert(suggested.ok && suggested.id, `${name} was not suggested: ${suggested.ok ? '' : suggested.why}`)
  return suggested.id
}
