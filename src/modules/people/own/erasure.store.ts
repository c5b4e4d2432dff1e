import { sql } from 'kysely'
import { erasedName } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** Leaves the tombstone: a row without data, so that what the person did still has an author. False when there was nobody to erase. */
export async function blankPerson({ db, wall }: Ctx, id: string): Promise<boolean> {
  const person = await db.selectFrom('persons').select('email').where('id', '=', id).where('erased_at', 'is', null).forUpdate().executeTakeFirst()
  if (!person) return false
  await db.deleteFrom('sessions').where('person_id', '=', id).execute()
  await db.deleteFrom('person_details').where('person_id', '=', id).execute()
  await db.deleteFrom('passkeys').where('person_id', '=', id).execute()
  await db.deleteFrom('takeover_codes').where('person_id', '=', id).execute()
  await db.deleteFrom('phone_news').where('person_id', '=', id).execute()
  await db.deleteFrom('letters').where('person_id', '=', id).execute()
  await db.deleteFrom('sign_in_codes').where('person_id', '=', id).execute()
  if (person.email) {
    await db.deleteFrom('sign_in_codes').where('email', '=', person.email).execute()
    await db.deleteFrom('letters').where('address', '=', person.email).execute()
  }
  await db
    .updateTable('grants')
    .set({ until: wall, ended_by: id })
    .where('person_id', '=', id)
    .where(is => is.or([is('until', 'is', null), is('until', '>', wall)]))
    .execute()
  await db
    .updateTable('persons')
    .set({
      display_name: erasedName,
      full_name: null,
      named_at: null,
      email: null,
      email_state: 'fine',
      phone: null,
      level: 0,
      district_id: null,
      locale: 'pl',
      mail_wish: 'none',
      entered_by: null,
      confirmed_at: null,
      version: sql`version + 1`,
      erased_at: wall,
    })
    .where('id', '=', id)
    .execute()
  return true
}

/** People invited by e-mail who never came: nobody has proven that the address is theirs. */
export async function listNeverCame({ db }: Ctx, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('persons as p')
    .select('p.id')
    .where('p.confirmed_at', 'is', null)
    .where('p.entered_by', 'is', null)
    .where('p.erased_at', 'is', null)
    .where('p.created_at', '<', before)
    .where(is => is.not(is.exists(is.selectFrom('sessions as s').select('s.id').whereRef('s.person_id', '=', 'p.id'))))
    .execute()
  return rows.map(row => row.id)
}
