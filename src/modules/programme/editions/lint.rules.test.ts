import { describe, expect, test } from 'vitest'
import type { Phase } from '#modules/programme/calendar.rules.ts'
import {
  type FindingCode,
  findingCodes,
  hasBlock,
  isGreen,
  type Known,
  type Level,
  lint,
  unexplained,
} from '#modules/programme/editions/lint.rules.ts'
import { presets } from '#modules/programme/editions/presets.rules.ts'
import type { Edition, RuleSet } from '#modules/programme/programme.rules.ts'

const today = '2026-02-12'
const known = { today, accessibilityReviewedOn: '2025-06-01' }
const phase = (kind: Phase['kind'], from: string, to = from): Phase => ({ id: kind, kind, from, to, note: '' })
const base = presets['krakow-2020'].rules
const rules: RuleSet = {
  ...base,
  vote: { ...base.vote, identity: ['name', 'address'], sms: false },
  legal: { expenditure: 600_000_000_000, retentionUntil: '2027-12-31' },
  unknown: [],
}
const green: Edition = {
  id: 'e',
  no: 7,
  year: 2026,
  title: 'Edycja',
  state: 'draft',
  version: 1,
  publishedAt: null,
  parts: ['support-lists'],
  phases: [
    phase('submission', '2026-04-01', '2026-04-30'),
    phase('review', '2026-05-01', '2026-08-06'),
    phase('review-results', '2026-08-07'),
    phase('protests', '2026-08-07', '2026-08-14'),
    phase('voting', '2026-09-26', '2026-10-05'),
    phase('results', '2026-10-26'),
  ],
  pools: [{ id: 'p', territoryId: 't13', amount: 3_200_000_000, costMin: 250_000, costMax: 128_000_000, population: 15_000 }],
  rules,
}
type Change = Partial<Omit<Edition, 'rules'>> & {
  rules?: { [K in keyof RuleSet]?: RuleSet[K] extends readonly unknown[] ? RuleSet[K] : Partial<RuleSet[K]> }
}
const changed = ({ rules: some = {}, ...rest }: Change): Edition => ({
  ...green,
  ...rest,
  rules: Object.fromEntries(
    Object.entries(green.rules).map(([name, value]) => {
      const change = some[name as keyof RuleSet]
      return [name, change === undefined ? value : Array.isArray(change) ? change : { ...value, ...change }]
    }),
  ) as RuleSet,
})
const without = (kind: Phase['kind']) => ({ phases: green.phases.filter(one => one.kind !== kind) })
const moved = (...phases: Phase[]) => ({ phases: [...green.phases.filter(one => !phases.some(({ kind }) => kind === one.kind)), ...phases] })
const pool = (change: object) => ({ pools: green.pools.map(one => ({ ...one, ...change })) })
const found = (edition: Edition, code: FindingCode, about: Known = known) => {
  const finding = lint(edition, about).find(one => one.code === code)
  return [finding?.level, finding?.says]
}

test('an edition that keeps the law is green, point by point', () => {
  expect(lint(green, known).map(finding => `${finding.code} ${finding.level}`)).toEqual(findingCodes.map(code => `${code} ok`))
  expect(isGreen(lint(green, known))).toBe(true)
})

