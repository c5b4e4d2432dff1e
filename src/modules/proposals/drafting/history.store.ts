import { sql } from 'kysely'
import { type CostLine, noSections, type SectionName, type Sections } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Moment, Part, Revision } from '#modules/proposals/drafting/history.rules.ts'
import { noSpot, type Spot } from '#modules/proposals/place/spots.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    project_named_versions: { key: string; project_id: string; name: string; at: Date; person_id: string }
  }
}

const most = 1_000

/** The newest changes of a project, without their texts. */
export async function listRevisions({ db }: Ctx, projectId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('project_revisions')
    .select(['section', 'revision', 'person_id as personId', 'at', 'credit'])
    .where('project_id', '=', projectId)
    .orderBy('at', 'desc')
    .orderBy('revision', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ credit, ...row }) => ({ ...row, credit: credit ?? undefined }))
}

/** Named moments and frozen versions, newest first. */
export async function listMoments({ db }: Ctx, projectId: string): Promise<Moment[]> {
  const { rows } = await sql<{ at: Date; name: string | null; version: number | null; personId: string }>`
    select at, name, null::int as version, person_id as "personId" from project_named_versions where project_id = ${projectId}
    union all select created_at, null, number, created_by from project_versions where project_id = ${projectId}
    order by at desc`.execute(db)
  return rows.map(({ name, version, ...row }) => ({ ...row, name: name ?? undefined, version: version ?? undefined }))
}

export type DraftThen = { readonly sections: Sections; readonly costs: readonly CostLine[]; readonly spot: Spot }
/** What the draft said at a moment. */
export async function draftAt({ db }: Ctx, projectId: string, at: Date): Promise<DraftThen> {
  const rows = await db
    .selectFrom('project_revisions')
    .distinctOn('section')
    .select(['section', 'content'])
    .where('project_id', '=', projectId)
    .where('at', '<=', at)
    .orderBy('section')
    .orderBy('revision', 'desc')
    .execute()
  const said = new Map<Part, unknown>(rows.map(row => [row.section, row.content]))
  const sections = Object.fromEntries([...said].filter(([part]) => part !== 'costs' && part !== 'spot')) as Record<SectionName, string>
  return {
    sections: { ...noSections, ...sections },
    costs: (said.get('costs') as CostLine[] | undefined) ?? [],
    spot: (said.get('spot') as Spot | undefined) ?? noSpot,
  }
}

/** False when this very form has been posted before. */
export async function insertNamed({ db, actor, now }: Ctx, projectId: string, { key, name }: { key: string; name: string }): Promise<boolean> {
  const made = await db
    .insertInto('project_named_versions')
    .values({ key, project_id: projectId, name, at: now, person_id: actor.id })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
