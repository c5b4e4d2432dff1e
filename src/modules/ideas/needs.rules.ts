import type { Actor } from '#kit/actor.ts'
import { isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { isAuthor, isCoordinator, isModerator, mayRedirect, type Said } from '#modules/ideas/space.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'need.added': { title: string }
    'need.backed': { title: string }
    'need.backing-withdrawn': { title: string }
    'need.taken-up': { title: string; idea: string; ideaTitle: string }
    'need.released': { title: string }
    'need.closed': { title: string }
  }
}
export const needsFacts = {
  'need.added': { keep: { years: 6 } },
  'need.backed': { keep: { years: 2 } },
  'need.backing-withdrawn': { keep: { years: 2 } },
  'need.taken-up': { keep: { years: 6 } },
  'need.released': { keep: { years: 6 } },
  'need.closed': { keep: { years: 6 } },
} satisfies FactRules

export const needStates = ['open', 'in-idea', 'redirected', 'closed'] as const
export type NeedState = (typeof needStates)[number]
export type Need = Said & { readonly state: NeedState }

const isAuthorOrModerator = (actor: Actor, need: Need) => isAuthor(actor, need) || isModerator(actor, need)

/** Potrzeba. It may feed several ideas; when the last of them is dropped it is open again. */
export const needing = procedure<NeedState, Actor, Need>('open')({
  join: { from: ['open', 'in-idea'], to: 'in-idea', allows: isSomebody },
  release: { from: ['in-idea'], to: 'open', allows: isSomebody },
  close: { from: ['open'], to: 'closed', allows: isAuthorOrModerator },
  redirect: { from: ['open'], to: 'redirected', allows: mayRedirect },
  resume: { from: ['redirected'], to: 'open', allows: isCoordinator },
})
/** It may feed an idea: neither closed nor with an office. */
export const isJoinable = (need: Pick<Need, 'state' | 'hidden'>): boolean => isLiveNeed(need) && needing.steps.join.from.includes(need.state)
export const isLiveNeed = (need: Pick<Need, 'state' | 'hidden'>): boolean => need.state !== 'closed' && !need.hidden
