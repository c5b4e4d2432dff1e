import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { announceMeeting, type NewMeeting, planMeeting } from '#modules/meetings/meetings.actions.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

export const today = new Date('2026-03-12T11:00:00Z')

/** A house with the cast, its districts and its edition, for tests of meetings. */
export async function openMeetings() {
  const house = await openHouse({ now: today })
  const world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  const who = (key: Parameters<World['actors']['get']>[0]): Actor => {
    const actor = world.actors.get(key)
    if (!actor) throw new Error(key)
    return actor
  }
  const id = (key: string): string => world.ids.get(key) ?? ''
  return { house, world, who, id }
}

/** A plan a week ahead, in a hall of its own. */
export const aPlan = (territoryId: string, more: Partial<NewMeeting> = {}): NewMeeting => {
  const key = newId('key')
  return {
    key,
    kind: 'talk',
    way: 'hall',
    territoryId,
    title: 'Czego brakuje na Zabłociu?',
    about: 'Porozmawiamy o tym, czego brakuje w okolicy.',
    agenda: ['Powitanie', 'Rozmowa przy stolikach'],
    questions: ['Czego brakuje najbardziej?'],
    startsAt: new Date('2026-03-20T17:00:00Z'),
    endsAt: new Date('2026-03-20T19:00:00Z'),
    place: `Biblioteka, sala ${key}`,
    address: 'ul. Przykładowa 1',
    roomShared: false,
    link: null,
    phone: null,
    access: { steps: 'step-free', loop: true, sign: false, transport: 'przystanek Zabłocie', other: null },
    capacity: 20,
    ...more,
  }
}
/** A meeting that everybody sees; each has a time of its own unless given. */
export async function announced(house: TestHouse, actor: Actor, plan: NewMeeting): Promise<string> {
  const made = await planMeeting(house.ctx(actor), plan)
  if (!made.ok) throw new Error(made.why)
  const shown = await announceMeeting(house.ctx(actor), made.id)
  if (!shown.ok) throw new Error(shown.why)
  return made.id
}
