import { addDays, type Day } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'
import type { PhaseKind } from '#modules/programme/calendar.rules.ts'
import { type Edition, hasPart, type Pool, type Unknown } from '#modules/programme/programme.rules.ts'

/** Of a change after publication, and of a warning that is accepted. */
export const reasonMax = 1000

/** A warning lets the edition be published with a written reason; a block does not. */
export type Level = 'ok' | 'warn' | 'block'
export const findingCodes = [
  'pools-share',
  'pool-limits',
  'support-count',
  'protest-phase',
  'calendar-order',
  'vote-age',
  'submission-age',
  'identity-data',
  'residence',
  'equal-ballots',
  'direct-vote',
  'rules-in-time',
  'ties-end',
  'accessibility',
  'retention',
  'unconfirmed',
] as const
export type FindingCode = (typeof findingCodes)[number]

export type About = {
  readonly money?: Grosze
  readonly floor?: Grosze
  readonly count?: number
  readonly day?: Day
  readonly kinds?: readonly PhaseKind[]
  readonly items?: readonly string[]
  readonly territories?: readonly string[]
  readonly unknown?: readonly Unknown[]
}
/** `says` is the text key of the sentence: what was found, or why all is well. */
export type Finding = { readonly code: FindingCode; readonly level: Level; readonly says: FindingSays; readonly about: About }
export type FindingSays =
  | 'fine'
  | 'expenditure-missing'
  | 'share-too-small'
  | 'cap-over-pool'
  | 'no-pools'
  | 'support-too-many'
  | 'population-missing'
  | 'no-protests'
  | 'no-review-results'
  | 'protests-before-results'
  | 'vote-before-protests-end'
  | 'phase-missing'
  | 'age-floor'
  | 'sensitive-data'
  | 'registration-required'
  | 'ballots-unequal'
  | 'picks-wrong'
  | 'not-direct'
  | 'submission-missing'
  | 'too-late'
  | 'no-lot'
  | 'statement-missing'
  | 'statement-old'
  | 'retention-missing'
  | 'retention-too-early'
  | 'to-confirm'

type Answer = readonly [level: Level, says: FindingSays, about?: About]
/** What the check must know besides the edition: the day, and when the accessibility statement was last reviewed. */
export type Known = { readonly today: Day; readonly accessibilityReviewedOn: Day | undefined }
type Check = (edition: Edition, known: Known) => Answer
const fine: Answer = ['ok', 'fine']

const firstOf = (edition: Edition, kind: PhaseKind) =>
  edition.phases.filter(phase => phase.kind === kind).sort((a, b) => a.from.localeCompare(b.from))[0]
const lastOf = (edition: Edition, kind: PhaseKind) => edition.phases.filter(phase => phase.kind === kind).sort((a, b) => b.to.localeCompare(a.to))[0]

/** Art. 5a ust. 5: in a city with the rights of a powiat at least 0.5 % of the expenditure of the last report. */
const poolsShare: Check = ({ pools, rules }) => {
  const money = pools.reduce((sum, pool) => sum + pool.amount, 0)
  const { expenditure } = rules.legal
  if (expenditure === null) return ['warn', 'expenditure-missing', { money }]
  const floor = Math.ceil(expenditure / 200)
  return money >= floor ? ['ok', 'fine', { money, floor }] : ['block', 'share-too-small', { money, floor }]
}

const poolLimits: Check = ({ pools }) => {
  if (pools.length === 0) return ['block', 'no-pools']
  const over = pools.filter(pool => pool.costMax > pool.amount)
  return over.length === 0 ? fine : ['warn', 'cap-over-pool', { territories: over.map(pool => pool.territoryId) }]
}

/** Art. 5a ust. 7 pkt 2: at most 0.1 % of the residents of the area that the pool covers. */
export const signaturesAllowed = (population: number): number => Math.floor(population / 1000)
const supportCount: Check = edition => {
  const { count } = edition.rules.support
  if (!hasPart(edition, 'support-lists') || count === 0) return fine
  const tooMany = (pool: Pool) => pool.population !== null && count > signaturesAllowed(pool.population)
  const over = edition.pools.filter(tooMany).map(pool => pool.territoryId)
  if (over.length > 0) return ['block', 'support-too-many', { count, territories: over }]
  const unclear = edition.pools.filter(pool => pool.population === null).map(pool => pool.territoryId)
  return unclear.length > 0 ? ['warn', 'population-missing', { count, territories: unclear }] : ['ok', 'fine', { count }]
}

/** Art. 5a ust. 7 pkt 3: the resolution gives a way to appeal against a refusal; it opens once verdicts are published. */
const protestPhase: Check = edition => {
  const [protests, published] = [firstOf(edition, 'protests'), firstOf(edition, 'review-results')]
  if (!protests) return ['block', 'no-protests']
  if (!published) return ['block', 'no-review-results']
  return protests.from < published.from ? ['block', 'protests-before-results', { day: published.from }] : ['ok', 'fine', { day: protests.from }]
}