const table: [FindingCode, string, Change, Level, string][] = [
  ['pools-share', 'exactly 0.5 % of expenditure', { rules: { legal: { expenditure: 640_000_000_000 } } }, 'ok', 'fine'],
  ['pools-share', 'a grosz too little', { rules: { legal: { expenditure: 640_000_000_001 } } }, 'block', 'share-too-small'],
  ['pools-share', 'expenditure not entered', { rules: { legal: { expenditure: null } } }, 'warn', 'expenditure-missing'],
  ['pool-limits', 'a cap above the pool', pool({ costMax: 3_200_000_001 }), 'warn', 'cap-over-pool'],
  ['pool-limits', 'no pool at all', { pools: [] }, 'block', 'no-pools'],
  ['support-count', '15 signatures of 15 000 residents', {}, 'ok', 'fine'],
  ['support-count', '15 signatures of 14 999 residents', pool({ population: 14_999 }), 'block', 'support-too-many'],
  ['support-count', '16 signatures of 15 000 residents', { rules: { support: { count: 16 } } }, 'block', 'support-too-many'],
  ['support-count', 'residents not entered', pool({ population: null }), 'warn', 'population-missing'],
  ['support-count', 'no support lists in this edition', { parts: [], ...pool({ population: 100 }) }, 'ok', 'fine'],
  ['support-count', 'no signature needed', { rules: { support: { count: 0 } }, ...pool({ population: 100 }) }, 'ok', 'fine'],
  ['protest-phase', 'from the day of publication', {}, 'ok', 'fine'],
  ['protest-phase', 'the day before', moved(phase('protests', '2026-08-06', '2026-08-14')), 'block', 'protests-before-results'],
  ['protest-phase', 'no protests', without('protests'), 'block', 'no-protests'],
  ['protest-phase', 'verdicts are never published', without('review-results'), 'block', 'no-review-results'],
  ['calendar-order', 'voting opens while protests are open', moved(phase('voting', '2026-08-14', '2026-08-20')), 'block', 'vote-before-protests-end'],
  ['calendar-order', 'voting opens the day after', moved(phase('voting', '2026-08-15', '2026-08-20')), 'ok', 'fine'],
  ['calendar-order', 'no vote in the calendar', without('voting'), 'warn', 'phase-missing'],
  ['vote-age', 'from 16', { rules: { vote: { minAge: 16 } } }, 'warn', 'age-floor'],
  ['submission-age', 'from 13', { rules: { submission: { minAge: 13 } } }, 'warn', 'age-floor'],
  ['identity-data', 'PESEL', { rules: { vote: { identity: ['name', 'pesel'] } } }, 'warn', 'sensitive-data'],
  ['identity-data', 'phone', { rules: { vote: { identity: ['phone'] } } }, 'warn', 'sensitive-data'],
  ['identity-data', 'a code by SMS needs the phone', { rules: { vote: { sms: true } } }, 'warn', 'sensitive-data'],
  ['residence', 'registration of residence', { rules: { vote: { residence: 'registered' } } }, 'block', 'registration-required'],
  ['equal-ballots', 'votes of some weigh more', { rules: { vote: { ballots: 'unequal' } } }, 'block', 'ballots-unequal'],
  ['equal-ballots', 'from 1 to 3 for everybody', { rules: { vote: { cityPicks: { min: 1, max: 3 } } } }, 'ok', 'fine'],
  ['equal-ballots', 'at least 3 of at most 2', { rules: { vote: { cityPicks: { min: 3, max: 2 } } } }, 'block', 'picks-wrong'],
  ['equal-ballots', 'four places and three points', { rules: { vote: { districtPicks: { min: 1, max: 4 } } } }, 'block', 'picks-wrong'],
  ['direct-vote', 'delegates', { rules: { vote: { decides: 'delegates' } } }, 'block', 'not-direct'],
  ['direct-vote', 'the office has a say', { rules: { vote: { decides: 'residents-and-office' } } }, 'block', 'not-direct'],
  ['rules-in-time', 'submission opens today', moved(phase('submission', today, '2026-04-30')), 'block', 'too-late'],
  ['rules-in-time', 'submission opens tomorrow', moved(phase('submission', '2026-02-13', '2026-04-30')), 'ok', 'fine'],
  ['rules-in-time', 'no submission', without('submission'), 'block', 'submission-missing'],
  ['ties-end', 'no draw at the end', { rules: { count: { ties: ['firsts'] } } }, 'warn', 'no-lot'],
  ['retention', 'no date', { rules: { legal: { retentionUntil: null } } }, 'block', 'retention-missing'],
  ['retention', 'on the day of the results', { rules: { legal: { retentionUntil: '2026-10-26' } } }, 'block', 'retention-too-early'],
  ['retention', 'the day after', { rules: { legal: { retentionUntil: '2026-10-27' } } }, 'ok', 'fine'],
  ['unconfirmed', 'values nobody has confirmed', { rules: { unknown: ['picks'] } }, 'warn', 'to-confirm'],
]
describe('each point of the law', () => {
  test.each(table)('%s: %s', (code, _, change, level, says) => {
    expect(found(changed(change), code)).toEqual([level, says])
  })
})

test.each([
  ['never', undefined, 'warn', 'statement-missing'],
  ['a year ago to the day', '2025-02-12', 'warn', 'statement-old'],
  ['a year ago less a day', '2025-02-13', 'ok', 'fine'],
])('the accessibility statement was reviewed %s', (_, accessibilityReviewedOn, level, says) => {
  expect(found(green, 'accessibility', { today, accessibilityReviewedOn })).toEqual([level, says])
})

test('a statement of 29 February holds until 28 February', () => {
  const on = (today: string) => found(green, 'accessibility', { today, accessibilityReviewedOn: '2024-02-29' })[0]
  expect(on('2025-02-28')).toBe('ok')
  expect(on('2025-03-01')).toBe('warn')
})

test('a warning is settled by a reason for that very finding; a block never is', () => {
  const edition = changed({ rules: { vote: { minAge: 16 } } })
  const findings = lint(edition, { ...known, accessibilityReviewedOn: '2020-01-01' })
  expect(unexplained(findings, new Map()).map(one => one.code)).toEqual(['vote-age', 'accessibility'])
  const reasons = new Map([
    ['vote-age--age-floor', 'Tak stanowi uchwała.'],
    ['accessibility--statement-missing', 'Deklaracja powstaje.'],
  ])
  expect(unexplained(findings, reasons).map(one => one.code)).toEqual(['accessibility'])
  expect(hasBlock(findings)).toBe(false)
  expect(hasBlock(lint(changed({ rules: { vote: { residence: 'registered' } } }), known))).toBe(true)
})
