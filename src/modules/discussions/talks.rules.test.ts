import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { nobody } from '#kit/actor.ts'
import { warsaw } from '#kit/dates.ts'
import { cellsOf, type Interest, shownInterest } from '#modules/discussions/interests/interests.rules.ts'
import { mayAnswerQuestion, mayPassQuestion, type QuestionCase } from '#modules/discussions/questions.rules.ts'
import { maySummarise, readSentences } from '#modules/discussions/summaries/summaries.rules.ts'
import {
  defaultRounds,
  isHost,
  kindsIn,
  mayContribute,
  mayExtend,
  mayHost,
  mayJoin,
  maySplit,
  noticeKey,
  noticesDue,
  roundsOf,
  shuffled,
  standingOf,
  type Talk,
  type TalkArea,
  talkOf,
} from '#modules/discussions/talks.rules.ts'

const actor = (id: string, ...grants: Actor['grants']): Actor => ({ id, name: id, level: 1, grants })
const [olga, bartek, monika, kornelia] = [
  actor('olga'),
  actor('bartek', { role: 'ambassador', territoryId: 'd13' }),
  actor('monika', { role: 'moderator' }),
  actor('kornelia', { role: 'coordinator' }),
]
const talk = (more: Partial<Talk> = {}): Talk => ({
  id: 'talk_13',
  editionId: 'e',
  territoryId: 'd13',
  territoryName: 'Podgórze',
  territoryNumber: 13,
  territoryKind: 'district',
  parentId: 'city',
  theme: '',
  areaWords: '',
  state: 'open',
  joinedInto: null,
  version: 1,
  ownRounds: [],
  ...more,
})
const area = (more: Partial<Talk> = {}) =>
  talk({ id: 'talk_z', territoryId: 'z', territoryName: 'Zabłocie', territoryNumber: null, territoryKind: 'custom', parentId: 'd13', ...more })
const phases = [
  { kind: 'needs', from: '2026-02-10', to: '2026-03-22' },
  { kind: 'drafts', from: '2026-02-17', to: '2026-04-30' },
  { kind: 'advice', from: '2026-02-24', to: '2026-04-20' },
  { kind: 'submission', from: '2026-04-01', to: '2026-04-30' },
] as const

test('rounds follow the calendar of the edition; corrections lie between advice and the end of drafting; own days win', () => {
  expect(defaultRounds(phases)).toEqual([
    { kind: 'needs', from: '2026-02-10', to: '2026-03-22' },
    { kind: 'draft', from: '2026-02-17', to: '2026-04-30' },
    { kind: 'consultation', from: '2026-02-24', to: '2026-04-20' },
    { kind: 'corrections', from: '2026-04-21', to: '2026-04-30' },
    { kind: 'submission', from: '2026-04-01', to: '2026-04-30' },
  ])
  const own = roundsOf(talk({ ownRounds: [{ kind: 'needs', from: '2026-02-10', to: '2026-03-29' }] }), phases)
  expect(own[0]).toEqual({ kind: 'needs', from: '2026-02-10', to: '2026-03-29' })
  expect(own).toHaveLength(5)
})

test.each([
  ['2026-02-09', 'for', 'round-not-yet'],
  ['2026-02-10', 'for', undefined],
  ['2026-02-10', 'change', 'not-this-kind'],
  ['2026-02-20', 'change', undefined],
  ['2026-05-02', 'for', 'round-over'],
] as const)('on %s a comment of kind %s: %s', (day, kind, why) => {
  const standing = standingOf(defaultRounds(phases), warsaw(day, '12:00'))
  const verdict = mayContribute(olga, talk(), standing, kind)
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})
test('nobody speaks in a joined talk, a stranger signs in first, without a calendar nothing is open', () => {
  const open = standingOf(defaultRounds(phases), warsaw('2026-03-01'))
  expect(mayContribute(olga, talk({ state: 'joined' }), open, 'for')).toEqual({ ok: false, why: 'joined' })
  expect(mayContribute(nobody, talk(), open, 'for')).toEqual({ ok: false, why: 'sign-in' })
  expect(mayContribute(olga, talk(), standingOf([], warsaw('2026-03-01')), 'for')).toEqual({ ok: false, why: 'round-unplanned' })
  expect(kindsIn([{ kind: 'corrections', from: '2026-01-01', to: '2026-01-02' }])).toEqual(['question', 'change'])
})

