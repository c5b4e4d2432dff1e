import { addDays, daysBetween } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import { commitDraw, revealDraw } from '#modules/counting/draws/draws.actions.ts'
import { createEdition, stepEdition } from '#modules/programme/editions/editions.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { demoDay, settle } from '#seeds/programme.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const event = 'Liczby Lotto z tego dnia, rosnąco, oddzielone spacjami'
const lastDay = ({ phases }: Edition): string =>
  phases
    .flatMap(({ kind, to }) => (kind === 'voting' ? [to] : []))
    .sort()
    .at(-1) ?? ''

async function announce(world: World, editionId: string, daysAgo: number): Promise<Edition> {
  const ctx = world.ctx('kornelia', daysAgo)
  const edition = await loadEdition(ctx, editionId)
  const verdict = await commitDraw(ctx, world, edition, event, addDays(lastDay(edition), 5))
  assert(verdict.ok, 'a draw of the demo world')
  return edition
}

/** The edition of the year before, whose draw was announced and revealed. It is over before the present one begins. */
export const pastEditionSeed: SeedPart = async world => {
  const year = 365
  const days = daysBetween(demoDay, world.today) - year
  const created = await createEdition(world.ctx('kornelia', year + 40), {
    key: 'key_seed_past',
    preset: 'krakow-2020',
    days,
    no: 6,
    title: 'VI edycja',
  })
  assert(created.ok, 'the past edition of the demo world')
  await settle(world, created.id, year + 35)
  const step = async (step: 'publish' | 'start' | 'close', daysAgo: number) => {
    const verdict = await stepEdition(world.ctx('kornelia', daysAgo), created.id, step)
    assert(verdict.ok, `${step} the past edition of the demo world`)
  }
  await step('publish', year + 33)
  await step('start', year + 33)
  const edition = await announce(world, created.id, year + 20)
  const after = daysBetween(addDays(lastDay(edition), 6), world.today)
  assert((await revealDraw(world.ctx('kornelia', after), world, edition, '7 12 19 31 40 44')).ok, 'the revealed draw of the demo world')
  await step('close', 60)
}

/** The draw of the present edition: announced, and open until its event. */
export const drawSeed: SeedPart = async world => {
  await announce(world, world.ids.get('edition') ?? '', 20)
}
