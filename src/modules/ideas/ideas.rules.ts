import { type Actor, has, house, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Need } from '#modules/ideas/needs.rules.ts'
import { type Authored, isAuthor, isCoordinator, isModerator, mayRedirect, type Said } from '#modules/ideas/space.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'idea.proposed': { title: string }
    'idea.backed': { title: string }
    'idea.backing-withdrawn': { title: string }
    'idea.needs-joined': { title: string; needs: readonly string[] }
    'idea.taken-up': { title: string }
    'idea.dropped': { title: string }
  }
}
export const ideasFacts = {
  'idea.proposed': { keep: { years: 6 } },
  'idea.backed': { keep: { years: 2 } },
  'idea.backing-withdrawn': { keep: { years: 2 } },
  'idea.needs-joined': { keep: { years: 6 } },
  'idea.taken-up': { keep: { years: 6 } },
  'idea.dropped': { keep: { years: 6 } },
} satisfies FactRules

export const ideaStates = ['proposed', 'drafting', 'redirected', 'dropped', 'continued'] as const
export type IdeaState = (typeof ideaStates)[number]
export type Idea = Said & { readonly state: IdeaState }

const isHouse = (actor: Actor) => actor === house
const isAuthorOrModerator = (actor: Actor, idea: Idea) => isAuthor(actor, idea) || isModerator(actor, idea)

/** Pomysł. Anybody may start a joint draft from it; only its author or a moderator, with a reason, may drop it. */
export const shaping = procedure<IdeaState, Actor, Idea>('proposed')({
  draft: { from: ['proposed'], to: 'drafting', allows: isSomebody },
  drop: { from: ['proposed'], to: 'dropped', allows: isAuthorOrModerator },
  // 6.3: a matter for another office; what the office refuses waits here again
  redirect: { from: ['proposed'], to: 'redirected', allows: mayRedirect },
  resume: { from: ['redirected'], to: 'proposed', allows: isCoordinator },
  // joined with another one or divided: nobody's step alone, the house takes it once all authors have agreed
  goOn: { from: ['proposed', 'drafting'], to: 'continued', allows: isHouse },
  comeBack: { from: ['continued'], to: 'proposed', allows: isHouse },
})
export const isLiveIdea = (idea: Pick<Idea, 'state' | 'hidden'>): boolean => idea.state !== 'dropped' && idea.state !== 'continued' && !idea.hidden

/** A need is tied to an idea with the consent of one of them: the author of either, or whoever keeps order there. */
export function mayTie(actor: Actor, idea: Idea, need: Authored & Pick<Need, 'state'>): Verdict<'not-yours' | 'wrong-state' | 'ended'> {
  if (idea.state !== 'proposed') return no('wrong-state')
  if (need.state === 'closed') return no('ended')
  if (need.state === 'redirected') return no('wrong-state')
  const keepsOrder = isModerator(actor, idea) || has(actor, 'ambassador', { territoryId: idea.territoryId })
  return isAuthor(actor, idea) || isAuthor(actor, need) || keepsOrder ? yes : no('not-yours')
}
