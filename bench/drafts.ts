import { newId } from '#kit/ids.ts'
import type { Database } from '#platform/db.ts'
import type { Resident } from './city.ts'

/** Open drafts, each written by so many of the residents, taken in turns. Answers their ids, with their authors. */
export async function fillDrafts(
  { pool }: Database,
  residents: readonly Resident[],
  drafts: number,
  authors: number,
): Promise<{ id: string; authors: readonly Resident[] }[]> {
  const made = []
  for (let n = 0; n < drafts; n++) {
    const id = newId('project')
    const own = Array.from({ length: authors }, (_, i) => residents[(n * authors + i) % residents.length] as Resident)
    await pool.query(
      `insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, created_at, changed_at)
       select $1, $1, e.id, t.id, $2, 'joint-district', 'draft', 'shared', now(), now()
       from (select edition_id as id from ideas limit 1) e, (select id from territories where kind = 'district' limit 1) t`,
      [id, own[0]?.id],
    )
    await pool.query(
      `insert into project_authors (id, project_id, person_id, state, invited_by, invited_at, answered_at)
       select $1 || '_' || person, $1, person, 'accepted', person, now(), now() from unnest($2::text[]) person`,
      [id, own.map(author => author.id)],
    )
    made.push({ id, authors: own })
  }
  return made
}
