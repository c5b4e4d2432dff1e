import { dayOf } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Lack, lacksOf, type ScanKind, type Scans, scanKinds, scanSubject } from '#modules/ambassadors/applications/application-forms.rules.ts'
import { receivedNews } from '#modules/ambassadors/applications/applications.mail.tsx'
import {
  type Application,
  applying,
  type Content,
  emptyContent,
  mayStart,
  mayWrite,
  type WriteWhy,
} from '#modules/ambassadors/applications/applications.rules.ts'
import {
  findApplicationByKey,
  findApplicationOf,
  holdApplication,
  insertApplication,
  moveApplication,
  writeApplication,
} from '#modules/ambassadors/applications/applications.store.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import { loadCall } from '#modules/ambassadors/applications/calls.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { type AreaWhy, settleDrawnArea } from '#modules/programme/territories/drawn-areas.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, eraseFilesOf, filesOf, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

type Started = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: WriteWhy | 'sign-in' }

/** Begins one's own application; whoever has one already comes back to it. */
export async function startApplication(ctx: Ctx, { key, callId }: { key: string; callId: string }): Promise<Started> {
  const call = await loadCall(ctx, callId)
  return inTransaction(ctx, async ctx => {
    const mine = await findApplicationOf(ctx, call.id, ctx.actor.id)
    if (mine) return { ok: true, id: mine.id }
    const verdict = mayStart(ctx.actor, call, ctx.now)
    if (!verdict.ok) return verdict
    const id = key.replace(/^key/, 'application')
    const row = { id, key, callId, personId: ctx.actor.id, channel: 'online', enteredBy: null, receivedOn: null } as const
    const content: Content = { ...emptyContent, name: ctx.actor.name }
    if (await insertApplication(ctx, { ...row, content })) {
      await record(ctx, 'application.started', id, { title: (await loadEdition(ctx, call.editionId)).title })
      return { ok: true, id }
    }
    const first = (await findApplicationOf(ctx, call.id, ctx.actor.id))?.id ?? (await findApplicationByKey(ctx, key))
    return first ? { ok: true, id: first } : no('wrong-state')
  })
}

export type PartChange = {
  readonly version: number
  readonly content: Partial<Content>
  /** The drawn area as lines of a form; empty when it is said in words. Undefined when this step is not about it. */
  readonly drawn?: string | undefined
  readonly districtIds?: readonly string[] | undefined
  readonly scans?: Partial<Record<ScanKind, { readonly file: ChosenFile; readonly alt: string; readonly key: string }>>
}
export type PartWhy = WriteWhy | AreaWhy | FileRefusal | 'changed-meanwhile'

/** Keeps one step of the form. Nothing has to be complete yet; what cannot be kept is said. */
export async function saveApplicationPart(ctx: Ctx, id: string, change: PartChange): Promise<Verdict<PartWhy>> {
  return inTransaction(ctx, async ctx => {
    const one = await holdApplication(ctx, id)
    const verdict = mayWrite(ctx.actor, one, await loadCall(ctx, one.callId), ctx.now)
    if (!verdict.ok) return verdict
    if (one.version !== change.version) return no('changed-meanwhile')
    const place = await settlePlace(ctx, one, change)
    if (!place.ok) return place
    const kept = await keepScans(ctx, one, change.scans ?? {})
    if (!kept.ok) return kept
    const content = { ...one.content, ...change.content }
    return (await writeApplication(ctx, id, change.version, { ...place, content })) ? yes : no('changed-meanwhile')
  })
}

/** A drawn area finds its districts; without one they are chosen by hand. */
async function settlePlace(ctx: Ctx, one: Application, { drawn, districtIds }: PartChange) {
  const before = { ok: true, area: one.area, districtIds: districtIds ?? one.districtIds } as const
  if (drawn === undefined) return before
  if (drawn.trim() === '') return { ...before, area: null }
  const settled = await settleDrawnArea(ctx, drawn)
  return settled.ok ? { ok: true as const, area: settled.area, districtIds: settled.districts.map(district => district.id) } : settled
}

/** A new scan takes the place of the one before. */
export async function keepScans(
  ctx: Ctx,
  one: Pick<Application, 'id' | 'personId'>,
  scans: NonNullable<PartChange['scans']>,
): Promise<Verdict<FileRefusal>> {
  for (const kind of scanKinds) {
    const scan = scans[kind]
    if (!scan) continue
    const subject = scanSubject(one.id, kind)
    const before = await filesOf(ctx, subject)
    const kept = await keepFile(ctx, { ...scan, owner: one.personId, subject, visibility: 'confidential' })
    if (!kept.ok) return kept
    if (before.some(file => file.id !== kept.id)) await eraseFilesOf(ctx, subject, kept.id)
  }
  return yes
}

export async function scansOf(ctx: Ctx, applicationId: string): Promise<Scans> {
  const files = await filesOf(
    ctx,
    scanKinds.map(kind => scanSubject(applicationId, kind)),
  )
  const has = (kind: ScanKind) => files.some(file => file.subject === scanSubject(applicationId, kind))
  return { form: has('form'), consent: has('consent') }
}

/** What stands in the way of sending, besides the calendar. */
export async function lacksIn(ctx: Ctx, one: Application, call: Call, edition: Edition): Promise<readonly Lack[]> {
  return lacksOf(one, { call, rules: edition.rules.ambassador, scans: await scansOf(ctx, one.id) })
}

/** Sends a draft, or one that was called to complete. Sent twice it is sent once. */
export async function submitApplication(ctx: Ctx, id: string): Promise<Verdict<WriteWhy | 'incomplete'>> {
  return inTransaction(ctx, async ctx => {
    const one = await holdApplication(ctx, id)
    const call = await loadCall(ctx, one.callId)
    const verdict = mayWrite(ctx.actor, one, call, ctx.now)
    if (!verdict.ok) return verdict
    const edition = await loadEdition(ctx, one.editionId)
    if ((await lacksIn(ctx, one, call, edition)).length > 0) return no('incomplete')
    if (!(await moveApplication(ctx, one, applying.steps.submit.to))) return no('wrong-state')
    await record(ctx, 'application.submitted', id, { title: edition.title })
    await tell(ctx, [one.personId], receivedNews(one, edition.title, dayOf(ctx.now)))
    return yes
  })
}

export async function withdrawApplication(ctx: Ctx, id: string): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction(ctx, async ctx => {
    const one = await holdApplication(ctx, id)
    const verdict = applying.may(ctx.actor, 'withdraw', one)
    if (!verdict.ok) return verdict
    if (!(await moveApplication(ctx, one, applying.steps.withdraw.to))) return no('wrong-state')
    await record(ctx, 'application.withdrawn', id, { title: (await loadEdition(ctx, one.editionId)).title })
    return yes
  })
}
