import { type Actor, has } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Grosze } from '#kit/money.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import type { Phase, PhaseKind } from '#modules/programme/calendar.rules.ts'

/** What an edition may use or leave out (pilot mode). What is off leaves no trace in menus. */
export const partsOfProgramme = [
  'district-path',
  'city-path',
  'individual',
  'ambassadors',
  'workshops',
  'discussions',
  'support-lists',
  'archive',
] as const
export type Part = (typeof partsOfProgramme)[number]

export const editionStates = ['draft', 'published', 'running', 'closed', 'archived'] as const
export type EditionState = (typeof editionStates)[number]

/** Money for one territory. Limits are amounts; whoever writes the rules may derive them from a share of the pool. */
export type Pool = {
  readonly id: string
  readonly territoryId: string
  readonly amount: Grosze
  readonly costMin: Grosze
  readonly costMax: Grosze
  /** Residents of the territory, for the legal limit of signatures; null while nobody has entered it. */
  readonly population: number | null
}

export const identityItems = ['name', 'address', 'birth-date', 'pesel', 'phone', 'email'] as const
export const voteTypes = ['ordinal', 'approval', 'points', 'single'] as const
export const countMethods = ['greedy-skip', 'greedy-stop', 'equal-shares'] as const
export const tieSteps = ['votes', 'firsts', 'lower-cost', 'lot'] as const
export const leftovers = ['stays', 'next-edition', 'city-pool'] as const
export const channels = ['online', 'paper'] as const
export const participationForms = ['citizens-budget', 'local-initiative', 'consultation'] as const
/** Values that a preset took over from elsewhere or proposes itself: they are shown as not yet confirmed. */
export const unknowns = [
  'round-dates',
  'later-dates',
  'district-amounts',
  'cost-floors',
  'cost-caps',
  'picks',
  'ambassador-age',
  'tie-rule',
  'title-limit',
  'completion-days',
] as const
export type Unknown = (typeof unknowns)[number]

export type Picks = { readonly min: number; readonly max: number }

export const notCompleted = ['as-it-is', 'stops'] as const
export const authorNames = ['own', 'whole'] as const
/** Where an edition has not said otherwise. */
export const draftingDefaults = { leadAbsentDays: 21, costChangePercent: 20, authorNames: 'own' } as const

/** Everything an edition settles besides its calendar and money. Kept as jsonb, checked whenever it is read and written. */
export type RuleSet = {
  readonly legalActs: readonly string[]
  readonly ambassador: {
    readonly minAge: number | null
    readonly signedForm: boolean
    readonly forms: readonly (typeof participationForms)[number][]
    readonly certificate: boolean
    readonly publicList: boolean
  }
  readonly submission: {
    readonly minAge: number | null
    readonly anyDistrict: boolean
    readonly titleMax: number
    readonly summaryMin: number
    readonly summaryMax: number
    readonly costOptional: boolean
    readonly sameInCityAndDistrictForbidden: boolean
    /** How many projects one person may submit as the lead; null for as many as they like. */
    readonly perPerson: number | null
  }
  readonly drafting: {
    /** Days without any act of the lead after which the co-authors may elect another. */
    readonly leadAbsentDays: number
    /** A change of the cost by more than this is one of substance: who supported is asked again. */
    readonly costChangePercent: number
    /** How authors of submitted projects are named: as each chose, or whole. */
    readonly authorNames: (typeof authorNames)[number]
  }
  readonly support: {
    readonly count: number
    readonly districtResidentsOnly: boolean
    /** Days from submission; null when one common day of the calendar counts (the end of the phase "support-lists"). */
    readonly days: number | null
    readonly channels: readonly (typeof channels)[number][]
  }
  /** Of units before submission: whether everybody sees who in the unit answered, or the unit alone. */
  readonly advice: { readonly expertNames: boolean }
  readonly formal: {
    readonly completeDays: number
    /** What is completed after a call needs the consent of every author again, or the lead answers alone. */
    readonly allAgree: boolean
    /** What becomes of a project that was not completed: it is checked as it was submitted, or goes no further. */
    readonly notCompleted: (typeof notCompleted)[number]
  }
  readonly protest: { readonly scope: 'substantive-legal' | 'every-refusal'; readonly decider: 'mayor' | 'council' }
  readonly vote: {
    readonly type: (typeof voteTypes)[number]
    readonly cityPicks: Picks
    readonly districtPicks: Picks
    readonly points: readonly number[]
    readonly bothPoolsRequired: boolean
    readonly districtOfResidenceOnly: boolean
    readonly minAge: number | null
    readonly identity: readonly (typeof identityItems)[number][]
    readonly sms: boolean
    readonly channels: readonly (typeof channels)[number][]
    /** How residence is shown: declared by the person, or by the register of residence (which the law does not let a city require). */
    readonly residence: 'declared' | 'registered'
    readonly ballots: 'equal' | 'unequal'
    readonly decides: 'residents' | 'delegates' | 'residents-and-office'
  }
  readonly count: {
    readonly method: (typeof countMethods)[number]
    readonly minVotes: number
    readonly ties: readonly (typeof tieSteps)[number][]
    readonly leftover: (typeof leftovers)[number]
  }
  readonly legal: {
    /** Expenditure of the commune in its last report, for the 0.5 % floor. */
    readonly expenditure: Grosze | null
    readonly retentionUntil: Day | null
  }
  readonly unknown: readonly Unknown[]
}

