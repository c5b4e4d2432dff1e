import { type Generated, type Selectable, sql } from 'kysely'
import type { Actor, Role, Scope } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import type { Locale } from '#kit/texts.ts'
import { erasedName, type MailWish, type Person } from '#modules/people/people.rules.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    persons: {
      id: string
      display_name: string
      full_name: Generated<string | null>
      named_at: Date | null
      email: string | null
      email_state: Generated<'fine' | 'failing'>
      phone: string | null
      level: Generated<0 | 1>
      district_id: string | null
      locale: Generated<Locale>
      mail_wish: Generated<MailWish>
      entered_by: string | null
      confirmed_at: Date | null
      created_at: Date
      version: Generated<number>
      erased_at: Date | null
      /** The account that this record, once kept by the office, has become part of. */
      merged_into: Generated<string | null>
    }
  }
}
type PersonRow = Selectable<import('#platform/schema.ts').Tables['persons']>

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.erased_at ? erasedName : row.display_name,
  wholeName: row.erased_at ? erasedName : (row.full_name ?? row.display_name),
  nameShown: row.full_name === null ? 'whole' : 'initial',
  named: row.named_at !== null,
  email: row.email ?? undefined,
  emailFails: row.email_state === 'failing',
  phone: row.phone ?? undefined,
  level: row.level,
  districtId: row.district_id ?? undefined,
  locale: row.locale,
  mailWish: row.mail_wish,
  enteredBy: row.entered_by ?? undefined,
  createdAt: row.created_at,
  version: row.version,
  erased: row.erased_at !== null,
})

export async function findPerson({ db }: Ctx, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}
export const loadPerson = async (ctx: Ctx, id: string): Promise<Person> => (await findPerson(ctx, id)) ?? notFound('person')

export async function findPersonByEmail({ db }: Ctx, email: string): Promise<Person | undefined> {
  const row = await db.selectFrom('persons').selectAll().where('email', '=', email.trim().toLowerCase()).executeTakeFirst()
  return row && toPerson(row)
}