test('what the calendar opens and closes is told once; an extension has a closing of its own', () => {
  const rounds = [{ kind: 'needs', from: '2026-02-10', to: '2026-03-22' }] as const
  const opened = noticesDue(talk(), rounds, new Set(), warsaw('2026-03-01'))
  expect(opened.map(({ what, day }) => [what, day])).toEqual([['opened', '2026-02-10']])
  const said = new Set(opened.map(noticeKey))
  expect(noticesDue(talk(), rounds, said, warsaw('2026-03-02'))).toEqual([])
  const closed = noticesDue(talk(), rounds, said, warsaw('2026-03-23'))
  expect(closed.map(({ what, day }) => [what, day])).toEqual([['closed', '2026-03-22']])
  expect(noticesDue(talk(), rounds, new Set([...said, ...closed.map(noticeKey)]), warsaw('2026-04-01'))).toEqual([])
  expect(noticesDue(talk(), rounds, new Set(), warsaw('2026-04-01'))).toEqual([])
})

test.each([
  [kornelia, '2026-03-29', undefined],
  [kornelia, '2026-03-22', 'not-later'],
  [bartek, '2026-03-29', 'not-yours'],
] as const)('%o extends to %s: %s', (who, until, why) => {
  const verdict = mayExtend(who, { kind: 'needs', from: '2026-02-10', to: '2026-03-22' }, until, warsaw('2026-03-12'))
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})

