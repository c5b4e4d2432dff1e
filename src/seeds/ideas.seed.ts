import { assert } from '#kit/refusal.ts'
import { addComment } from '#modules/discussions/discussions.actions.ts'
import { back } from '#modules/ideas/backings.actions.ts'
import { dropIdea, proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { addNeed, closeNeed } from '#modules/ideas/needs.actions.ts'
import type { CastKey } from '#seeds/cast.ts'
import { ideas, needs, type SaidComment, type SaidIdea, type SaidNeed } from '#seeds/ideas.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const residents: readonly CastKey[] = [
  'marta',
  'jurij',
  'tadeusz',
  'olga',
  'bartek',
  'kornelia',
  'celina',
  'monika',
  'edyta',
  'roman',
  'ewa',
  'adam',
  'irena',
  'waldemar',
]

const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}
const placeOf = (world: World, where: number | 'city') => (where === 'city' ? known(world, 'city') : known(world, `district.${where}`))
const keyOf = (name: string) => `key_seed_${name.replace(/\W/g, '_')}`.padEnd(18, '0')

/** Needs, ideas, backings and talk: "need.cien", "idea.park". */
export const ideasSeed: SeedPart = async world => {
  for (const need of needs) await sayNeed(world, need)
  for (const idea of ideas) await sayIdea(world, idea)
}

async function sayNeed(world: World, need: SaidNeed): Promise<void> {
  const { name, where, title, text, place, who, days, heard } = need
  // Halina has no e-mail: the office writes down what she says
  const writer = who === 'halina' ? 'celina' : who
  const behalf = who === 'halina' ? { channel: heard ?? 'phone', personId: known(world, 'person.halina') } : undefined
  const added = await addNeed(world.ctx(writer, days, '11:35'), {
    key: keyOf(name),
    title,
    text,
    placeWords: place,
    territoryId: placeOf(world, where),
    point: need.point,
    // said at a meeting first, where the minutes have it
    origin: world.ids.get(`line.${name}`),
    ...(behalf ? { behalf } : {}),
  })
  assert(added.ok, `the need ${name} was refused: ${added.ok ? '' : added.why}`)
  world.ids.set(`need.${name}`, added.id)
  await standBehind(world, 'need', added.id, who, need.backed, days)
  await talk(world, added.id, name, need.talk ?? [], days)
  if (need.closed) assert((await closeNeed(world.ctx(who, 1), added.id, need.closed)).ok, `the need ${name} was not closed`)
}

async function sayIdea(world: World, idea: SaidIdea): Promise<void> {
  const { name, where, title, text, place, who, days } = idea
  const proposed = await proposeIdea(world.ctx(who, days, '18:20'), {
    key: keyOf(name),
    title,
    text,
    placeWords: place,
    territoryId: placeOf(world, where),
    point: idea.point,
    needs: (idea.needs ?? []).map(need => known(world, `need.${need}`)),
  })
  assert(proposed.ok, `the idea ${name} was refused: ${proposed.ok ? '' : proposed.why}`)
  world.ids.set(`idea.${name}`, proposed.id)
  await standBehind(world, 'idea', proposed.id, who, idea.backed, days)
  await talk(world, proposed.id, name, idea.talk ?? [], days)
  if (idea.dropped) assert((await dropIdea(world.ctx(who, 1), proposed.id, idea.dropped)).ok, `the idea ${name} was not dropped`)
}

/** So many of the cast back it, one after another in the days that followed. Halina by telephone when everybody else does. */
async function standBehind(world: World, kind: 'need' | 'idea', id: string, author: CastKey, count: number, days: number): Promise<void> {
  const others = residents.filter(who => who !== author)
  const turn = id.charCodeAt(id.length - 1) + count
  for (let n = 0; n < Math.min(count, others.length); n += 1) {
    const who = others[(turn + n) % others.length] ?? 'olga'
    const backed = await back(world.ctx(who, Math.max(0, days - 1 - (n % Math.max(1, days))), `${9 + (n % 11)}:${10 + n}`.padStart(5, '0')), kind, id)
    assert(backed.ok, `${who} could not back ${id}`)
  }
  if (count <= others.length || author === 'halina') return
  const behalf = { channel: 'phone' as const, personId: known(world, 'person.halina'), key: keyOf(`${id}halina`) }
  assert((await back(world.ctx('celina', 0, '09:05'), kind, id, behalf)).ok, `Halina could not back ${id}`)
}

async function talk(world: World, subjectId: string, name: string, said: readonly SaidComment[], days: number): Promise<void> {
  for (const [index, { who, kind, text, answer }] of said.entries()) {
    const day = Math.max(0, days - 1 - index)
    const key = keyOf(`${name}_talk_${index}`)
    const added = await addComment(world.ctx(who, day, '17:40'), { key, subjectId, kind, text }, { ok: true })
    assert(added.ok, `${who} could not speak about ${name}`)
    if (!answer) continue
    const to = { key: `${key}_answer`, subjectId, kind, text: answer.text, replyTo: added.id }
    assert((await addComment(world.ctx(answer.who, day, '20:15'), to, { ok: true })).ok, `${answer.who} could not answer about ${name}`)
  }
}
