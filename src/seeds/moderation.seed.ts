import type { Actor } from '#kit/actor.ts'
import { assert } from '#kit/refusal.ts'
import { appealDecision, decideCase, judgeAppeal, type NewDecision } from '#modules/moderation/decisions.actions.ts'
import { setSlowMode } from '#modules/moderation/posts.actions.ts'
import { hideUntilReview } from '#modules/moderation/reports.actions.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'
import { type CastKey, cast } from '#seeds/cast.ts'
import { actingIn, extra } from '#seeds/extras.ts'
import { reportBy, type SaidHarshly, sayHarshly } from '#seeds/reported.ts'
import type { SeedPart, World } from '#seeds/world.ts'

/** Of the cast by key, anybody else by name. */
type Who = CastKey | 'Zbigniew Krok' | 'Patrycja Malina' | 'Lech Gaweł'
type Story = {
  readonly who: Who
  readonly said: SaidHarshly
  /** The ambassador takes it out of sight at once, with this reason. */
  readonly hiddenByHost?: string
  readonly reporters: readonly Who[]
  readonly rule: TalkRule
  readonly why: string
  readonly decision?: NewDecision
  readonly appeal?: string
  readonly reversed?: string
}

const stories: readonly Story[] = [
  {
    who: 'Zbigniew Krok',
    said: {
      name: 'obelga',
      need: 'halas1',
      kind: 'against',
      text: 'Kto kupił mieszkanie przy Szewskiej i teraz chce ciszy, ten jest zwykły dureń. Wyprowadźcie się na wieś.',
      days: 7,
    },
    reporters: ['marta', 'tadeusz', 'olga'],
    rule: 'insult',
    why: 'Wyzywa mieszkańców od durniów.',
    decision: {
      step: 'hide',
      rule: 'insult',
      statement: 'Słowo „dureń” obraża mieszkańców ulicy. To samo zdanie bez niego byłoby w porządku: można być przeciw ciszy nocnej.',
    },
    appeal: 'Nikogo nie wskazałem z nazwiska. Chodziło mi o to, że centrum zawsze było głośne.',
  },
  {
    who: 'Patrycja Malina',
    said: {
      name: 'adres',
      need: 'woda',
      kind: 'experience',
      text: 'Pani Wanda spod numeru 14 mieszkania 3 wylewa wodę na chodnik. Można do niej zadzwonić: 600 000 000.',
      days: 12,
    },
    hiddenByHost: 'Adres i telefon sąsiadki.',
    reporters: ['jurij'],
    rule: 'private-data',
    why: 'Ktoś podał adres i numer telefonu sąsiadki.',
    decision: {
      step: 'hide',
      rule: 'private-data',
      statement: 'Wpis podaje adres i telefon innej osoby. Opisz kłopot bez tych danych, a będzie mógł zostać.',
    },
  },
  {
    who: 'Lech Gaweł',
    said: {
      name: 'reklama',
      need: 'wiata10',
      kind: 'for',
      text: 'Skoro o rowerach mowa: sprzedam rower miejski, prawie nowy, cena do uzgodnienia.',
      days: 10,
    },
    reporters: ['waldemar'],
    rule: 'off-topic',
    why: 'Ogłoszenie zamiast rozmowy.',
    decision: {
      step: 'warn',
      rule: 'off-topic',
      statement: 'To ogłoszenie. Zostawiamy wpis, bo rower dotyczy tematu, ale prosimy nie sprzedawać tu rzeczy.',
    },
  },
  {
    who: 'tadeusz',
    said: {
      name: 'ostro',
      need: 'upaly',
      kind: 'against',
      text: 'Miasto od lat obiecuje cień i od lat wycina drzewa. Nie wierzę w kolejny plan, dopóki nie zobaczę sadzonek.',
      days: 8,
    },
    reporters: ['Patrycja Malina'],
    rule: 'untrue',
    why: 'Przesadza.',
    decision: { step: 'keep', statement: 'To ostra, ale rzeczowa opinia o działaniu miasta. Nie łamie żadnej zasady rozmowy.' },
  },
  {
    who: 'olga',
    said: {
      name: 'cytat',
      need: 'mlodziez18',
      kind: 'experience',
      text: 'Usłyszałam od sąsiada, że „gówniarze mogą się spotykać gdzie indziej”. Mój syn ma trzynaście lat.',
      days: 11,
    },
    reporters: ['Lech Gaweł'],
    rule: 'insult',
    why: 'Wulgarne słowo.',
    decision: { step: 'hide', rule: 'insult', statement: 'We wpisie jest wulgarne słowo. Napisz to samo bez niego, a wpis wróci.' },
    appeal: 'To cytat z tego, co usłyszałam. Nikogo nie obrażam, opisuję zdarzenie.',
    reversed: 'Autorka przytacza cudze słowa, żeby opisać zdarzenie. To nie jest obraza. Przepraszamy, wpis wraca.',
  },
  {
    who: 'Lech Gaweł',
    said: {
      name: 'plotka',
      need: 'powodz4',
      kind: 'against',
      text: 'Wszyscy wiedzą, że pieniądze na Białuchę są już dawno podzielone między znajomych.',
      days: 2,
    },
    reporters: ['waldemar', 'olga'],
    rule: 'untrue',
    why: 'Nie ma na to żadnego dowodu.',
  },
  {
    who: 'Patrycja Malina',
    said: {
      name: 'krzyk',
      need: 'toaleta1',
      kind: 'for',
      text: 'ILE RAZY MAMY O TO PROSIĆ. TOALETA PRZY PLANTACH TO NIE JEST ŁASKA MIASTA.',
      days: 1,
    },
    reporters: ['Zbigniew Krok'],
    rule: 'insult',
    why: 'Krzyczy na wszystkich.',
  },
]

