import { isDay } from '#kit/dates.ts'
import { type FieldError, type Meant, many, meant, one, type Typed } from '#modules/programme/editions/edition-forms.rules.ts'
import {
  authorNames,
  channels,
  countMethods,
  type Edition,
  identityItems,
  leftovers,
  notCompleted,
  participationForms,
  type RuleSet,
  tieSteps,
  voteTypes,
} from '#modules/programme/programme.rules.ts'

export const protestScopes = ['substantive-legal', 'every-refusal'] as const
export const protestDeciders = ['mayor', 'council'] as const
export const residences = ['declared', 'registered'] as const
export const ballotKinds = ['equal', 'unequal'] as const
export const whoDecides = ['residents', 'delegates', 'residents-and-office'] as const

export type RulesMeant = { readonly title: string; readonly no: number; readonly rules: RuleSet }
const tick = (on: boolean) => (on ? 'tak' : '')
const whole = (n: number | null) => (n === null ? '' : String(n))

/** The whole rule set as fields of one screen. */
export function typeRules({ title, no, rules }: Pick<Edition, 'title' | 'no' | 'rules'>): Typed {
  const { ambassador, submission, drafting, support, vote, count, legal } = rules
  return {
    title,
    no: String(no),
    legalActs: rules.legalActs.join('\n'),
    ambassadorMinAge: whole(ambassador.minAge),
    ambassadorSigned: tick(ambassador.signedForm),
    ambassadorForms: ambassador.forms,
    ambassadorCertificate: tick(ambassador.certificate),
    ambassadorPublic: tick(ambassador.publicList),
    submissionMinAge: whole(submission.minAge),
    anyDistrict: tick(submission.anyDistrict),
    titleMax: whole(submission.titleMax),
    summaryMin: whole(submission.summaryMin),
    summaryMax: whole(submission.summaryMax),
    costOptional: tick(submission.costOptional),
    notTwice: tick(submission.sameInCityAndDistrictForbidden),
    perPerson: whole(submission.perPerson),
    leadAbsentDays: whole(drafting.leadAbsentDays),
    costChangePercent: whole(drafting.costChangePercent),
    authorNames: drafting.authorNames,
    supportCount: whole(support.count),
    supportOwnDistrict: tick(support.districtResidentsOnly),
    supportDays: whole(support.days),
    supportChannels: support.channels,
    expertNames: tick(rules.advice.expertNames),
    completeDays: whole(rules.formal.completeDays),
    allAgree: tick(rules.formal.allAgree),
    notCompleted: rules.formal.notCompleted,
    protestScope: rules.protest.scope,
    protestDecider: rules.protest.decider,
    voteType: vote.type,
    cityPicksMin: whole(vote.cityPicks.min),
    cityPicksMax: whole(vote.cityPicks.max),
    districtPicksMin: whole(vote.districtPicks.min),
    districtPicksMax: whole(vote.districtPicks.max),
    points: vote.points.join(', '),
    bothPools: tick(vote.bothPoolsRequired),
    ownDistrict: tick(vote.districtOfResidenceOnly),
    voteMinAge: whole(vote.minAge),
    identity: vote.identity,
    sms: tick(vote.sms),
    voteChannels: vote.channels,
    residence: vote.residence,
    ballots: vote.ballots,
    decides: vote.decides,
    countMethod: count.method,
    minVotes: whole(count.minVotes),
    ...Object.fromEntries(tieSteps.map((_, index) => [`tie-${index}`, count.ties[index] ?? ''])),
    leftover: count.leftover,
    retentionUntil: legal.retentionUntil ?? '',
  }
}

