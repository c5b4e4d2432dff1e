import type { Locale } from '#kit/texts.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'

/** People of the demo world with their line of description; empty outside the demo. */
export type DemoPerson = {
  readonly key: string
  readonly id: string
  readonly name: string
  readonly email: string | undefined
  readonly about: Readonly<Record<Locale, string>>
}
/** Every page of the demo offers them. */
export const listDemoPeople = (ctx: Ctx): Promise<DemoPerson[]> => kept(ctx.db, 'demo-people', ['person.', 'profile.'], () => readDemoPeople(ctx))
async function readDemoPeople({ db }: Ctx): Promise<DemoPerson[]> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'demo-people').executeTakeFirst()
  const told = (row?.value ?? []) as readonly { key: string; id: string; about: Record<Locale, string> }[]
  if (told.length === 0) return []
  const ids = told.map(one => one.id)
  const people = await db
    .selectFrom('persons')
    .select(['id', 'display_name', 'email'])
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  const byId = new Map(people.map(one => [one.id, one]))
  return told.flatMap(one => {
    const person = byId.get(one.id)
    return person ? [{ ...one, name: person.display_name, email: person.email ?? undefined }] : []
  })
}
