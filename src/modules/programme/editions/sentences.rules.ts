import type { Day } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'
import { inOrder, type PhaseKind } from '#modules/programme/calendar.rules.ts'
import { type Edition, hasPart, type Part, type Picks, phasesInUse, type RuleSet } from '#modules/programme/programme.rules.ts'

/** The rules of an edition as sentences: here what is said and with which values, in the texts how. */
export type Said = {
  'money.total': { total: Grosze; city: Grosze; districts: Grosze }
  'money.city': { min: Grosze; max: Grosze }
  'money.districts': { min: Grosze; share: number | null }
  'ways.paths': { paths: readonly Part[] }
  'ways.support-from-city': { advice: boolean; workshops: boolean }
  'ways.ambassadors': { minAge: number | null; signedForm: boolean; certificate: boolean }
  'dates.phase': { kind: PhaseKind; from: Day; to: Day }
  'submission.who': { minAge: number | null }
  'submission.any-district': { any: boolean }
  'submission.form': { titleMax: number; summaryMin: number; summaryMax: number }
  'submission.cost': { optional: boolean }
  'submission.not-twice': object
  'submission.per-person': { most: number }
  'drafting.lead': { days: number }
  'drafting.substance': { percent: number }
  'drafting.names': object
  'support.none': object
  'support.count': { count: number; districtResidentsOnly: boolean }
  'support.days': { days: number }
  'support.deadline': { day: Day }
  'support.channels': { online: boolean; paper: boolean }
  'review.completion': { days: number; allAgree: boolean; stops: boolean }
  'review.protest': { scope: RuleSet['protest']['scope']; decider: RuleSet['protest']['decider']; from: Day; to: Day }
  'vote.who': { minAge: number | null; ownDistrict: boolean }
  'vote.picks': { city: Picks; district: Picks; type: RuleSet['vote']['type'] }
  'vote.points': { points: readonly number[] }
  'vote.both-pools': object
  'vote.identity': { identity: RuleSet['vote']['identity']; sms: boolean }
  'vote.channels': { online: boolean; paper: boolean }
  'count.method': { method: RuleSet['count']['method'] }
  'count.min-votes': { count: number }
  'count.ties': { ties: RuleSet['count']['ties'] }
  'count.leftover': { leftover: RuleSet['count']['leftover'] }
  'data.retention': { day: Day }
}
export type SaidKey = keyof Said
/** One sentence to come: its key and its values. */
export type Item = { [K in SaidKey]: { readonly says: K; readonly with: Said[K] } }[SaidKey]
export const sentenceSections = ['money', 'ways', 'dates', 'submission', 'support', 'review', 'vote', 'count', 'data'] as const
export type SentenceSection = (typeof sentenceSections)[number]
export type Chapter = { readonly section: SentenceSection; readonly items: readonly Item[] }

type Edited = Pick<Edition, 'parts' | 'phases' | 'pools' | 'rules'>
const say = <K extends SaidKey>(says: K, values: Said[K]) => ({ says, with: values }) as Item
const when = (condition: boolean, ...items: readonly Item[]) => (condition ? items : [])

/** All that an edition settles, in the order in which a resident asks. `cityId` tells the pool of the whole city from those of districts. */
export function chaptersOf(whole: Edited, cityId: string): readonly Chapter[] {
  const edition = { ...whole, phases: phasesInUse(whole) }
  const items: Record<SentenceSection, readonly Item[]> = {
    money: money(edition, cityId),
    ways: ways(edition),
    dates: inOrder(edition.phases).map(({ kind, from, to }) => say('dates.phase', { kind, from, to })),
    submission: submission(edition),
    support: support(edition),
    review: review(edition),
    vote: vote(edition),
    count: count(edition),
    data: retention(edition),
  }
  return sentenceSections.map(section => ({ section, items: items[section] })).filter(chapter => chapter.items.length > 0)
}

const sumOf = (pools: Edited['pools']) => pools.reduce((sum, pool) => sum + pool.amount, 0)

function money({ pools }: Edited, cityId: string): readonly Item[] {
  const city = pools.find(pool => pool.territoryId === cityId)
  const districts = pools.filter(pool => pool.territoryId !== cityId)
  const floor = Math.min(...districts.map(pool => pool.costMin))
  return [
    say('money.total', { total: sumOf(pools), city: city?.amount ?? 0, districts: sumOf(districts) }),
    ...(city ? [say('money.city', { min: city.costMin, max: city.costMax })] : []),
    ...when(districts.length > 0, say('money.districts', { min: floor, share: commonShare(districts) })),
  ]
}

