import { type Actor, has, house, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Grosze } from '#kit/money.ts'
import { procedure } from '#kit/procedure.ts'
import { isElsewhere, noSpot, type Spot } from '#modules/proposals/place/spots.rules.ts'
import { isAuthor, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'renewal.asked': { title: string; what: readonly Changed[] }
    'renewal.kept': { title: string }
    'renewal.withdrawn': { title: string }
    'renewal.lapsed': { title: string }
  }
}
/** Never who: whose support it is stands with the support alone. */
export const renewalsFacts = {
  'renewal.asked': { keep: { years: 10 } },
  'renewal.kept': { keep: { days: 180 } },
  'renewal.withdrawn': { keep: { days: 180 } },
  'renewal.lapsed': { keep: { days: 180 } },
} satisfies FactRules

export const changedParts = ['title', 'aim', 'place', 'cost'] as const
export type Changed = (typeof changedParts)[number]
/** What somebody supports, apart from how it is worded. What is unknown or not written yet is undefined. */
export type Substance = {
  readonly title: string | undefined
  readonly aim: string | undefined
  readonly place: string | undefined
  readonly cost: Grosze | undefined
  /** Where it lies on the map. */
  readonly spot?: Spot | undefined
}

const wordsOf = (text: string): string[] => text.toLocaleLowerCase('pl').match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of the former words that still stand there, each counted as often as it stood: 1 is all of them, 0 none. */
export function keptShare(was: string, is: string): number {
  const before = wordsOf(was)
  const left = new Map<string, number>()
  for (const word of wordsOf(is)) left.set(word, (left.get(word) ?? 0) + 1)
  const kept = before.filter(word => {
    const n = left.get(word) ?? 0
    left.set(word, n - 1)
    return n > 0
  })
  return before.length === 0 ? 1 : kept.length / before.length
}

const isOther = {
  // any word, taken out or added
  title: (was: string, is: string) => keptShare(was, is) < 1 || keptShare(is, was) < 1,
  // more than half of the former words are gone: mended or told in more words it is no other project
  aim: (was: string, is: string) => keptShare(was, is) < 1 / 2,
  place: (was: string, is: string) => keptShare(was, is) < 1 / 2,
}

/**
 * Which parts are others than when somebody supported; the cost by more than the rules of the edition say, the place by its words or by more than
 * fifty metres on the map (`farMetres`).
 */
export function changesOf(was: Substance, is: Substance, costPercent: number): Changed[] {
  const texts = (['title', 'aim', 'place'] as const).filter(part => {
    const [before, now] = [was[part], is[part]]
    const told = before !== undefined && now !== undefined && isOther[part](before, now)
    return told || (part === 'place' && isElsewhere(was.spot ?? noSpot, is.spot ?? noSpot))
  })
  return isDearer(was.cost, is.cost, costPercent) ? [...texts, 'cost'] : texts
}

function isDearer(was: Grosze | undefined, is: Grosze | undefined, percent: number): boolean {
  if (was === undefined || is === undefined || was === 0) return false
  return Math.abs(is - was) * 100 > was * percent
}

export const supportKinds = ['backing', 'endorsement'] as const
export type SupportKind = (typeof supportKinds)[number]
export const renewalStates = ['waiting', 'kept', 'withdrawn', 'lapsed'] as const
export type RenewalState = (typeof renewalStates)[number]
/** One supporter asked whether they keep their support. Silence keeps it. */
export type Renewal = {
  readonly id: string
  readonly projectId: string
  readonly personId: string
  readonly kind: SupportKind
  readonly state: RenewalState
  readonly what: readonly Changed[]
  /** The moment of the draft that they supported; null where it was the idea. */
  readonly baselineAt: Date | null
  readonly momentAt: Date
}
/** `assisted` is the project, where the supporter has no e-mail and the office asks by phone or letter. */
type RenewalCase = Pick<Renewal, 'state' | 'personId'> & { readonly assisted?: Pick<ProjectCase, 'territoryId' | 'authorIds'> | undefined }

const isSupporter = (actor: Actor, { personId }: RenewalCase) => isSomebody(actor) && actor.id === personId
const writesDown = (actor: Actor, { assisted }: RenewalCase) =>
  assisted !== undefined && has(actor, 'clerk', { territoryId: assisted.territoryId }) && !isAuthor(actor, assisted)
const answers = (actor: Actor, asked: RenewalCase) => isSupporter(actor, asked) || writesDown(actor, asked)

export const renewing = procedure<RenewalState, Actor, RenewalCase>('waiting')({
  keep: { from: ['waiting'], to: 'kept', allows: answers },
  // whoever kept it may still think again
  withdraw: { from: ['waiting', 'kept'], to: 'withdrawn', allows: answers },
  // what had changed was changed back
  lapse: { from: ['waiting'], to: 'lapsed', allows: actor => actor === house },
})

export type Supporter = { readonly personId: string; readonly kind: SupportKind; readonly since: Date }

/** The newest moment that somebody can have known when they supported, or last said that they keep it. */
export const baselineOf = (moments: readonly Date[], since: Date): Date | undefined =>
  moments.filter(at => at <= since).reduce<Date | undefined>((newest, at) => (newest && newest > at ? newest : at), undefined)
