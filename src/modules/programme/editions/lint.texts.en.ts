import { longDate, startOfDay } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import type { Same } from '#kit/texts.ts'
import { calendarTextsEn } from '#modules/programme/calendar.texts.en.ts'
import type { About, FindingCode } from '#modules/programme/editions/lint.rules.ts'
import type { lintTexts } from '#modules/programme/editions/lint.texts.ts'

const money = (grosze = 0) => formatMoney(grosze, 'en')
const day = (typed = '') => longDate(startOfDay(typed), 'en')
const places = (about: About) => (about.territories && about.territories.length > 0 ? ` It concerns: ${about.territories.join(', ')}.` : '')

const unknowns = {
  'round-dates': 'dates of the rounds of talk, advice and workshops',
  'later-dates': 'later dates',
  'district-amounts': 'amounts of the districts',
  'cost-floors': 'lowest costs of projects',
  'cost-caps': 'highest costs of projects',
  picks: 'number of projects to choose',
  'ambassador-age': 'age of ambassadors',
  'tie-rule': 'rule for equal results',
  'title-limit': 'length of the title',
  'completion-days': 'days to complete what is missing',
}
const codes = {
  'pools-share': ['Size of the budget', 'act on municipal self-government, art. 5a(5)'],
  'pool-limits': ['Cost limits', 'resolution on the pools'],
  'support-count': ['Number of signatures', 'act on municipal self-government, art. 5a(7)(2)'],
  'protest-phase': ['Protests', 'act on municipal self-government, art. 5a(7)(3)'],
  'calendar-order': ['Order of dates', 'resolution and announcement of the mayor'],
  'vote-age': ['Age of voters', 'courts: residents vote, not only adults'],
  'submission-age': ['Age of applicants', 'courts: residents apply, not only adults'],
  'identity-data': ['Data required to vote', 'GDPR; Supreme Administrative Court I GSK 1193/20'],
  residence: ['Living here, not being registered', 'act on municipal self-government, art. 5a'],
  'equal-ballots': ['Equality of the vote', 'act on municipal self-government, art. 5a(7)'],
  'direct-vote': ['Directness of the vote', 'act on municipal self-government, art. 5a(4) and (7)'],
  'rules-in-time': ['Rules before submission', 'act on municipal self-government, art. 5a(7)'],
  'ties-end': ['Equal results', 'act on municipal self-government, art. 5a(7)(4)'],
  accessibility: ['Accessibility statement', 'act on digital accessibility of 4 April 2019'],
  retention: ['Erasure of personal data', 'GDPR, art. 5(1)(e)'],
  unconfirmed: ['Values to be confirmed', 'resolution and announcement of the mayor'],
} as const satisfies Record<FindingCode, readonly [string, string]>

export const lintTextsEn: Same<typeof lintTexts> = {
  unknowns,
  titleOf: code => codes[code][0],
  lawOf: code => codes[code][1],
  levels: { ok: 'fine', warn: 'warning', block: 'blocks' },
  says: {
    fine: () => 'It meets the requirement.',
    'expenditure-missing': a => `The pools add up to ${money(a.money)}. Enter the expenditure of the last report to check the 0.5%.`,
    'share-too-small': a => `The pools add up to ${money(a.money)} but must be at least ${money(a.floor)} (0.5% of expenditure).`,
    'cap-over-pool': a => `The highest cost of a project exceeds its whole pool.${places(a)}`,
    'no-pools': () => 'The edition has no pool of money.',
    'support-too-many': a => `${a.count} signatures are more than 0.1% of the residents of the area.${places(a)}`,
    'population-missing': a => `The number of residents is missing, so the limit of 0.1% cannot be checked.${places(a)}`,
    'no-protests': () => 'The calendar has no protests.',
    'no-review-results': () => 'The calendar has no day on which results of the review are published.',
    'protests-before-results': a => `Protests begin before the results of the review are published (${day(a.day)}).`,
    'vote-before-protests-end': a => `Voting begins before protests end (${day(a.day)}).`,
    'phase-missing': a => `Missing in the calendar: ${(a.kinds ?? []).map(kind => calendarTextsEn.phases[kind]).join(', ')}.`,
    'age-floor': a => `The required age is ${a.count}. Courts and the ombudsman question such limits.`,
    'sensitive-data': a =>
      `Data that courts question is required: ${(a.items ?? []).map(item => (item === 'pesel' ? 'PESEL number' : 'phone number')).join(', ')}. Write why it is necessary and attach an impact assessment.`,
    'registration-required': () => 'Registration of residence must not be required: everybody who lives in the city votes.',
    'ballots-unequal': () => 'Everybody must have the same number of votes of the same weight.',
    'picks-wrong': () => 'The numbers of projects to choose and the points do not fit together.',
    'not-direct': () => 'Only votes of residents may decide, without delegates and without votes of the office.',
    'submission-missing': () => 'The calendar has no submission of projects.',
    'too-late': a => `The rules must be published before the first day of submission (${day(a.day)}).`,
    'no-lot': () => 'The list of steps for equal results does not end with a draw, so a tie may stay open.',
    'statement-missing': () => 'The city has not published its accessibility statement yet.',
    'statement-old': a => `The last review of the statement (${day(a.day)}) was a year ago or earlier.`,
    'retention-missing': () => 'Set the day by which personal data of this edition will be erased.',
    'retention-too-early': a => `The day of erasure must come after the results (${day(a.day)}).`,
    'to-confirm': a => `The preset does not know these values and proposes its own: ${(a.unknown ?? []).map(name => unknowns[name]).join(', ')}.`,
  },
}
