import { type Actor, isSomebody } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { isAuthor, isModerator, type Said } from '#modules/ideas/space.rules.ts'

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
  'idea.proposed': { keep: { years: 10 } },
  'idea.backed': { keep: { years: 2 } },
  'idea.backing-withdrawn': { keep: { years: 2 } },
  'idea.needs-joined': { keep: { years: 10 } },
  'idea.taken-up': { keep: { years: 10 } },
  'idea.dropped': { keep: { years: 10 } },
} satisfies FactRules

export const ideaStates = ['proposed', 'drafting', 'dropped'] as const
export type IdeaState = (typeof ideaStates)[number]
export type Idea = Said & { readonly state: IdeaState }

const isAuthorOrModerator = (actor: Actor, idea: Idea) => isAuthor(actor, idea) || isModerator(actor, idea)

/** Pomysł. Anybody may start a joint draft from it; only its author or a moderator, with a reason, may drop it. */
export const shaping = procedure<IdeaState, Actor, Idea>('proposed')({
  draft: { from: ['proposed'], to: 'drafting', allows: isSomebody },
  drop: { from: ['proposed'], to: 'dropped', allows: isAuthorOrModerator },
})
export const isLiveIdea = (idea: Pick<Idea, 'state'>): boolean => idea.state !== 'dropped'
