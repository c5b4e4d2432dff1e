import { type Actor, has, house } from '#kit/actor.ts'
import type { Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Grosze } from '#kit/money.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'archive.imported': { title: string; projects: number }
  }
}
export const archiveFacts = { 'archive.imported': { keep: { years: 50 } } } satisfies FactRules

export const archivedOutcomes = ['won', 'no-money', 'below-threshold', 'lost', 'withdrawn'] as const
/** `no-money`: by then too little was left. `lost`: the city says so, by a rule that we do not recount. */
export type ArchivedOutcome = (typeof archivedOutcomes)[number]
/** Did our own count of the ballots give what the city published? */
export type PointsCheck = 'agree' | 'differ' | 'unstated'
export type WinnersCheck = PointsCheck | 'other-rule'

export type ArchivedEdition = {
  readonly id: string
  readonly slug: string
  readonly year: number
  readonly no: number | null
  /** Made up for the demo world. */
  readonly invented: boolean
}
export type PoolResult = {
  readonly slug: string
  readonly territoryId: string
  readonly name: string
  readonly budget: Grosze
  readonly spent: Grosze
  readonly ballots: number
  readonly voteType: string
  readonly rule: string
  /** How many projects one person could mark. */
  readonly maxMarks: number
  readonly pointsCheck: PointsCheck
  readonly winnersCheck: WinnersCheck
  readonly beginsOn: Day | null
  readonly endsOn: Day | null
  readonly comment: string | null
  readonly acknowledgments: string | null
}
export type ProjectResult = {
  readonly number: string
  readonly title: string
  readonly category: string | null
  /** Null when the file does not know it: a project withdrawn after the vote. */
  readonly cost: Grosze | null
  readonly votes: number
  readonly points: number
  /** How many people put it first, second, third. */
  readonly marks: readonly number[]
  readonly place: number
  readonly outcome: ArchivedOutcome
  /** What was left when its turn came. */
  readonly leftBefore: Grosze | null
  /** With so many points more it would have won. */
  readonly missingPoints: number | null
  /** With so many people more, who support it alone, it would have won. */
  readonly missingPeople: number | null
  readonly lon: number | null
  readonly lat: number | null
}
export type ArchivedPool = PoolResult & { readonly id: string; readonly editionId: string; readonly sourceName: string; readonly importedAt: Date }
export type ArchivedProject = ProjectResult & {
  readonly id: string
  readonly slug: string
  readonly editionId: string
  readonly poolId: string
  readonly territoryId: string
}
export type EditionSummary = ArchivedEdition & {
  readonly pools: number
  readonly projects: number
  readonly won: number
  readonly budget: number
  readonly ballots: number
}

export type PoolSummary = ArchivedPool & { readonly projects: number; readonly won: number; readonly number: number | null }

/** A past project as a line of a list, with what its address is made of. */
export type ArchivedLine = {
  readonly id: string
  readonly title: string
  readonly outcome: ArchivedOutcome
  readonly cost: Grosze | null
  readonly votes: number
  readonly points: number
  readonly year: number
  readonly territoryId: string
  readonly poolName: string
  readonly edition: string
  readonly pool: string
  readonly project: string
}

/** The result of one vote over one pool of money, as the archive takes it. */
export type Result = {
  readonly edition: Omit<ArchivedEdition, 'id'>
  readonly pool: PoolResult
  readonly projects: readonly ProjectResult[]
  readonly sourceName: string
  /** Fingerprint of the source: the same one brought again changes nothing. */
  readonly sourceHash: string
  /** The ballots as a file without anything about people; null where there are too few of them. */
  readonly file: string | null
}
export type ArchivedFile = 'kept' | 'too-few' | 'missing'

export const mayFillArchive = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))

/** "BO.D13.3/25" -> "BO.D13.3-25": a number as it can stand in an address. */
export const slugOfNumber = (number: string): string => number.replace(/[^\p{L}\d.]+/gu, '-')

type Equal = Pick<ArchivedProject, 'place' | 'points' | 'marks' | 'votes' | 'cost' | 'outcome' | 'leftBefore'>
/** Equal points of which one lost what it could have paid for before its equals, and the step that put another before it. */
export function decidingTies<T extends Equal>(projects: readonly T[]) {
  const groups = new Map<number, T[]>()
  for (const one of projects.toSorted((a, b) => a.place - b.place)) groups.set(one.points, [...(groups.get(one.points) ?? []), one])
  return [...groups].flatMap(([points, equals]) => {
    const left = equals[0]?.leftBefore ?? 0
    const contest = equals.filter(({ outcome, cost }) => (outcome === 'won' || outcome === 'no-money') && cost !== null && cost <= left)
    const [lost, before] = [contest.find(({ outcome }) => outcome !== 'won'), contest.filter(({ outcome }) => outcome === 'won').at(-1)]
    return lost && before ? [{ points, equals: contest, step: toldApart(before, lost) }] : []
  })
}
function toldApart(a: Equal, b: Equal): 'firsts' | 'votes' | 'cost' | 'number' {
  if (a.marks[0] !== b.marks[0]) return 'firsts'
  if (a.votes !== b.votes) return 'votes'
  return a.cost === b.cost ? 'number' : 'cost'
}
