import type { Preset } from '#modules/programme/editions/preset.rules.ts'
import { draftingDefaults } from '#modules/programme/programme.rules.ts'
import { krakow } from '#modules/programme/territories/krakow.rules.ts'

const zl = (amount: number) => Math.round(amount * 100)

/** Money of the districts in 2020, in złote: Pabulib META of each pool. */
const money: readonly (readonly [number: number, amount: number])[] = [
  [1, 1_051_500],
  [2, 1_097_700],
  [3, 1_412_000],
  [4, 1_994_100],
  [5, 1_044_500],
  [6, 956_700],
  [7, 1_116_400],
  [8, 2_124_000],
  [9, 1_012_600],
  [10, 1_345_000],
  [11, 1_529_900],
  [12, 1_753_700],
  [13, 1_740_100],
  [14, 1_356_800],
  [15, 1_521_200],
  [16, 1_262_500],
  [17, 1_168_700],
  [18, 2_112_600],
]

/**
 * The seventh edition, with which "Wspólne Projekty" began. Calendar and limits: the mayor's announcement (dok_id=237637) and the programme page;
 * the support lists reach to 24 July because of the quarantine. What no source states is listed in `unknown`.
 */
export const krakow2020: Preset = {
  no: 7,
  year: 2020,
  title: 'Budżet Obywatelski Miasta Krakowa 2020',
  plan: krakow,
  pools: [
    { place: 'city', amount: zl(6_400_000), costMin: zl(25_000), costMax: zl(1_280_000) },
    ...money.map(([place, amount]) => ({ place, amount: zl(amount), costMin: zl(2_500), costMax: zl(amount * 0.4) })),
  ],
  phases: [
    ['rules', '2020-02-12', '2020-02-12'],
    ['ambassador-call', '2020-02-10', '2020-02-25'],
    ['training', '2020-02-26', '2020-03-06'],
    ['meetings', '2020-03-01', '2020-04-30'],
    ['needs', '2020-02-10', '2020-03-22'],
    ['ideas', '2020-02-10', '2020-03-22'],
    ['drafts', '2020-02-17', '2020-04-30'],
    ['advice', '2020-02-24', '2020-04-20'],
    ['workshops', '2020-03-16', '2020-03-31'],
    ['submission', '2020-04-01', '2020-04-30'],
    ['support-lists', '2020-04-01', '2020-07-24'],
    ['formal-check', '2020-05-01', '2020-07-31'],
    ['review', '2020-05-01', '2020-08-06'],
    ['review-results', '2020-08-07', '2020-08-07'],
    ['protests', '2020-08-07', '2020-08-14'],
    ['hearings', '2020-08-17', '2020-08-31'],
    ['ballot-list', '2020-09-04', '2020-09-04'],
    ['promotion', '2020-09-04', '2020-10-05'],
    ['voting', '2020-09-26', '2020-10-05'],
    ['counting', '2020-10-06', '2020-10-25'],
    ['results', '2020-10-26', '2020-10-26'],
    ['approval', '2020-11-02', '2020-11-16'],
    ['implementation', '2021-01-01', '2021-12-31'],
    ['evaluation', '2022-01-03', '2022-01-31'],
  ],
  parts: ['district-path', 'city-path', 'individual', 'ambassadors', 'workshops', 'discussions', 'support-lists', 'archive'],
  rules: {
    legalActs: ['Uchwała nr XXXV/903/20 Rady Miasta Krakowa z 12 lutego 2020 r.'],
    ambassador: {
      minAge: 18,
      signedForm: true,
      forms: ['citizens-budget', 'local-initiative', 'consultation'],
      certificate: true,
      publicList: true,
    },
    submission: {
      minAge: null,
      anyDistrict: true,
      titleMax: 60,
      summaryMin: 60,
      summaryMax: 250,
      costOptional: true,
      sameInCityAndDistrictForbidden: false,
      perPerson: null,
    },
    drafting: draftingDefaults,
    advice: { expertNames: false },
    support: { count: 15, districtResidentsOnly: true, days: null, channels: ['paper'] },
    formal: { completeDays: 7, allAgree: true, notCompleted: 'as-it-is' },
    protest: { scope: 'substantive-legal', decider: 'mayor' },
    vote: {
      type: 'ordinal',
      cityPicks: { min: 3, max: 3 },
      districtPicks: { min: 3, max: 3 },
      points: [3, 2, 1],
      bothPoolsRequired: true,
      districtOfResidenceOnly: true,
      minAge: null,
      identity: ['name', 'address', 'birth-date', 'pesel', 'phone'],
      sms: true,
      channels: ['online', 'paper'],
      residence: 'declared',
      ballots: 'equal',
      decides: 'residents',
    },
    count: { method: 'greedy-skip', minVotes: 0, ties: ['firsts', 'lot'], leftover: 'stays' },
    legal: { expenditure: null, retentionUntil: null },
    unknown: ['round-dates', 'later-dates', 'cost-floors', 'ambassador-age', 'title-limit', 'tie-rule'],
  },
}
