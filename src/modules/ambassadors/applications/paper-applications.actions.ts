import { dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { assert, notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { listApplicants } from '#modules/ambassadors/applications/applicants.store.ts'
import { type Lack, lacksOf, type Scans } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { keepScans, type PartChange } from '#modules/ambassadors/applications/applications.actions.ts'
import { receivedNews } from '#modules/ambassadors/applications/applications.mail.tsx'
import { applying } from '#modules/ambassadors/applications/applications.rules.ts'
import {
  findApplicationByKey,
  findApplicationOf,
  holdApplication,
  holdCall,
  insertApplication,
  moveApplication,
  writeApplication,
} from '#modules/ambassadors/applications/applications.store.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import {
  cameInTime,
  mayEnterApplications,
  type PaperApplication,
  type PaperFault,
  type PaperLine,
  readPaperTable,
} from '#modules/ambassadors/applications/paper-applications.rules.ts'
import { ensurePersonByEmail, enterPerson } from '#modules/people/people.actions.ts'
import { normalPhone } from '#modules/people/people.rules.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { readTable } from '#platform/tables.ts'
import type { FileRefusal } from '#platform/uploads.ts'

export type PaperWhyNot = 'not-clerk' | 'received-outside' | 'has-already' | 'bad-name' | 'bad-phone' | 'incomplete' | FileRefusal
export type Entered = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: PaperWhyNot; readonly lacks?: readonly Lack[] }
type Entry = PaperApplication & { readonly key: string; readonly scans?: PartChange['scans'] }

/** Writes down an application that came signed on paper; it is submitted at once. The same form sent twice is one application. */
export async function enterApplication(ctx: Ctx, callId: string, entry: Entry): Promise<Entered> {
  const call = await loadCall(ctx, callId)
  const verdict = mayEnterApplications(ctx.actor, call.editionId)
  if (!verdict.ok) return verdict
  if (!cameInTime(call, entry.receivedOn, dayOf(ctx.now))) return no('received-outside')
  const edition = await loadEdition(ctx, call.editionId)
  // the paper itself carries the signature; its scan may come later or lie in the binder
  const scans: Scans = { form: true, consent: entry.scans?.consent !== undefined }
  const lacks = lacksOf({ ...entry, area: null }, { call, rules: edition.rules.ambassador, scans })
  if (lacks.length > 0) return { ...no('incomplete'), lacks }
  return inTransaction(ctx, async ctx => {
    // two posts of one form are the same new person, so the second waits for the first
    await holdCall(ctx, call.id)
    return enter(ctx, call, edition, entry)
  })
}

async function enter(ctx: Ctx, call: Call, edition: Edition, entry: Entry): Promise<Entered> {
  const known = await findApplicationByKey(ctx, entry.key)
  if (known) return { ok: true, id: known }
  const person = await personOf(ctx, entry)
  if (!person.ok) return person
  if (await findApplicationOf(ctx, call.id, person.id)) return no('has-already')
  const id = entry.key.replace(/^key/, 'application')
  const kept = await keepScans(ctx, { id, personId: person.id }, entry.scans ?? {})
  if (!kept.ok) return kept
  const { key, channel, receivedOn, content, districtIds } = entry
  const row = { id, key, callId: call.id, personId: person.id, channel, enteredBy: ctx.actor.id, receivedOn, content }
  if (!(await insertApplication(ctx, row))) return (await findApplicationByKey(ctx, key)) ? { ok: true, id } : no('has-already')
  const draft = await holdApplication(ctx, id)
  await writeApplication(ctx, id, draft.version, { content, area: null, districtIds })
  await moveApplication(ctx, await holdApplication(ctx, id), applying.steps.submit.to)
  await record(ctx, 'application.submitted', id, { title: edition.title })
  await tell(ctx, [person.id], receivedNews({ id }, edition.title, receivedOn))
  return { ok: true, id }
}

type PersonFound = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: 'not-clerk' | 'bad-name' | 'bad-phone' }
async function personOf(ctx: Ctx, { key, email, content: { name, phone } }: Entry): Promise<PersonFound> {
  if (email !== undefined) return { ok: true, id: await ensurePersonByEmail(ctx, { email, name }) }
  const entered = await enterPerson(ctx, { id: key.replace(/^key/, 'person'), name, phone: phone === '' ? undefined : phone })
  return entered.ok ? { ok: true, id: entered.id ?? notFound('person') } : entered
}

export type PaperPreview = { readonly faults: readonly PaperFault[]; readonly fresh: readonly PaperLine[]; readonly same: number }

/** What a table would bring, without bringing it: mistakes by line, the new ones, and how many people have an application already. */
export async function previewPaperTable(ctx: Ctx, call: Call, text: string): Promise<PaperPreview> {
  const table = readTable(text)
  if ('why' in table) return { faults: [{ ...table, why: 'not-csv' }], fresh: [], same: 0 }
  const [districts, edition, applicants] = await Promise.all([listDistricts(ctx), loadEdition(ctx, call.editionId), listApplicants(ctx, call.id)])
  const { lines, faults } = readPaperTable(table, { call, districts, forms: edition.rules.ambassador.forms, today: dayOf(ctx.now) })
  const has = ({ email, content }: PaperLine) =>
    applicants.some(one =>
      email === undefined ? one.name === content.name && (one.phone ?? undefined) === normalPhone(content.phone) : one.email === email,
    )
  const fresh = lines.filter(line => !has(line))
  return { faults, fresh, same: lines.length - fresh.length }
}

export type PaperImport = Verdict<'not-clerk' | 'broken'> & { readonly faults?: readonly PaperFault[]; readonly rows?: number }

/** Brings the whole table or nothing; the same one again brings nothing new. */
export async function importPaperTable(ctx: Ctx, callId: string, text: string): Promise<PaperImport> {
  const found = await loadCall(ctx, callId)
  const verdict = mayEnterApplications(ctx.actor, found.editionId)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    await holdCall(ctx, callId)
    const { faults, fresh } = await previewPaperTable(ctx, found, text)
    if (faults.length > 0) return { ...no('broken'), faults }
    const edition = await loadEdition(ctx, found.editionId)
    for (const line of fresh) {
      const entered = await enter(ctx, found, edition, { ...line, key: newId('key') })
      assert(entered.ok, `line ${line.line} was checked and then refused`)
    }
    if (fresh.length > 0) await record(ctx, 'applications.imported', callId, { rows: fresh.length })
    return { ...yes, rows: fresh.length }
  })
}
