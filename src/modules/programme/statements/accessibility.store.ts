import type { Day } from '#kit/dates.ts'
import type { KeptStatement, Statement } from '#modules/programme/statements/accessibility.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    accessibility_statements: { version: number; content: unknown; editor_id: string; editor_name: string; at: Date }
  }
}

/** The newest statement; undefined until the city has made its first. */
export async function findStatement({ db }: Ctx): Promise<KeptStatement | undefined> {
  const row = await db.selectFrom('accessibility_statements').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && { version: row.version, statement: row.content as Statement, editorName: row.editor_name, at: row.at }
}

/** Day of the last review, for the legal check of an edition. */
export const accessibilityStatementDate = async (ctx: Ctx): Promise<Day | undefined> => (await findStatement(ctx))?.statement.reviewedOn

/** Answers false if somebody has written this version already. */
export async function insertStatement({ db, actor, now }: Ctx, version: number, statement: Statement): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accessibility_statements')
    .values({ version, content: JSON.stringify(statement), editor_id: actor.id, editor_name: actor.name, at: now })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
