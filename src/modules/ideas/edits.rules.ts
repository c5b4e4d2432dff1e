import type { Actor } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isAuthor, type Said } from '#modules/ideas/space.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'need.edited': { title: string }
    'need.extended': { title: string }
    'idea.edited': { title: string }
    'idea.extended': { title: string }
  }
}
export const editsFacts = {
  'need.edited': { keep: { years: 6 } },
  'need.extended': { keep: { years: 6 } },
  'idea.edited': { keep: { years: 6 } },
  'idea.extended': { keep: { years: 6 } },
} satisfies FactRules

export const editLimits = { hours: 1, additionMin: 10, additionMax: 1000, additions: 10 } as const
export type EditWhy = 'not-author' | 'ended' | 'edited' | 'backed'
type Edited = Pick<Said, 'authorId' | 'createdAt' | 'editedAt'> & { readonly live: boolean }

/** Once: within an hour, or while nobody stands behind it. What people have backed does not change under them. */
export function mayEditSaid(actor: Actor, said: Edited, backings: number, now: Date): Verdict<EditWhy> {
  const own = mayExtend(actor, said, 0)
  if (!own.ok) return no(own.why === 'ended' ? 'ended' : 'not-author')
  if (said.editedAt) return no('edited')
  const fresh = now.getTime() - said.createdAt.getTime() <= editLimits.hours * 3_600_000
  return fresh || backings === 0 ? yes : no('backed')
}

/** Later, only additions with their time. */
export function mayExtend(
  actor: Actor,
  said: Pick<Edited, 'authorId' | 'live'>,
  additions: number,
): Verdict<'not-author' | 'ended' | 'too-many-additions'> {
  if (!isAuthor(actor, said)) return no('not-author')
  if (!said.live) return no('ended')
  return additions < editLimits.additions ? yes : no('too-many-additions')
}

export type Addition = { readonly text: string; readonly at: Date }
export type Before = { readonly title: string; readonly text: string; readonly until: Date }
