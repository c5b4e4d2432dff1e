import { sql } from 'kysely'
import type { CostChange } from '#modules/proposals/cost/cost-changes.rules.ts'
import type { Degree, Met, SuggestedPart, Suggestion } from '#modules/proposals/suggestions/suggestions.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    suggestions: {
      comment_id: string
      project_id: string
      section: SuggestedPart
      change: unknown
      degree: Degree
      said_revision: number
      met: Met | null
      met_revision: number | null
      met_at: Date | null
    }
  }
}

type New = {
  readonly commentId: string
  readonly projectId: string
  readonly section: SuggestedPart
  readonly change?: CostChange | undefined
  readonly degree: Degree
  readonly revision: number
}
/** False when this very suggestion is kept already. */
export async function insertSuggestion({ db }: Ctx, { commentId, projectId, section, change, degree, revision }: New): Promise<boolean> {
  const made = await db
    .insertInto('suggestions')
    .values({
      comment_id: commentId,
      project_id: projectId,
      section,
      change: change ? JSON.stringify(change) : null,
      degree,
      said_revision: revision,
      met: null,
      met_revision: null,
      met_at: null,
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

const suggestions = ({ db }: Pick<Ctx, 'db'>) =>
  db
    .selectFrom('suggestions as g')
    .leftJoin('project_sections as s', join => join.onRef('s.project_id', '=', 'g.project_id').onRef('s.section', '=', 'g.section'))
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .selectAll('g')
    .select(sql<number>`case when g.section = 'costs' then p.costs_revision else coalesce(s.revision, 0) end`.as('revision'))

const toSuggestion = (row: Awaited<ReturnType<ReturnType<typeof suggestions>['executeTakeFirstOrThrow']>>): Suggestion => ({
  commentId: row.comment_id,
  section: row.section,
  ...(row.change !== null && { change: row.change as CostChange }),
  degree: row.degree,
  saidAt: row.said_revision,
  revision: row.revision,
  mark: row.met && row.met_at && row.met_revision !== null ? { met: row.met, revision: row.met_revision, at: row.met_at } : null,
})

/** By the comment that says it. */
export async function suggestionsOf(ctx: Ctx, projectId: string): Promise<Map<string, Suggestion>> {
  const rows = await suggestions(ctx).where('g.project_id', '=', projectId).execute()
  return new Map(rows.map(row => [row.comment_id, toSuggestion(row)]))
}

export async function findSuggestion(ctx: Ctx, projectId: string, commentId: string): Promise<Suggestion | undefined> {
  const row = await suggestions(ctx).where('g.project_id', '=', projectId).where('g.comment_id', '=', commentId).executeTakeFirst()
  return row && toSuggestion(row)
}

export async function writeMark({ db, now }: Ctx, commentId: string, met: Met, revision: number): Promise<void> {
  await db.updateTable('suggestions').set({ met, met_revision: revision, met_at: now }).where('comment_id', '=', commentId).execute()
}

/** What somebody suggested to sections of drafts; the words are kept by the talk. */
export const suggestedBy = ({ db }: Ctx, personId: string) =>
  db
    .selectFrom('suggestions as g')
    .innerJoin('comments as c', 'c.id', 'g.comment_id')
    .select(['g.comment_id as comment', 'g.project_id as projectId', 'g.section', 'g.degree', 'g.change', 'g.met', 'g.met_at as markedAt'])
    .where('c.author_id', '=', personId)
    .orderBy('c.at')
    .execute()

/** The words of a row go with the words that it was suggested with. */
export const forgetSuggestedRows = async ({ db }: Ctx, personId: string): Promise<void> => {
  const own = db.selectFrom('comments').select('id').where('author_id', '=', personId)
  await db.deleteFrom('suggestions').where('section', '=', 'costs').where('comment_id', 'in', own).execute()
}