/** `before` gives what this screen does not hold: expenditure and the values still to be confirmed. */
export function readRules(typed: Typed, before: RuleSet): Meant<RulesMeant> {
  const errors: Record<string, FieldError> = {}
  const ticked = (name: string) => one(typed, name) !== ''
  const number = (name: string, min: number, max: number): number => {
    const written = one(typed, name)
    const n = /^\d{1,6}$/.test(written) ? Number(written) : Number.NaN
    if (!(n >= min && n <= max)) errors[name] = written === '' ? 'required' : 'number-wrong'
    return n
  }
  const maybe = (name: string, min: number, max: number) => (one(typed, name) === '' ? null : number(name, min, max))
  const day = (name: string) => {
    const written = one(typed, name)
    if (written !== '' && !isDay(written)) errors[name] = 'day-wrong'
    return written || null
  }
  const choice = <T extends string>(name: string, options: readonly T[]): T => {
    const found = options.find(option => option === one(typed, name))
    if (found === undefined) errors[name] = 'choose-one'
    return found ?? (options[0] as T)
  }
  const some = <T extends string>(name: string, options: readonly T[], needed: boolean): readonly T[] => {
    const found = options.filter(option => many(typed, name).includes(option))
    if (needed && found.length === 0) errors[name] = 'choose-one'
    return found
  }
  const points = one(typed, 'points')
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (!points.every(point => /^\d{1,3}$/.test(point))) errors.points = 'points-wrong'
  if (one(typed, 'title').length < 3) errors.title = 'required'
  const [summaryMin, summaryMax] = [number('summaryMin', 0, 1000), number('summaryMax', 1, 5000)]
  if (summaryMin > summaryMax) errors.summaryMin ??= 'min-over-max'
  const ties = tieSteps.map((_, index) => one(typed, `tie-${index}`)).filter(Boolean)
  const confirmed = many(typed, 'confirmed')
  const rules: RuleSet = {
    legalActs: one(typed, 'legalActs')
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
    ambassador: {
      minAge: maybe('ambassadorMinAge', 1, 99),
      signedForm: ticked('ambassadorSigned'),
      forms: some('ambassadorForms', participationForms, false),
      certificate: ticked('ambassadorCertificate'),
      publicList: ticked('ambassadorPublic'),
    },
    submission: {
      minAge: maybe('submissionMinAge', 1, 99),
      anyDistrict: ticked('anyDistrict'),
      titleMax: number('titleMax', 10, 300),
      summaryMin,
      summaryMax,
      costOptional: ticked('costOptional'),
      sameInCityAndDistrictForbidden: ticked('notTwice'),
      perPerson: maybe('perPerson', 1, 100),
    },
    drafting: {
      leadAbsentDays: number('leadAbsentDays', 7, 365),
      costChangePercent: number('costChangePercent', 1, 100),
      authorNames: choice('authorNames', authorNames),
    },
    support: {
      count: number('supportCount', 0, 10_000),
      districtResidentsOnly: ticked('supportOwnDistrict'),
      days: maybe('supportDays', 1, 365),
      channels: some('supportChannels', channels, true),
    },
    advice: { expertNames: ticked('expertNames') },
    formal: { completeDays: number('completeDays', 1, 90), allAgree: ticked('allAgree'), notCompleted: choice('notCompleted', notCompleted) },
    protest: { scope: choice('protestScope', protestScopes), decider: choice('protestDecider', protestDeciders) },
    vote: {
      type: choice('voteType', voteTypes),
      cityPicks: { min: number('cityPicksMin', 0, 50), max: number('cityPicksMax', 1, 50) },
      districtPicks: { min: number('districtPicksMin', 0, 50), max: number('districtPicksMax', 1, 50) },
      points: points.map(Number),
      bothPoolsRequired: ticked('bothPools'),
      districtOfResidenceOnly: ticked('ownDistrict'),
      minAge: maybe('voteMinAge', 1, 99),
      identity: some('identity', identityItems, true),
      sms: ticked('sms'),
      channels: some('voteChannels', channels, true),
      residence: choice('residence', residences),
      ballots: choice('ballots', ballotKinds),
      decides: choice('decides', whoDecides),
    },
    count: {
      method: choice('countMethod', countMethods),
      minVotes: number('minVotes', 0, 100_000),
      ties: tieSteps.filter(step => ties.includes(step)).sort((a, b) => ties.indexOf(a) - ties.indexOf(b)),
      leftover: choice('leftover', leftovers),
    },
    legal: {
      expenditure: before.legal.expenditure,
      retentionUntil: day('retentionUntil'),
    },
    unknown: before.unknown.filter(name => !confirmed.includes(name)),
  }
  return meant({ title: one(typed, 'title').slice(0, 200), no: number('no', 1, 999), rules }, errors)
}