/** Talk that went wrong, and what became of it: a log that looks alive, a queue with something to do, an appeal that waits. */
export const moderationSeed: SeedPart = async world => {
  for (const story of stories) await live(world, story)
  await slowDown(world)
}

async function personOf(world: World, who: Who): Promise<Actor> {
  const actor = who in cast ? world.actors.get(who as CastKey) : await extra(world, who)
  assert(actor, `${who} has not entered the world yet`)
  return actor
}

async function live(world: World, { who, said, hiddenByHost, reporters, rule, why, decision, appeal, reversed }: Story): Promise<void> {
  const { days } = said
  const must = (verdict: { readonly ok: boolean }, what: string) => assert(verdict.ok, `${what} of ${said.name} was refused`)
  const author = await personOf(world, who)
  const thing = await sayHarshly(world, author, said)
  if (hiddenByHost) must(await hideUntilReview(world.ctx('bartek', days, '19:40'), thing, hiddenByHost), 'the hiding')
  const id = await reportBy(world, thing, await Promise.all(reporters.map(one => personOf(world, one))), rule, why, days)
  if (decision) must(await decideCase(world.ctx('monika', days - 1, '09:30'), id, decision), 'the decision')
  if (appeal) must(await appealDecision(actingIn(world, author, days - 2, '21:05'), id, appeal), 'the appeal')
  if (reversed) must(await judgeAppeal(world.ctx('kornelia', days - 3, '14:00'), id, { step: 'reverse', settlement: reversed }), 'the reversal')
}

async function slowDown(world: World): Promise<void> {
  const [subjectId, territoryId] = [world.ids.get('need.lotnisko14'), world.ids.get('district.14')]
  assert(subjectId && territoryId, 'the hot talk is not in the world yet')
  const reason = 'Dużo emocji wokół motocykli. Dajmy sobie chwilę między wpisami.'
  const mode = { key: 'key_moderacja_zwolnienie', kind: 'thread', minutes: 15, hours: 72, reason } as const
  const verdict = await setSlowMode(world.ctx('monika', 0, '08:00'), { subjectId, authorIds: [], territoryId }, mode)
  assert(verdict.ok, 'the slow mode was refused')
}
