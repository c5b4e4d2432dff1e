import { sql } from 'kysely'
import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { authorsOf } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { peopleSeed, residenceSeed } from '#seeds/people.seed.ts'
import { programmeSeed } from '#seeds/programme.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { expectDone, openHouse } from '#web/testing.ts'

export const today = new Date('2026-03-12T10:00:00Z')
export const inSubmission = new Date('2026-04-05T10:00:00Z')

const whole = {
  streszczenie: 'Zapomniany skwer między blokami ma stać się miejscem z cieniem, ławkami i wodą dla wszystkich.',
  opis: 'Sześć ławek. Dziewięć drzew. Poidełko.',
  miejsce: 'Skwer przy Łąkowej.',
  uzasadnienie: 'Nie ma cienia.',
  odbiorcy: 'Wszyscy.',
}
export const costs = {
  'co-0': 'Ławka',
  'ile-0': '6',
  'jednostka-0': 'szt.',
  'cena-0': '2 800',
  'co-1': 'Alejka',
  'ile-1': '2,5',
  'jednostka-1': 'm²',
  'cena-1': '340,10',
}

/** A house with the cast of the demo world, and what people do in it with drafts. */
export async function openDraftingHouse() {
  const house = await openHouse({ now: today })
  const world = await fillWorld(house.db, today, [peopleSeed, territoriesSeed, programmeSeed, residenceSeed])
  const who = (key: CastKey): Actor => {
    const actor = world.actors.get(key)
    if (!actor) throw new Error(key)
    return actor
  }
  const as = (key: CastKey) => house.as(who(key))
  const ctx = (key: CastKey) => house.ctx(who(key))
  const start = (fields: Record<string, string> = {}) => ({
    key: newId('key'),
    tytul: 'Park kieszonkowy',
    sciezka: 'joint-district',
    gdzie: '13',
    widocznosc: 'shared',
    ...fields,
  })
  const aDraft = async (fields: Record<string, string> = {}, by: CastKey = 'marta') =>
    expectDone(await as(by).post(paths.projectNew, start(fields)), /^\/projekty\/project_/)
      .split('/')
      .at(-1) ?? ''
  const write = (id: string, section: string, tekst: string, rewizja: number, by: CastKey = 'marta') =>
    as(by).post(url(paths.projectSection, { id, section }), { tekst, rewizja: String(rewizja) })
  async function aWholeDraft(fields: Record<string, string> = {}, by: CastKey = 'marta') {
    const id = await aDraft(fields, by)
    for (const [section, text] of Object.entries(whole)) expectDone(await write(id, section, text, 0, by))
    expectDone(await as(by).post(url(paths.projectCosts, { id }), { rewizja: '0', ...costs }))
    return id
  }
  async function answerTo(id: string, key: CastKey, odpowiedz: string) {
    const invitation = (await authorsOf(ctx('marta'), id)).find(one => one.personId === who(key).id)?.id ?? ''
    return as(key).post(url(paths.projectInvitationAnswer, { id, invitation }), { odpowiedz })
  }
  async function join(id: string, key: CastKey) {
    expectDone(await as('marta').post(url(paths.projectInvitations, { id }), { email: `${key}@demo.example`, nazwa: key }))
    expectDone(await answerTo(id, key, 'tak'))
  }
  async function countAcceptances(id: string) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from project_acceptances where project_id = ${id}`.execute(house.db)
    return rows[0]?.n
  }
  return { house, who, as, ctx, start, aDraft, write, aWholeDraft, answerTo, join, countAcceptances }
}
export type DraftingHouse = Awaited<ReturnType<typeof openDraftingHouse>>
