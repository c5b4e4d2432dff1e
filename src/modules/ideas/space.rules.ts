import { type Actor, has, isSomebody } from '#kit/actor.ts'
import type { Channel } from '#kit/channels.ts'
import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayNow, type PhaseKind, type PhaseWhy } from '#modules/programme/calendar.rules.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'

/** What a need and an idea share: a text about a place, said by somebody, perhaps brought in by somebody else. */
export type Said = {
  readonly id: string
  readonly editionId: string
  readonly territoryId: string
  readonly title: string
  readonly text: string
  readonly placeWords: string | null
  readonly point: Point | null
  readonly authorId: string
  /** Whoever else is its author since it was joined with another one. */
  readonly coauthorIds: readonly string[]
  readonly enteredBy: string | null
  readonly channel: Channel
  readonly createdAt: Date
  /** Why it was closed or dropped. */
  readonly reason: string | null
  /** When its author mended it, once. */
  readonly editedAt: Date | null
  /** Out of sight, by moderation. */
  readonly hidden: boolean
}

export const limits = { titleMin: 5, titleMax: 100, textMin: 20, textMax: 3000, placeMax: 200, reasonMin: 10, reasonMax: 500, needs: 30 } as const

export type SeasonWhy = PhaseWhy | 'no-edition'
/** The calendar's answer for the joint space; before any edition is published nothing is open. */
export const openIn = (edition: Pick<Edition, 'phases'> | undefined, kind: PhaseKind, now: Date): Verdict<SeasonWhy> =>
  edition ? mayNow(edition.phases, kind, now) : no('no-edition')

/** Pilot mode: a city may run only its districts' path, or only the city-wide one. */
export const hasSpace = (edition: Pick<Edition, 'parts'>, territory: Pick<Territory, 'kind'>): boolean =>
  hasPart(edition, territory.kind === 'city' ? 'city-path' : 'district-path')

export type Authored = Pick<Said, 'authorId'> & Partial<Pick<Said, 'coauthorIds'>>
export const authorsOf = ({ authorId, coauthorIds = [] }: Authored): readonly string[] => [authorId, ...coauthorIds]
export const isAuthor = (actor: Actor, said: Authored): boolean => isSomebody(actor) && authorsOf(said).includes(actor.id)
export const isModerator = (actor: Actor, { territoryId, editionId }: Pick<Said, 'territoryId' | 'editionId'>): boolean =>
  has(actor, 'moderator', { territoryId, editionId })

/** Whoever sends what is no project to the office that answers for it: the coordinator everywhere, an ambassador in their districts. */
export const mayRedirect = (actor: Actor, said: Pick<Said, 'territoryId' | 'editionId'> & Authored): boolean => {
  const { territoryId, editionId } = said
  return (isCoordinator(actor, said) || has(actor, 'ambassador', { territoryId, editionId })) && !isAuthor(actor, said)
}
export const isCoordinator = (actor: Actor, { territoryId, editionId }: Pick<Said, 'territoryId' | 'editionId'>): boolean =>
  has(actor, 'coordinator', { territoryId, editionId })

/** Everybody signed in may join while the phase is open. `open` is the calendar's answer. */
export const mayJoinIn = <Why extends string>(actor: Actor, open: Verdict<Why>): Verdict<Why | 'sign-in'> => {
  if (!open.ok) return open
  return isSomebody(actor) ? yes : no('sign-in')
}

type Backed = Authored & { readonly live: boolean }
/** Backing is for others: whoever says a thing stands behind it already. */
export const mayBack = <Why extends string>(actor: Actor, said: Backed, open: Verdict<Why>): Verdict<Why | 'sign-in' | 'own' | 'ended'> => {
  if (!said.live) return no('ended')
  const joining = mayJoinIn(actor, open)
  if (!joining.ok) return joining
  return isAuthor(actor, said) ? no('own') : yes
}

export const sorts = ['newest', 'backed'] as const
export type Sort = (typeof sorts)[number]

/** How many, by id; and public names, by person. */
export type Counts = ReadonlyMap<string, number>
export type Names = ReadonlyMap<string, string>

/** The phase in which each is said, backed and talked about. */
export const phaseOf = { need: 'needs', idea: 'ideas' } as const
