import type { Actor } from '#kit/actor.ts'
import { addDays, warsaw } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { listTerms } from '#modules/ambassadors/tenure/terms.store.ts'
import { closeMeeting, countFromPaper, markPresent, notePaper } from '#modules/meetings/attendance/attendance.actions.ts'
import { register } from '#modules/meetings/attendance/registrations.actions.ts'
import { answerInvitation, inviteUnit } from '#modules/meetings/experts/experts.actions.ts'
import { listInvitations } from '#modules/meetings/experts/experts.store.ts'
import { announceMeeting, cancelMeeting, markHeld, planMeeting } from '#modules/meetings/meetings.actions.ts'
import { returnToHall, switchToOnline } from '#modules/meetings/switches/switches.actions.ts'
import { actorOf } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'
import { actingIn, extra } from '#seeds/extras.ts'
import { meetings, type SeededMeeting } from '#seeds/meetings.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}
const must = (verdict: Verdict, what: string) => assert(verdict.ok, `${what} was refused: ${verdict.ok ? '' : verdict.why}`)
const keyOf = (name: string) => `key_seed_gathering_${name.replace(/\W/g, '_')}`.padEnd(20, '0')

/** "gathering.zablocie": meetings of every kind in every state over the city; one called off, some turned remote, one of them back in its hall. */
export const meetingsSeed: SeedPart = async world => {
  const hosts = await ambassadorsByDistrict(world)
  for (const meeting of meetings) await hold(world, meeting, await hostOf(world, meeting, hosts))
  await turn(world)
}

/** Who leads where: the active ambassador of the district, else the office. */
async function ambassadorsByDistrict(world: World): Promise<Map<string, string>> {
  const terms = await listTerms(world.ctx('house'), { editionId: known(world, 'edition'), states: ['active'] })
  return new Map(terms.flatMap(term => term.districtIds.map(id => [id, term.personId] as const)).reverse())
}
async function hostOf(world: World, { where }: SeededMeeting, hosts: ReadonlyMap<string, string>): Promise<Actor> {
  if (where === 'city') return world.ctx('kornelia').actor
  if (where === 13) return world.ctx('bartek').actor
  const found = hosts.get(known(world, `district.${where}`))
  return found ? actorOf(world.ctx('house'), found) : world.ctx('monika').actor
}

async function hold(world: World, meeting: SeededMeeting, host: Actor): Promise<void> {
  const { name, day } = meeting
  const before = Math.max(3, 5 - day)
  const calls = actingIn(world, host, before, '09:20')
  const made = await planMeeting(calls, { ...planOf(world, meeting), key: keyOf(name) })
  assert(made.ok, `the meeting ${name} was refused: ${made.ok ? '' : made.why}`)
  world.ids.set(`gathering.${name}`, made.id)
  if (meeting.draft) return
  must(await announceMeeting(calls, made.id), `announcing ${name}`)
  await come(world, meeting, made.id, before)
  if (meeting.expert) await askExpert(world, meeting, made.id, calls, before)
  if (meeting.cancelled) must(await cancelMeeting(actingIn(world, host, 1, '10:30'), made.id, meeting.cancelled), `cancelling ${name}`)
  if (meeting.came !== undefined) await after(world, meeting, made.id, host)
}

function planOf(world: World, meeting: SeededMeeting) {
  const { where, day, from, to, kind = 'talk', way = 'hall', title, about, agenda = [], questions = [], place, capacity, sign, steps } = meeting
  const startsAt = warsaw(addDays(world.today, day), from)
  const endsAt = way === 'async' ? new Date(startsAt.getTime() + 72 * 3_600_000) : warsaw(addDays(world.today, day), to)
  const online = way === 'online' || way === 'mixed'
  return {
    ...{ kind, way, title, about, agenda, questions, startsAt, endsAt, roomShared: false },
    territoryId: where === 'city' ? known(world, 'city') : known(world, `district.${where}`),
    place: place ?? null,
    address: place ? 'ul. Przykładowa 5' : null,
    link: online ? 'https://rozmowy.example/wspolne' : null,
    phone: way === 'phone' || way === 'online' ? '12 000 00 00' : null,
    access: {
      steps: steps ?? 'step-free',
      loop: sign === true,
      sign: sign === true,
      transport: place ? 'przystanek dwie minuty drogi, miejsce dla osób z niepełnosprawnością przy wejściu' : null,
      other: null,
    },
    capacity: capacity ?? null,
  } as const
}