/** Public names of people, "[usunięto]" for the erased; a record that was joined with an account bears the account's. */
export async function namesOf({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('persons as p')
    .innerJoin('persons as now', join => join.on(is => sql<boolean>`${is.ref('now.id')} = coalesce(p.merged_into, p.id)`))
    .select(['p.id', 'now.display_name', 'now.erased_at'])
    .where('p.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.erased_at ? erasedName : row.display_name]))
}

/** Whole names, for where the rules of an edition ask for them whatever people chose. */
export async function wholeNamesOf({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('persons').select(['id', 'full_name']).where('id', 'in', ids).where('full_name', 'is not', null).execute()
  return new Map(rows.map(row => [row.id, row.full_name ?? '']))
}

/** People without e-mail who were written down by the office or an ambassador; `by` narrows to those whom this helper wrote down. */
export async function listAssisted({ db }: Ctx, by?: string): Promise<{ id: string; name: string }[]> {
  let query = db
    .selectFrom('persons')
    .select(['id', 'display_name as name'])
    .where('email', 'is', null)
    .where('erased_at', 'is', null)
    .where('entered_by', 'is not', null)
    .orderBy(sql`display_name collate "pl-x-icu"`)
  if (by !== undefined) query = query.where('entered_by', '=', by)
  return query.execute()
}

export type MailAddress = { readonly email: string | undefined; readonly locale: Locale; readonly mailWish: MailWish; readonly wantsMail: boolean }

/** Where to write to a person. `email` is absent for those without one and for an address that returns our letters. */
export async function addressOf(ctx: Ctx, personId: string): Promise<MailAddress> {
  const person = await findPerson(ctx, personId)
  const email = person && !person.emailFails ? person.email : undefined
  const mailWish = person?.mailWish ?? 'none'
  return { email, locale: person?.locale ?? 'pl', mailWish, wantsMail: email !== undefined && mailWish !== 'none' }
}

/** People who hold a role now, for this scope. A grant without a scope covers every scope. */
export async function peopleWithRole({ db, wall }: Ctx, role: Role, scope: Scope = {}): Promise<{ id: string; name: string }[]> {
  let query = db
    .selectFrom('grants as g')
    .innerJoin('persons as p', 'p.id', 'g.person_id')
    .select(['p.id', 'p.display_name as name'])
    .distinct()
    .where('g.role', '=', role)
    .where('p.erased_at', 'is', null)
    .where('g.since', '<=', wall)
    .where(is => is.or([is('g.until', 'is', null), is('g.until', '>', wall)]))
    .orderBy('p.display_name')
  for (const [column, value] of [
    ['g.edition_id', scope.editionId],
    ['g.territory_id', scope.territoryId],
    ['g.unit_id', scope.unitId],
  ] as const)
    if (value !== undefined) query = query.where(is => is.or([is(column, 'is', null), is(column, '=', value)]))
  return query.execute()
}

/** The actor a person is right now, for work that is done in their name without a visit (timed jobs, the demo world). */
export async function actorOf({ db, wall }: Ctx, personId: string): Promise<Actor> {
  const person = await db.selectFrom('persons').select(['id', 'display_name', 'level']).where('id', '=', personId).executeTakeFirst()
  const rows = await db
    .selectFrom('grants')
    .selectAll()
    .where('person_id', '=', personId)
    .where('since', '<=', wall)
    .where(is => is.or([is('until', 'is', null), is('until', '>', wall)]))
    .execute()
  if (!person) return notFound('person')
  const grants = rows.map(row => ({
    role: row.role,
    ...(row.edition_id && { editionId: row.edition_id }),
    ...(row.territory_id && { territoryId: row.territory_id }),
    ...(row.unit_id && { unitId: row.unit_id }),
  }))
  return { id: person.id, name: person.display_name, level: person.level, grants }
}

type NewPerson = {
  id: string
  name: string
  named: boolean
  email?: string
  phone?: string
  enteredBy?: string
  confirmed?: boolean
  locale?: Locale
}
/** False when somebody with this e-mail is here already. */
export async function insertPerson({ db, wall }: Ctx, person: NewPerson): Promise<boolean> {
  const made = await db
    .insertInto('persons')
    .values({
      id: person.id,
      display_name: person.name,
      named_at: person.named ? wall : null,
      email: person.email ?? null,
      phone: person.phone ?? null,
      district_id: null,
      entered_by: person.enteredBy ?? null,
      confirmed_at: person.confirmed ? wall : null,
      created_at: wall,
      erased_at: null,
      ...(person.locale && { locale: person.locale }),
    })
    .onConflict(clash => clash.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The first time somebody proves that the address is theirs, and every change of the public name. */
export async function confirmPerson({ db, wall }: Ctx, id: string, name?: string): Promise<boolean> {
  const done = await db
    .updateTable('persons')
    .set({
      confirmed_at: sql`coalesce(confirmed_at, ${wall})`,
      email_state: 'fine',
      ...(name !== undefined && { display_name: name, full_name: null, named_at: wall, version: sql`version + 1` }),
    })
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when the profile was changed meanwhile. */
export async function updateProfile(
  { db, wall }: Ctx,
  id: string,
  version: number,
  { name, wholeName, locale, mailWish }: Pick<Person, 'name' | 'wholeName' | 'locale' | 'mailWish'>,
): Promise<boolean> {
  const done = await db
    .updateTable('persons')
    .set({
      display_name: name,
      full_name: name === wholeName ? null : wholeName,
      named_at: sql`coalesce(named_at, ${wall})`,
      locale,
      mail_wish: mailWish,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function updateEmail({ db, wall }: Ctx, id: string, email: string): Promise<void> {
  await db
    .updateTable('persons')
    .set({ email, email_state: 'fine', confirmed_at: sql`coalesce(confirmed_at, ${wall})`, version: sql`version + 1` })
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .execute()
}

/** Marks the address to which this letter could not be brought. Answers whose it is, when this is news. */
export async function markFailing({ db }: Ctx, letterId: string): Promise<string | undefined> {
  const row = await db
    .updateTable('persons as p')
    .from('letters as l')
    .set({ email_state: 'failing' })
    .where('l.id', '=', letterId)
    .whereRef('p.email', '=', sql`lower(l.address)`)
    .where('p.email_state', '=', 'fine')
    .returning('p.id')
    .executeTakeFirst()
  return row?.id
}
