import { type Selectable, sql } from 'kysely'
import type { Day } from '#kit/dates.ts'
import type { Certificate, ReportFigures } from '#modules/ambassadors/tenure/certificates.rules.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { trainedAmong } from '#modules/ambassadors/tenure/terms.store.ts'
import type { Ctx } from '#platform/context.ts'

type CertificateRow = {
  number: string
  term_id: string
  person_id: string
  shows_name: boolean
  from_day: Day
  until_day: Day
  hours: number
  meetings: number
  issued_at: Date
  issued_by: string
}
declare module '#platform/schema.ts' {
  interface Tables {
    ambassador_certificates: CertificateRow
  }
}
const certificates = ({ db }: Ctx) =>
  db
    .selectFrom('ambassador_certificates')
    .selectAll()
    .select([sql<Day>`from_day::text`.as('from_day'), sql<Day>`until_day::text`.as('until_day')])
const toCertificate = (row: Selectable<CertificateRow>): Certificate => ({
  number: row.number,
  termId: row.term_id,
  personId: row.person_id,
  showsName: row.shows_name,
  from: row.from_day,
  until: row.until_day,
  hours: row.hours,
  meetings: row.meetings,
  issuedAt: row.issued_at,
})

export async function findCertificate(ctx: Ctx, number: string): Promise<Certificate | undefined> {
  const row = await certificates(ctx).where('number', '=', number).executeTakeFirst()
  return row && toCertificate(row)
}
export async function certificateOf(ctx: Ctx, termId: string): Promise<Certificate | undefined> {
  const row = await certificates(ctx).where('term_id', '=', termId).executeTakeFirst()
  return row && toCertificate(row)
}
/** False when the term has one already. */
export async function insertCertificate({ db, actor }: Ctx, certificate: Certificate): Promise<boolean> {
  const { number, termId, personId, showsName, from, until, hours, meetings, issuedAt } = certificate
  const ids = { number, term_id: termId, person_id: personId, issued_by: actor.id }
  const made = await db
    .insertInto('ambassador_certificates')
    .values({ ...ids, shows_name: showsName, from_day: from, until_day: until, hours, meetings, issued_at: issuedAt })
    .onConflict(clash => clash.column('term_id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
export async function showName({ db }: Ctx, number: string, shown: boolean): Promise<void> {
  await db.updateTable('ambassador_certificates').set({ shows_name: shown }).where('number', '=', number).execute()
}
export async function eraseCertificatesOf({ db }: Ctx, personId: string): Promise<void> {
  await db.updateTable('ambassador_certificates').set({ person_id: '', shows_name: false }).where('person_id', '=', personId).execute()
}
export const certificatesOf = async (ctx: Ctx, personId: string): Promise<Certificate[]> =>
  (await certificates(ctx).where('person_id', '=', personId).execute()).map(toCertificate)

/** What this module knows of a term; meetings are counted by those who keep them. */
export async function figuresOf(ctx: Ctx, term: Term): Promise<ReportFigures> {
  const { rows } = await sql<Record<'requests' | 'granted' | 'practices' | 'messages' | 'replies', number>>`
    select (select count(*)::int from assistance_requests where term_id = ${term.id}) as requests,
      (select count(*)::int from assistance_requests where term_id = ${term.id} and state = 'done') as granted,
      (select count(*)::int from good_practices where author_id = ${term.personId} and state = 'shown') as practices,
      (select count(*)::int from ambassador_messages where term_id = ${term.id}) as messages,
      (select count(*)::int from ambassador_messages where term_id = ${term.id} and reply is not null) as replies`.execute(ctx.db)
  const own = rows[0] ?? { requests: 0, granted: 0, practices: 0, messages: 0, replies: 0 }
  return { ...own, trained: (await trainedAmong(ctx, [term.personId], term.editionId)).get(term.personId) }
}
