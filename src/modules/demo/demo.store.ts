import type { Ctx } from '#platform/context.ts'

/** Names that the demo world gave to its things ("project.park"), for the tour. */
export async function demoThings({ db }: Ctx): Promise<Readonly<Record<string, string>>> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'demo-world').executeTakeFirst()
  return (row?.value as { ids?: Record<string, string> } | undefined)?.ids ?? {}
}
