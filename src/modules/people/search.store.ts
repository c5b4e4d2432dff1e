import { sql } from 'kysely'
import type { Role } from '#kit/actor.ts'
import type { FoundPerson } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'

export const mostFound = 50

/** People by a part of their public name, or by their exact e-mail: no list of addresses comes out of it. Without words: everybody with a role. */
export async function searchPeople({ db, wall }: Ctx, words: string): Promise<FoundPerson[]> {
  const held = sql<Role[] | null>`(select array_agg(distinct role order by role) from grants
    where person_id = p.id and since <= ${wall} and (until is null or until > ${wall}))`
  let query = db
    .selectFrom('persons as p')
    .select(['p.id', 'p.display_name as name', 'p.level', sql<boolean>`p.email is null`.as('noEmail'), held.as('roles')])
    .where('p.erased_at', 'is', null)
    .orderBy(sql`p.display_name collate "pl-x-icu"`)
    .limit(mostFound + 1)
  if (words.includes('@')) query = query.where('p.email', '=', words.trim().toLowerCase())
  else if (words)
    query = query.where(is =>
      is.or([
        is(sql`plain(p.display_name)`, 'like', sql`'%' || plain(${likely(words)}) || '%'`),
        is(sql`plain(p.full_name)`, 'like', sql`'%' || plain(${likely(words)}) || '%'`),
      ]),
    )
  else query = query.where(held, 'is not', null)
  return (await query.execute()).map(row => ({ ...row, roles: row.roles ?? [] }))
}

const likely = (words: string) => words.replace(/[\\%_]/g, mark => `\\${mark}`)