test('an ambassador hosts their district and its areas, nobody hosts what they co-author', () => {
  expect([isHost(bartek, talk()), isHost(bartek, area()), isHost(bartek, talk({ territoryId: 'd5' })), isHost(olga, talk())]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(isHost(bartek, talk({ territoryId: 'city', territoryKind: 'city', parentId: null, theme: 'Woda' }))).toBe(false)
  for (const host of [bartek, monika, kornelia]) {
    expect(mayHost(host, talk(), ['olga'])).toEqual({ ok: true })
    expect(mayHost(host, talk(), ['olga', host.id])).toEqual({ ok: false, why: 'co-author' })
    expect(maySummarise(host, talk(), [{ authorIds: ['olga'] }, { authorIds: [host.id] }])).toEqual({ ok: false, why: 'co-author' })
    const question: QuestionCase = { state: 'asked', unitId: null, territoryIds: ['d13'], authorIds: ['olga'] }
    expect(mayPassQuestion(host, question)).toEqual({ ok: true })
    expect(mayPassQuestion(host, { ...question, authorIds: [host.id] })).toEqual({ ok: false, why: 'co-author' })
  }
})

test('the expert of the unit that has the question answers it, once', () => {
  const [ewa, irena] = [actor('ewa', { role: 'unit-expert', unitId: 'zzm' }), actor('irena', { role: 'unit-expert', unitId: 'zdmk' })]
  const passed: QuestionCase = { state: 'passed', unitId: 'zzm', territoryIds: ['d13'], authorIds: ['olga'] }
  expect(mayAnswerQuestion(ewa, passed)).toEqual({ ok: true })
  expect(mayAnswerQuestion(irena, passed)).toEqual({ ok: false, why: 'not-yours' })
  expect(mayAnswerQuestion(ewa, { ...passed, state: 'asked', unitId: null })).toEqual({ ok: false, why: 'not-yours' })
  expect(mayAnswerQuestion(kornelia, { ...passed, state: 'asked', unitId: null })).toEqual({ ok: true })
  expect(mayAnswerQuestion(ewa, { ...passed, state: 'answered' })).toEqual({ ok: false, why: 'wrong-state' })
})

const square = (id: string, parentId: string, size: number): TalkArea => ({
  talkId: `talk_${id}`,
  territoryId: id,
  parentId,
  squareKm: size,
  area: [
    [
      [
        [20, 50],
        [20 + size, 50],
        [20 + size, 50 + size],
        [20, 50 + size],
      ],
    ],
  ],
})
const areas = [square('large', 'd13', 0.1), square('small', 'd13', 0.04), square('foreign', 'd5', 0.02)]
test.each([
  ['in both: the smallest', { lon: 20.02, lat: 50.02 }, 'talk_small'],
  ['in the larger only', { lon: 20.06, lat: 50.06 }, 'talk_large'],
  ['in none', { lon: 20.5, lat: 50.5 }, 'talk_d13'],
  ['without a point', null, 'talk_d13'],
  ['an area of another district does not count', { lon: 20.01, lat: 50.01 }, 'talk_small'],
] as const)('the talk of a need %s', (_, point, expected) => {
  expect(talkOf({ territoryId: 'd13', point }, areas, id => `talk_${id}`)).toBe(expected)
})
test('where there is no talk, none is guessed', () => {
  expect(talkOf({ territoryId: 'city', point: { lon: 20.01, lat: 50.01 } }, areas, () => undefined)).toBeUndefined()
})

test('only a district is split, into areas of different names; neighbours are joined', () => {
  expect(maySplit(kornelia, talk(), ['Zabłocie', 'Płaszów'], [])).toEqual({ ok: true })
  expect(maySplit(kornelia, talk(), ['Zabłocie', 'zablocie'], [])).toEqual({ ok: false, why: 'name-there' })
  expect(maySplit(kornelia, talk(), ['Zabłocie'], ['Zabłocie'])).toEqual({ ok: false, why: 'name-there' })
  expect(maySplit(kornelia, talk(), [], [])).toEqual({ ok: false, why: 'no-areas' })
  expect(maySplit(kornelia, area(), ['A'], [])).toEqual({ ok: false, why: 'not-a-district' })
  expect(maySplit(bartek, talk(), ['A'], [])).toEqual({ ok: false, why: 'not-yours' })
  expect(mayJoin(kornelia, area(), talk())).toEqual({ ok: true })
  expect(mayJoin(kornelia, area(), area({ id: 'talk_p', territoryId: 'p' }))).toEqual({ ok: true })
  expect(mayJoin(kornelia, area(), talk({ territoryId: 'd5' }))).toEqual({ ok: false, why: 'not-near' })
  expect(mayJoin(kornelia, talk(), talk({ id: 'talk_5', territoryId: 'd5' }))).toEqual({ ok: false, why: 'not-near' })
  expect(mayJoin(kornelia, area({ state: 'joined' }), talk())).toEqual({ ok: false, why: 'wrong-state' })
  expect(mayJoin(bartek, area(), talk())).toEqual({ ok: false, why: 'not-yours' })
})

test('the order is the same for a visitor all day, another for another, and never drops anybody', () => {
  const all = Array.from({ length: 30 }, (_, n) => ({ id: `comment_${n}` }))
  const [mine, again, other] = [shuffled(all, '2026-03-12 olga'), shuffled(all, '2026-03-12 olga'), shuffled(all, '2026-03-12 jurij')]
  expect(mine).toEqual(again)
  expect(mine).not.toEqual(other)
  expect(new Set(mine)).toEqual(new Set(all))
  // nobody stands first by when they came
  const firsts = new Set(Array.from({ length: 60 }, (_, n) => shuffled(all, `day ${n}`)[0]?.id))
  expect(firsts.size).toBeGreaterThan(15)
})

test('an ambassador sees no group under three and nobody’s words; the coordinator all of it', () => {
  const one = (n: number, lon: number, placeWords = ''): Interest => ({
    id: `${n}`,
    personId: `p${n}`,
    point: { lon, lat: 50 },
    placeWords,
    at: new Date(0),
  })
  const wishes = [one(1, 20.0001), one(2, 20.0002), one(3, 20.0003, 'ul. Łąkowa'), one(4, 20.5)]
  expect(cellsOf(wishes.flatMap(({ point }) => point ?? [])).map(({ count }) => count)).toEqual([3, 1])
  expect(shownInterest(bartek, wishes)).toMatchObject({ all: 4, cells: [{ count: 3 }], scattered: 1, words: [] })
  expect(shownInterest(kornelia, wishes)).toMatchObject({ all: 4, cells: [{ count: 3 }, { count: 1 }], scattered: 0, words: ['ul. Łąkowa'] })
})

test.each([
  [[{ text: 'Chcemy cienia.', numbers: '1, 2' }], { ok: true, sentences: [{ text: 'Chcemy cienia.', cites: ['a', 'b'] }] }],
  [[{ text: 'Chcemy cienia.', numbers: '' }], { ok: false, row: 0, why: 'cites-missing' }],
  [[{ text: 'Chcemy cienia.', numbers: '7' }], { ok: false, row: 0, why: 'cites-wrong' }],
  [[{ text: 'Chcemy cienia.', numbers: '0' }], { ok: false, row: 0, why: 'cites-wrong' }],
  [
    [
      { text: '', numbers: '' },
      { text: 'x'.repeat(401), numbers: '1' },
    ],
    { ok: false, row: 1, why: 'sentence-long' },
  ],
  [[{ text: '', numbers: '1' }], { ok: false, row: 0, why: 'sentences-missing' }],
])('sentences %o', (rows, expected) => {
  expect(readSentences(rows, [{ id: 'a' }, { id: 'b' }])).toEqual(expected)
})