export type Edition = {
  readonly id: string
  readonly no: number
  readonly year: number
  readonly title: string
  readonly state: EditionState
  /** Grows with every change; a form carries the number it was filled in for. */
  readonly version: number
  readonly publishedAt: Date | null
  readonly parts: readonly Part[]
  readonly phases: readonly Phase[]
  readonly pools: readonly Pool[]
  readonly rules: RuleSet
}

export const hasPart = (edition: Pick<Edition, 'parts'>, part: Part): boolean => edition.parts.includes(part)

/** Phases that exist only with a part of the programme. */
const partOfPhase: Partial<Record<PhaseKind, Part>> = {
  'ambassador-call': 'ambassadors',
  training: 'ambassadors',
  workshops: 'workshops',
  'support-lists': 'support-lists',
}
/** The calendar without what the edition has switched off. */
export const phasesInUse = ({ parts, phases }: Pick<Edition, 'parts' | 'phases'>): readonly Phase[] =>
  phases.filter(({ kind }) => {
    const part = partOfPhase[kind]
    return part === undefined || parts.includes(part)
  })

const isCoordinator = (actor: Actor, edition: Pick<Edition, 'id'>) => has(actor, 'coordinator', { editionId: edition.id })

/** An edition is written, published, runs by its calendar, is closed after the results, and archived when its personal data is gone. */
export const editing = procedure<EditionState, Actor, Pick<Edition, 'id' | 'state'>>('draft')({
  publish: { from: ['draft'], to: 'published', allows: isCoordinator },
  start: { from: ['published'], to: 'running', allows: isCoordinator },
  close: { from: ['running'], to: 'closed', allows: isCoordinator },
  archive: { from: ['closed'], to: 'archived', allows: isCoordinator },
})
export type EditionStep = (typeof editing.names)[number]

/** Rules may be corrected until the edition is closed; after publication only with a written reason that everybody can read. */
export function mayEdit(actor: Actor, edition: Pick<Edition, 'id' | 'state'>): Verdict<'not-yours' | 'wrong-state'> {
  if (!isCoordinator(actor, edition)) return no('not-yours')
  return ['draft', 'published', 'running'].includes(edition.state) ? { ok: true } : no('wrong-state')
}
/** An edition closes once its results are out, and is archived once its personal data is gone. */
export function isTimeFor(step: EditionStep, edition: Pick<Edition, 'phases' | 'rules'>, today: Day): boolean {
  if (step === 'close') return edition.phases.every(phase => phase.kind !== 'results' || phase.from <= today)
  if (step === 'archive') return (edition.rules.legal.retentionUntil ?? today) <= today
  return true
}

export const needsReason = (edition: Pick<Edition, 'state'>): boolean => edition.state !== 'draft'

/** Units, the city's own data and a new edition belong to the coordinator of the whole programme. */
export const mayManage = (actor: Actor): Verdict<'not-yours'> => (has(actor, 'coordinator') ? { ok: true } : no('not-yours'))

export const editionSections = ['phases', 'pools', 'rules', 'parts'] as const
export type EditionSection = (typeof editionSections)[number]

declare module '#kit/facts.ts' {
  interface Facts {
    'edition.created': { title: string }
    'edition.changed': { title: string; section: EditionSection; reason: string }
    'edition.explained': { title: string; points: readonly string[] }
    'edition.published': { title: string }
    'edition.started': { title: string }
    'edition.closed': { title: string }
    'edition.archived': { title: string }
    'unit.added': { code: string; name: string }
    'unit.changed': { code: string; name: string }
    'city.described': { name: string }
  }
}
/** What the programme settled is public history: it is kept as long as the city's own records of a budget. */
export const programmeFacts = {
  'edition.created': { keep: { years: 25 } },
  'edition.changed': { keep: { years: 25 } },
  'edition.explained': { keep: { years: 25 } },
  'edition.published': { keep: { years: 25 } },
  'edition.started': { keep: { years: 25 } },
  'edition.closed': { keep: { years: 25 } },
  'edition.archived': { keep: { years: 25 } },
  'unit.added': { keep: { years: 25 } },
  'unit.changed': { keep: { years: 25 } },
  'city.described': { keep: { years: 25 } },
} satisfies FactRules
