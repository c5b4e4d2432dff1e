import type { Actor } from '#kit/actor.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isAuthor, isPublic, type Project } from '#modules/proposals/proposals.rules.ts'

export type ForkWhy = 'not-author' | 'same-edition' | 'not-shown'
/** What I wrote in an earlier edition may begin anew in this one. A draft that others wrote with me in private stays theirs too. */
export function mayFork(actor: Actor, project: Project, currentEditionId: string): Verdict<ForkWhy> {
  if (!isAuthor(actor, project)) return no('not-author')
  if (project.editionId === currentEditionId) return no('same-edition')
  return isPublic(project) || (project.authorIds.length === 1 && !project.hidden) ? yes : no('not-shown')
}
