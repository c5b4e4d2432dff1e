import type { Ctx } from '#platform/context.ts'

export type KeptLetter = {
  readonly id: string
  readonly personId: string | null
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly replyTo: string | undefined
  readonly state: string
  readonly createdAt: Date
}

export async function findLetter({ db }: Ctx, id: string): Promise<KeptLetter | undefined> {
  const row = await db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toLetter(row)
}

/** The newest letters first, for the page that shows what the demo has sent. */
export async function listLetters({ db }: Ctx, limit: number): Promise<KeptLetter[]> {
  const rows = await db.selectFrom('letters').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(toLetter)
}

type Row = {
  id: string
  person_id: string | null
  address: string
  subject: string
  body_text: string
  body_html: string
  reply_to: string | null
  state: string
  created_at: Date
}
const toLetter = (row: Row): KeptLetter => ({
  id: row.id,
  personId: row.person_id,
  address: row.address,
  subject: row.subject,
  text: row.body_text,
  html: row.body_html,
  replyTo: row.reply_to ?? undefined,
  state: row.state,
  createdAt: row.created_at,
})

/** What became of a letter. A city keeps no text of a letter that has left; the demo keeps it to show it. */
export async function markLetter({ db, wall }: Ctx, id: string, state: 'sent' | 'bounced', keepText: boolean): Promise<void> {
  const blank = keepText ? {} : { body_text: '', body_html: '', reply_to: null }
  await db
    .updateTable('letters')
    .set({ state, sent_at: wall, ...blank })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

export async function sweepLetters({ db }: Ctx, before: Date): Promise<number> {
  const gone = await db.deleteFrom('letters').where('created_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
