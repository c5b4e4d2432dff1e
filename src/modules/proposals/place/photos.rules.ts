import { type Actor, has } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { VersionPhoto } from '#modules/proposals/drafting/drafting.rules.ts'
import { isAuthor, type ProjectCase } from '#modules/proposals/proposals.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'project.photo-added': { title: string }
    'project.photo-removed': { title: string }
    'project.photo-withdrawn': { title: string }
  }
}
export const photosFacts = {
  'project.photo-added': { keep: { years: 10 } },
  'project.photo-removed': { keep: { years: 10 } },
  'project.photo-withdrawn': { keep: { years: 10 } },
} satisfies FactRules

export const photoLimits = { most: 5, alt: 200, caption: 200 } as const

/** Such a photo of a version, and whether its picture may still be seen. */
export type HeldPhoto = VersionPhoto & { readonly there: boolean }

/** Consent may be taken back at any time, of a version that waits or was submitted too. */
export const mayWithdrawPhoto = (actor: Actor, project: Pick<ProjectCase, 'authorIds'>): Verdict<'not-yours'> =>
  isAuthor(actor, project) || has(actor, 'moderator') ? yes : no('not-yours')

/** What the draft shows now, and what only versions from before still hold. */
export const photoSubjects = ['photos', 'former photos'] as const
export const photosOf = (projectId: string): string => `${photoSubjects[0]} ${projectId}`
export const formerPhotosOf = (projectId: string): string => `${photoSubjects[1]} ${projectId}`

/** Photos that came and went between two versions. */
export function photoChanges(was: readonly VersionPhoto[], is: readonly VersionPhoto[]) {
  const without = (these: readonly VersionPhoto[], those: readonly VersionPhoto[]) =>
    these.filter(({ digest }) => !those.some(other => other.digest === digest))
  return { added: without(is, was), gone: without(was, is) }
}