/** The share of the pool that one project may take, in percent, when it is the same everywhere. */
function commonShare(pools: Edited['pools']): number | null {
  const first = pools[0]
  if (!first || first.amount === 0) return null
  const share = Math.round((first.costMax / first.amount) * 1000) / 10
  return pools.every(pool => Math.abs(pool.costMax - (pool.amount * share) / 100) <= 100) ? share : null
}

function ways(edition: Edited): readonly Item[] {
  const { ambassador } = edition.rules
  const paths = (['district-path', 'city-path', 'individual'] as const).filter(path => hasPart(edition, path))
  const advice = edition.phases.some(phase => phase.kind === 'advice')
  const workshops = hasPart(edition, 'workshops')
  return [
    say('ways.paths', { paths }),
    ...when(advice || workshops, say('ways.support-from-city', { advice, workshops })),
    ...when(
      hasPart(edition, 'ambassadors'),
      say('ways.ambassadors', { minAge: ambassador.minAge, signedForm: ambassador.signedForm, certificate: ambassador.certificate }),
    ),
  ]
}

function submission({ rules: { submission: rule, drafting } }: Edited): readonly Item[] {
  const { titleMax, summaryMin, summaryMax } = rule
  return [
    say('submission.who', { minAge: rule.minAge }),
    say('submission.any-district', { any: rule.anyDistrict }),
    say('submission.form', { titleMax, summaryMin, summaryMax }),
    say('submission.cost', { optional: rule.costOptional }),
    ...when(rule.sameInCityAndDistrictForbidden, say('submission.not-twice', {})),
    ...(rule.perPerson === null ? [] : [say('submission.per-person', { most: rule.perPerson })]),
    say('drafting.lead', { days: drafting.leadAbsentDays }),
    say('drafting.substance', { percent: drafting.costChangePercent }),
    ...when(drafting.authorNames === 'whole', say('drafting.names', {})),
  ]
}

function support(edition: Edited): readonly Item[] {
  const rule = edition.rules.support
  if (!hasPart(edition, 'support-lists') || rule.count === 0) return [say('support.none', {})]
  const lists = edition.phases.filter(phase => phase.kind === 'support-lists').map(phase => phase.to)
  const last = lists.sort().at(-1)
  return [
    say('support.count', { count: rule.count, districtResidentsOnly: rule.districtResidentsOnly }),
    ...(rule.days !== null ? [say('support.days', { days: rule.days })] : last ? [say('support.deadline', { day: last })] : []),
    say('support.channels', { online: rule.channels.includes('online'), paper: rule.channels.includes('paper') }),
  ]
}

function review({ phases, rules }: Edited): readonly Item[] {
  const protests = phases.find(phase => phase.kind === 'protests')
  return [
    say('review.completion', { days: rules.formal.completeDays, allAgree: rules.formal.allAgree, stops: rules.formal.notCompleted === 'stops' }),
    ...(protests ? [say('review.protest', { ...rules.protest, from: protests.from, to: protests.to })] : []),
  ]
}

function vote({ rules: { vote: rule } }: Edited): readonly Item[] {
  return [
    say('vote.who', { minAge: rule.minAge, ownDistrict: rule.districtOfResidenceOnly }),
    say('vote.picks', { city: rule.cityPicks, district: rule.districtPicks, type: rule.type }),
    ...when(rule.type === 'ordinal', say('vote.points', { points: rule.points })),
    ...when(rule.bothPoolsRequired, say('vote.both-pools', {})),
    say('vote.identity', { identity: rule.identity, sms: rule.sms }),
    say('vote.channels', { online: rule.channels.includes('online'), paper: rule.channels.includes('paper') }),
  ]
}

function count({ rules: { count: rule } }: Edited): readonly Item[] {
  return [
    say('count.method', { method: rule.method }),
    ...when(rule.minVotes > 0, say('count.min-votes', { count: rule.minVotes })),
    ...when(rule.ties.length > 0, say('count.ties', { ties: rule.ties })),
    say('count.leftover', { leftover: rule.leftover }),
  ]
}

const retention = ({ rules }: Edited): readonly Item[] =>
  rules.legal.retentionUntil ? [say('data.retention', { day: rules.legal.retentionUntil })] : []
