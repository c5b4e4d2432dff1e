import { addDays } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import { answerHandover, handOver, type NewHandover, receiveHandover } from '#modules/ideas/handovers/handovers.actions.ts'
import { handoversThings } from '#modules/ideas/handovers/handovers.things.ts'
import { ideasThings } from '#modules/ideas/ideas.things.ts'
import { known } from '#seeds/projects.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

/** What is no project: a crossing that the roads unit must mend, answered; a garden that neighbours want to make themselves, on its way. */
export const handoversSeed: SeedPart = async world => {
  const crossing = await hand(world, 14, {
    key: 'key_seed_handover_crossing',
    subjectId: known(world, 'need.przejscie13'),
    form: 'upkeep',
    unitId: known(world, 'unit.ZDMK'),
    note: 'To ustawienie sygnalizacji, a nie nowa inwestycja. Może to zrobić zarząd dróg w ramach utrzymania.',
  })
  const received = { on: addDays(world.today, -12), reference: 'ZDMK.442.17', version: 1 }
  assert((await receiveHandover(world.ctx('kornelia', 11, '09:10'), crossing, received)).ok, 'the crossing was not received')
  const answer = {
    on: addDays(world.today, -3),
    outcome: 'done' as const,
    answer: 'Wydłużyliśmy zielone światło dla pieszych o osiem sekund. Zmiana działa od poniedziałku.',
    version: 2,
  }
  assert((await answerHandover(world.ctx('kornelia', 2, '10:30'), crossing, answer)).ok, 'the crossing was not answered')

  await hand(world, 4, {
    key: 'key_seed_handover_garden',
    subjectId: known(world, 'idea.ogrod'),
    form: 'local-initiative',
    office: 'Biuro Inicjatyw Lokalnych',
    address: 'pl. Przykładowy 3, 30-001 Kraków',
    email: 'inicjatywy@miasto.example',
    note: 'Sąsiedzi chcą założyć ogród własną pracą. Potrzebują zgody na teren, ziemi i wody.',
  })
}

async function hand(world: World, daysAgo: number, asked: NewHandover): Promise<string> {
  const verdict = await handOver(world.ctx('kornelia', daysAgo, '11:00'), [...ideasThings, ...handoversThings], asked)
  assert(verdict.ok && verdict.id, `${asked.subjectId} was not handed over: ${verdict.ok ? '' : verdict.why}`)
  return verdict.id
}
