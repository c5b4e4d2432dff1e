import { type Actor, has, isSomebody } from '#kit/actor.ts'
import type { Point } from '#kit/geo.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

/** How something reached us: nobody without the internet is left out, and everybody sees where a voice came from. */
export const channels = ['online', 'meeting', 'office', 'paper', 'phone'] as const
export type Channel = (typeof channels)[number]

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
  readonly enteredBy: string | null
  readonly channel: Channel
  readonly createdAt: Date
  /** Why it was closed or dropped. */
  readonly reason: string | null
}

export const limits = { titleMin: 5, titleMax: 100, textMin: 20, textMax: 3000, placeMax: 200, reasonMin: 10, reasonMax: 500 } as const

export const isAuthor = (actor: Actor, said: Pick<Said, 'authorId'>): boolean => isSomebody(actor) && actor.id === said.authorId
export const isModerator = (actor: Actor, { territoryId, editionId }: Pick<Said, 'territoryId' | 'editionId'>): boolean =>
  has(actor, 'moderator', { territoryId, editionId })

/** Whoever may bring in the words of a person without e-mail: the office everywhere, an ambassador in their own area. */
export const mayEnterFor = (actor: Actor, territoryId?: string): Verdict<'not-yours'> =>
  has(actor, 'clerk', { territoryId }) || has(actor, 'ambassador', { territoryId }) ? yes : no('not-yours')

/** Everybody signed in may join while the phase is open. `open` is the calendar's answer. */
export const mayJoinIn = <Why extends string>(actor: Actor, open: Verdict<Why>): Verdict<Why | 'sign-in'> => {
  if (!open.ok) return open
  return isSomebody(actor) ? yes : no('sign-in')
}

/** Backing is for others: the author counts already. */
export const mayBack = <Why extends string>(
  actor: Actor,
  said: Pick<Said, 'authorId'>,
  live: boolean,
  open: Verdict<Why>,
): Verdict<Why | 'sign-in' | 'own' | 'wrong-state'> => {
  if (!live) return no('wrong-state')
  const joining = mayJoinIn(actor, open)
  if (!joining.ok) return joining
  return isAuthor(actor, said) ? no('own') : yes
}