const calendarOrder: Check = edition => {
  const kinds = (['submission', 'review', 'voting', 'results'] as const).filter(kind => !firstOf(edition, kind))
  if (kinds.length > 0) return ['warn', 'phase-missing', { kinds }]
  const [protests, voting] = [lastOf(edition, 'protests'), firstOf(edition, 'voting')]
  return protests && voting && voting.from <= protests.to ? ['block', 'vote-before-protests-end', { day: protests.to }] : fine
}

/** Residents, not adults: courts and the ombudsman reject age floors. */
const voteAge: Check = ({ rules }) => (rules.vote.minAge === null ? fine : ['warn', 'age-floor', { count: rules.vote.minAge }])
const submissionAge: Check = ({ rules }) => (rules.submission.minAge === null ? fine : ['warn', 'age-floor', { count: rules.submission.minAge }])

/** NSA I GSK 1193/20 and several voivodes question a required PESEL or phone: write why, and assess the impact (DPIA). */
const identityData: Check = ({ rules }) => {
  const asked: readonly string[] = rules.vote.identity.filter(item => item === 'pesel' || item === 'phone')
  const items = rules.vote.sms && !asked.includes('phone') ? [...asked, 'phone'] : asked
  return items.length === 0 ? fine : ['warn', 'sensitive-data', { items }]
}

const residence: Check = ({ rules }) => (rules.vote.residence === 'declared' ? fine : ['block', 'registration-required'])

/** Art. 5a ust. 7: the vote is equal. Everybody in a pool has the same number of votes of the same weight. */
const equalBallots: Check = ({ rules: { vote } }) => {
  if (vote.ballots !== 'equal') return ['block', 'ballots-unequal']
  const wrong = [vote.cityPicks, vote.districtPicks].some(({ min, max }) => min > max || max < 1)
  const short = vote.type === 'ordinal' && vote.points.length < Math.max(vote.cityPicks.max, vote.districtPicks.max)
  return wrong || short ? ['block', 'picks-wrong'] : fine
}

const directVote: Check = ({ rules }) => (rules.vote.decides === 'residents' ? fine : ['block', 'not-direct'])

/** The rule of the result is known before the first proposal is submitted. */
const rulesInTime: Check = (edition, { today }) => {
  const submission = firstOf(edition, 'submission')
  if (!submission) return ['block', 'submission-missing']
  return today < submission.from ? ['ok', 'fine', { day: submission.from }] : ['block', 'too-late', { day: submission.from }]
}

const tiesEnd: Check = ({ rules }) => (rules.count.ties.at(-1) === 'lot' ? fine : ['warn', 'no-lot'])

/** Act of 4 April 2019 on digital accessibility: the statement is reviewed every year. */
const accessibility: Check = (_, { today, accessibilityReviewedOn: reviewed }) => {
  if (reviewed === undefined) return ['warn', 'statement-missing']
  return yearAfter(reviewed) > today ? ['ok', 'fine', { day: reviewed }] : ['warn', 'statement-old', { day: reviewed }]
}
const yearAfter = (day: Day): Day => {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return later.endsWith('-02-29') ? addDays(`${later.slice(0, 4)}-02-28`, 1) : later
}

const retention: Check = edition => {
  const until = edition.rules.legal.retentionUntil
  if (until === null) return ['block', 'retention-missing']
  const results = lastOf(edition, 'results')
  return results && until <= results.to ? ['block', 'retention-too-early', { day: results.to }] : ['ok', 'fine', { day: until }]
}

const unconfirmed: Check = ({ rules }) => (rules.unknown.length === 0 ? fine : ['warn', 'to-confirm', { unknown: rules.unknown }])

const checks: Readonly<Record<FindingCode, Check>> = {
  'pools-share': poolsShare,
  'pool-limits': poolLimits,
  'support-count': supportCount,
  'protest-phase': protestPhase,
  'calendar-order': calendarOrder,
  'vote-age': voteAge,
  'submission-age': submissionAge,
  'identity-data': identityData,
  residence,
  'equal-ballots': equalBallots,
  'direct-vote': directVote,
  'rules-in-time': rulesInTime,
  'ties-end': tiesEnd,
  accessibility,
  retention,
  unconfirmed,
}

/** The legal check of an edition as it would be published today: every point, also those that are fine. */
export const lint = (edition: Edition, known: Known): readonly Finding[] =>
  findingCodes.map(code => {
    const [level, says, about = {}] = checks[code](edition, known)
    return { code, level, says, about }
  })

export const isGreen = (findings: readonly Finding[]): boolean => findings.every(finding => finding.level === 'ok')
export const hasBlock = (findings: readonly Finding[]): boolean => findings.some(finding => finding.level === 'block')
/** Warnings that nobody has explained in writing yet. A reason stands only for the finding it was written about. */
export const unexplained = (findings: readonly Finding[], reasons: ReadonlyMap<string, string>): readonly Finding[] =>
  findings.filter(finding => finding.level === 'warn' && !reasons.get(reasonKey(finding))?.trim())
export const reasonKey = (finding: Pick<Finding, 'code' | 'says'>): string => `${finding.code}--${finding.says}`
