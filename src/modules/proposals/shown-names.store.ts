import { namesOf, wholeNamesOf } from '#modules/people/people.store.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { findProject } from '#modules/proposals/proposals.store.ts'
import type { Ctx } from '#platform/context.ts'

/**
 * Names of people on every page of a project, its past ones too: as each chose, but for the authors of a submitted one whole where the rules of the
 * edition say so.
 */
export async function shownNames(
  ctx: Ctx,
  project: Pick<Project, 'state' | 'editionId' | 'authorIds'>,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const names = await namesOf(ctx, personIds)
  if (project.state !== 'submitted') return names
  const { rules } = await loadEdition(ctx, project.editionId)
  if (rules.drafting.authorNames === 'own') return names
  const authors = personIds.filter(id => project.authorIds.includes(id))
  return new Map([...names, ...(await wholeNamesOf(ctx, authors))])
}

/** The same on a page about a thing that may be a project. */
export async function shownNamesOn(ctx: Ctx, thingId: string, personIds: readonly string[]): Promise<Map<string, string>> {
  const project = thingId.startsWith('project_') ? await findProject(ctx, thingId) : undefined
  return project ? shownNames(ctx, project, personIds) : namesOf(ctx, personIds)
}
