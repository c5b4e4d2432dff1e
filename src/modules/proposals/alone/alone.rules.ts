import type { Actor } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Problem, SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { isLead, mayEdit, type ProjectCase, type ProjectPath } from '#modules/proposals/proposals.rules.ts'
import { slugs } from '#modules/proposals/views.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'project.stated': { title: string; version: number }
    'project.made-joint': { title: string }
  }
}
export const aloneFacts = { 'project.stated': { keep: { years: 10 } }, 'project.made-joint': { keep: { years: 10 } } } satisfies FactRules

/** What whoever submits alone must say for themself; the same that the paper form asks to sign. */
export const statements = ['resident', 'rules'] as const

/** The field of the one page in which a problem is put right. */
export const fieldOf = (problem: Problem): string => ('section' in problem ? slugs[problem.section] : 'co-0')
export const fieldOfSection = (section: SectionName): string => slugs[section]

/** Where one person's project is to be may change until others have seen it: what they said of it belongs to that place. */
export function mayMove(
  actor: Actor,
  project: ProjectCase,
): Verdict<Extract<ReturnType<typeof mayEdit>, { ok: false }>['why'] | 'not-lead' | 'not-alone' | 'already-shared'> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (!isLead(actor, project)) return no('not-lead')
  if (project.path !== 'individual') return no('not-alone')
  return project.visibility === 'private' ? yes : no('already-shared')
}

/** One person's project may become a joint one while it is written; it is the same project. */
export function mayMakeJoint(
  actor: Actor,
  project: ProjectCase,
  pathOpen: boolean,
): Verdict<Extract<ReturnType<typeof mayEdit>, { ok: false }>['why'] | 'not-lead' | 'waits' | 'not-alone' | 'path-closed'> {
  const editing = mayEdit(actor, project)
  if (!editing.ok) return editing
  if (!isLead(actor, project)) return no('not-lead')
  if (project.path !== 'individual') return no('not-alone')
  if (project.state === 'agreeing') return no('waits')
  return pathOpen ? yes : no('path-closed')
}
export const jointPath = (kind: 'city' | 'district' | 'estate' | 'custom'): Exclude<ProjectPath, 'individual'> =>
  kind === 'city' ? 'joint-city' : 'joint-district'
