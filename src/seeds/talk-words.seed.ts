import { readFileSync } from 'node:fs'
import { assert } from '#kit/refusal.ts'
import type { CommentKind } from '#modules/discussions/discussions.rules.ts'
import { sayInterest } from '#modules/discussions/interests/interests.actions.ts'
import { answerQuestion, passQuestion } from '#modules/discussions/questions.actions.ts'
import { splitTalk } from '#modules/discussions/running/areas.actions.ts'
import { publishSummary, sayView } from '#modules/discussions/summaries/summaries.actions.ts'
import { speakInTalk } from '#modules/discussions/talks.actions.ts'
import { loadTalk } from '#modules/discussions/talks.store.ts'
import type { CastKey } from '#seeds/cast.ts'
import { actingIn, extra } from '#seeds/extras.ts'
import type { SeedPart, World } from '#seeds/world.ts'

type Words = {
  readonly name: string
  readonly talk: string
  readonly who: CastKey
  readonly days: number
  readonly kind: CommentKind
  readonly text: string
  readonly answer?: { readonly who: CastKey; readonly text: string }
  readonly unit?: string
  readonly answered?: string
}
const words = JSON.parse(readFileSync(new URL('./talk-words.json', import.meta.url), 'utf8')) as Words[]
const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}

/** What is said in the talks: comments of every kind, questions answered and overdue, a summary of two versions, wishes, two districts split. */
export const talkWordsSeed: SeedPart = async world => {
  for (const one of words) await say(world, one)
  await sumUp(world)
  await wish(world)
  await split(world, '13', 'Zabłocie', 'od torów do Wisły, po obu stronach ul. Lipowej', [20.0, 50.03, 20.03, 50.05])
  await split(world, '18', 'Mogiła', 'ul. Klasztorna i okolice', undefined)
}

async function say(world: World, { name, talk, who, days, kind, text, answer, unit, answered }: Words): Promise<void> {
  const id = known(world, `talk.${talk}`)
  const key = `key_seed_words_${name}`
  const said = await speakInTalk(world.ctx(who, days, '18:10'), id, { key, kind, text })
  assert(said.ok && said.id, `${who} could not speak about ${name}`)
  world.ids.set(`words.${name}`, said.id)
  if (answer) {
    const reply = { key: `${key}_reply`, kind, text: answer.text, replyTo: said.id }
    assert((await speakInTalk(world.ctx(answer.who, days - 1, '20:05'), id, reply)).ok, `${answer.who} could not answer`)
  }
  if (!unit) return
  const about = {
    id,
    title: (await loadTalk(world.ctx('house'), id)).territoryName,
    path: `/rozmowy/${id}`,
    territoryIds: [known(world, `district.${talk}`)],
    authorIds: [],
  }
  assert((await passQuestion(world.ctx('bartek', days - 1, '09:10'), said.id, known(world, `unit.${unit}`), about)).ok, `${name} was not passed`)
  if (answered) assert((await answerQuestion(world.ctx('ewa', days - 9, '11:20'), said.id, answered, about)).ok, `${name} was not answered`)
}

async function sumUp(world: World): Promise<void> {
  const talk = known(world, 'talk.13')
  const [shade, trees, cars, bowl] = ['cien', 'drzewa', 'parking', 'poidelko'].map(name => known(world, `words.${name}`))
  const cited = [{ authorIds: [] }]
  const first = [{ text: 'Przy drodze do przychodni brakuje cienia.', cites: [shade ?? '', trees ?? ''] }]
  const second = [
    { text: 'Przy drodze do przychodni brakuje cienia, najbardziej na przystanku.', cites: [shade ?? '', trees ?? ''] },
    { text: 'Drzewa nie mogą zabrać miejsc postojowych.', cites: [cars ?? ''] },
    { text: 'Zamiast drugiej wiaty może stanąć poidełko.', cites: [bowl ?? ''] },
  ]
  const publish = (days: number, after: number, sentences: typeof first) =>
    publishSummary(world.ctx('bartek', days, '19:30'), talk, { key: `key_seed_summary_${after}`, after, sentences, cited })
  assert((await publish(11, 0, first)).ok && (await publish(6, 1, second)).ok, 'the summary of the talk')
  for (const who of ['marta', 'jurij', 'olga'] as const) await sayView(world.ctx(who, 4, '17:00'), talk, { version: 2, agrees: true, reason: '' })
  const reason = 'Poidełko zamiast wiaty to za mało, gdy pada.'
  assert((await sayView(world.ctx('tadeusz', 3, '21:00'), talk, { version: 2, agrees: false, reason })).ok, 'an objection')
}

const wishing = ['Lena Borek', 'Igor Sitarz', 'Anna Zawada', 'Piotr Drozd'] as const
async function wish(world: World): Promise<void> {
  for (const [n, name] of wishing.entries()) {
    const who = await extra(world, name)
    const point = n < 3 ? { lon: 20.0101 + n * 0.0004, lat: 50.0401 } : undefined
    const said = { key: `key_seed_wish_${n}_0`, point, placeWords: n < 3 ? 'Zabłocie' : 'przy stacji Podgórze' }
    const verdict = await sayInterest(actingIn(world, who, 9, '16:00'), known(world, 'talk.13'), said)
    assert(verdict.ok, `${name} could not wish: ${verdict.ok ? '' : verdict.why}`)
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]
async function split(world: World, number: string, name: string, about: string, box: Box | undefined): Promise<void> {
  const id = known(world, `talk.${number}`)
  const { version } = await loadTalk(world.ctx('house'), id)
  const [west = 0, south = 0, east = 0, north = 0] = box ?? []
  const area = box && [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ] as const,
    ],
  ]
  const reason = 'Kilka osób poprosiło o rozmowę o swojej okolicy.'
  const verdict = await splitTalk(world.ctx('kornelia', 5, '10:00'), id, {
    key: `key_seed_split_${number}`,
    version,
    reason,
    areas: [{ name, words: about, area }],
  })
  assert(verdict.ok, `${name} was not split off: ${verdict.ok ? '' : verdict.why}`)
}
