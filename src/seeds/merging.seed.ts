import { assert } from '#kit/refusal.ts'
import { proposeMerging } from '#modules/merging/merging.actions.ts'
import { known } from '#seeds/projects.seed.ts'
import type { SeedPart } from '#seeds/world.ts'

const own = (...words: string[]) => ({ way: 'own' as const, own: words })
const as = (way: 'left' | 'right' | 'both') => ({ way, own: [] })

/** A neighbour proposes that two ideas of Nowa Huta go on as one; their authors have not answered yet. */
export const mergingSeed: SeedPart = async world => {
  const proposal = {
    key: 'key_seed_merging_evenings',
    kind: 'join' as const,
    ids: [known(world, 'idea.otwarte'), known(world, 'idea.wieczory')],
    words: 'Boisko po lekcjach i dom kultury wieczorem to te same dzieci i ten sam opiekun. Razem łatwiej o dyżury.',
    choices: { title: own('Po lekcjach otwarte: boisko i dom kultury'), text: as('both'), place: as('both'), where: as('left') },
    days: 14,
  }
  const proposed = await proposeMerging(world.ctx('ewa', 2, '20:05'), [], proposal)
  assert(proposed.ok, `joining was refused: ${proposed.ok ? '' : proposed.why}`)
}
