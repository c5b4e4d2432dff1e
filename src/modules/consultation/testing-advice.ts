import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { saveCosts } from '#modules/proposals/drafting/drafting.actions.ts'
import { startProject } from '#modules/proposals/proposals.actions.ts'
import { paths, url } from '#paths'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld, type World } from '#seeds/world.ts'
import { expectDone, openHouse } from '#web/testing.ts'

type Key = Parameters<World['actors']['get']>[0]
export const today = new Date('2026-03-12T10:00:00Z')
export const idOf = (location: string): string => location.split('/').at(-1) ?? ''
export const answer = {
  'ocena-land': 'fine',
  'uwagi-land': 'Działka gminna.',
  'ocena-cost': 'fine',
  'uwagi-cost': 'nawadnianie i rok pielęgnacji.',
  kwota: '138 000',
  ocena: 'fine-if',
  uwagi: 'Zachowajcie 2 m od gazociągu.',
}

/** A city with units and people, and the acts with which stories of advice begin. */
export async function openAdvice() {
  const house = await openHouse({ now: today })
  const world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  const who = (key: Key): Actor => {
    const actor = world.actors.get(key)
    if (!actor) throw new Error(key)
    return actor
  }
  const as = (key: Key) => house.as(who(key))
  const unit = (code: string) => world.ids.get(`unit.${code}`) ?? ''
  const district = (number: number) => world.ids.get(`district.${number}`) ?? ''

  async function aDraft(visibility: 'shared' | 'private' = 'shared', by: Key = 'marta', title = 'Park przy Łąkowej'): Promise<string> {
    const ctx = house.ctx(who(by))
    const started = await startProject(ctx, { key: newId('key'), path: 'joint-district', territoryId: district(13), title, visibility })
    const id = started.id ?? ''
    await saveCosts(ctx, id, { lines: [{ id: newId('line'), name: 'Ławka', quantity: 1000, unit: 'szt.', price: 11_090_000 }], from: 0 })
    return id
  }
  const question = (o: string, fields: Record<string, string> = {}) => ({
    key: newId('key'),
    o,
    jednostka: unit('ZZM'),
    pytanie: 'Czyj to teren?',
    ...fields,
  })
  const asked = async (o: string, by: Key = 'marta', fields: Record<string, string> = {}) =>
    idOf(expectDone(await as(by).post(paths.adviceNew, question(o, fields)), /^\/opinie\/advice_/))
  const assigned = async (by: Key = 'marta', fields: Record<string, string> = {}) => {
    const id = await asked(await aDraft('shared', by), by, fields)
    expectDone(await as('roman').post(url(paths.adviceAssignment, { id }), { osoba: who('ewa').id }))
    return id
  }
  const letters = (address: string) => house.db.selectFrom('letters').select('subject').where('address', '=', address).execute()
  return { house, world, who, as, unit, district, aDraft, question, asked, assigned, letters }
}
export type AdviceHouse = Awaited<ReturnType<typeof openAdvice>>