/** Neighbours register one after another; Halina by telephone, through the office. */
async function come(world: World, { name, comes = [], neighbours = [] }: SeededMeeting, id: string, before: number): Promise<void> {
  let minute = 10
  const next = () => {
    minute += 3
    return `11:${minute}`
  }
  for (const who of comes) {
    const key = keyOf(`${name}_${who}`)
    const behalf = who === 'halina' ? { channel: 'phone' as const, personId: known(world, 'person.halina') } : undefined
    const ctx = world.ctx(who === 'halina' ? 'celina' : who, before - 1, next())
    const needs = who === 'halina' ? 'Krzesło z oparciem, blisko wyjścia' : undefined
    must(await register(ctx, id, { key, guests: who === 'marta' ? 1 : 0, needs, behalf }), `${who} for ${name}`)
  }
  for (const neighbour of neighbours) {
    const ctx = actingIn(world, await extra(world, neighbour), before - 1, next())
    must(await register(ctx, id, { key: keyOf(`${name}_${neighbour}`), guests: 0 }), `${neighbour} for ${name}`)
  }
}

async function askExpert(world: World, { name, expert }: SeededMeeting, id: string, host: Ctx, before: number): Promise<void> {
  if (!expert) return
  const [unit, topic, who] = expert
  must(await inviteUnit(host, id, { unitId: known(world, `unit.${unit}`), topic }), `a unit for ${name}`)
  const invitation = (await listInvitations(host, id))[0]
  if (who && invitation)
    must(await answerInvitation(world.ctx(who, before - 1, '13:15'), id, invitation.id, { answer: 'accept' }), `${who} for ${name}`)
}

/** It took place: who registered is ticked, the rest is counted from paper; most papers are accounted for. */
async function after(world: World, meeting: SeededMeeting, id: string, host: Actor): Promise<void> {
  const { name, day, came = 0, comes = [], neighbours = [], paper } = meeting
  const there = [
    ...comes.map(who => known(world, `person.${who}`)),
    ...(await Promise.all(neighbours.map(async neighbour => (await extra(world, neighbour)).id))),
  ]
  const evening = actingIn(world, host, -day, '21:10')
  must(await markHeld(evening, id), `${name} took place`)
  must(await markPresent(evening, id, there), `who came to ${name}`)
  must(await countFromPaper(evening, id, { people: came - there.length, was: 0 }), `paper of ${name}`)
  if (!paper) return
  const next = actingIn(world, host, -day - 1, '12:40')
  must(await notePaper(next, id, paper, paper === 'returned' ? 'Oddane na dzienniku podawczym.' : undefined), `the paper of ${name}`)
  must(await closeMeeting(next, id), `closing ${name}`)
}

/** The city path meets online from next week on; the walk with older people went back to its hall, since it works only there. */
async function turn(world: World): Promise<void> {
  const made = await switchToOnline(world.ctx('kornelia', 1, '08:15'), keyOf('switch'), {
    path: 'city',
    fromDay: addDays(world.today, 7),
    how: 'online',
    reason: 'Remont sali w Centrum Dialogu potrwa do końca miesiąca.',
    linkPattern: 'https://rozmowy.example/spotkanie-{numer}',
    phonePattern: '12 000 00 00, kod {numer}',
  })
  assert(made.ok, 'the online formula of the demo world')
  world.ids.set('switch', made.id)
  must(await returnToHall(world.ctx('kornelia', 1, '15:50'), known(world, 'gathering.miasto-seniorzy')), 'the way back to the hall')
}
