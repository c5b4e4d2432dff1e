import { type Day, dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { findAddress } from '#modules/people/own/details.store.ts'
import { findPerson } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { isLate } from '#modules/support/examining.rules.ts'
import { moreTimeNews } from '#modules/support/support.mail.tsx'
import {
  type EndorseWhy,
  type ExtendWhy,
  type KeyWhy,
  type LineFault,
  mayEndorse,
  mayExtend,
  mayHaveCome,
  mayKey,
  type ReceivedWhy,
  samePerson,
  supporting,
  type TypedLine,
  windowOf,
} from '#modules/support/support.rules.ts'
import {
  faultLine,
  findExtension,
  findNumbered,
  findOwnLine,
  insertExtension,
  insertLine,
  listLate,
  loadLine,
  moveLine,
  scansOf,
} from '#modules/support/support.store.ts'
import { keyedDigest } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

/** Another secret gives another digest, so a copy of the table alone tells nobody who signed. */
const digestOf = (secret: string, name: string, address: string) => keyedDigest(secret, 'support', samePerson(name, address))

type Keyed = { readonly ok: true; readonly fault?: LineFault | undefined }
/** A clerk keys one line from the paper. The same line again is the same line; a person who is in the list already does not count twice. */
export async function keyLine(
  ctx: Ctx,
  door: { readonly secret: string },
  projectId: string,
  typed: TypedLine,
): Promise<Keyed | { ok: false; why: KeyWhy | ReceivedWhy | 'number-taken' }> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const [edition, extension] = [await loadEdition(ctx, project.editionId), await findExtension(ctx, projectId)]
    const verdict = mayKey(ctx.actor, edition, project)
    if (!verdict.ok) return verdict
    const came = mayHaveCome(typed.receivedOn, project, dayOf(ctx.now))
    if (!came.ok) return came
    const late = isLate(typed.receivedOn, windowOf(edition, project, extension?.until, ctx.now))
    const digest = digestOf(door.secret, typed.name, typed.address)
    const there = await findNumbered(ctx, projectId, typed.number)
    if (there) return there.digest?.equals(digest) ? { ...yes, fault: there.why ?? undefined } : no('number-taken')
    const { fault: said = late ? ('late' as const) : undefined, ...words } = typed
    const line = { id: newId('support'), projectId, personId: null, digest, ...words }
    const counts = said === undefined && (await insertLine(ctx, { ...line, state: 'valid', why: null }))
    const fault = counts ? undefined : (said ?? 'duplicate')
    if (fault) await insertLine(ctx, { ...line, state: 'invalid', why: fault })
    await record(ctx, 'support.keyed', projectId, { title: publicTitle(project), line: typed.number })
    return { ...yes, fault }
  })
}

type Judged = { step: 'reject'; why: LineFault } | { step: 'restore' } | { step: 'withdraw' }
/** A clerk takes a line out of the count with a reason, counts it after all, or writes down that somebody withdrew. */
export async function judgeLine(
  ctx: Ctx,
  projectId: string,
  lineId: string,
  judged: Judged,
): Promise<Verdict<KeyWhy | 'not-yours' | 'wrong-state' | 'duplicate'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const keying = mayKey(ctx.actor, await loadEdition(ctx, project.editionId), project)
    if (!keying.ok) return keying
    const line = await loadLine(ctx, projectId, lineId)
    const verdict = supporting.may(ctx.actor, judged.step, { state: line.state, why: line.why, territoryId: project.territoryId })
    if (!verdict.ok) return verdict
    const why = { reject: 'why' in judged ? judged.why : null, restore: null, withdraw: line.why }[judged.step]
    if (!(await moveLine(ctx, lineId, line.state, supporting.steps[judged.step].to, why))) return no('duplicate')
    await recordJudged(ctx, project, line.number ?? 0, judged)
    return yes
  })
}
async function recordJudged(ctx: Ctx, project: Project, line: number, judged: Judged): Promise<void> {
  const title = publicTitle(project)
  if (judged.step === 'reject') await record(ctx, 'support.rejected', project.id, { title, line, why: judged.why })
  else if (judged.step === 'restore') await record(ctx, 'support.restored', project.id, { title, line })
  else await record(ctx, 'support.withdrawn', project.id, { title })
}

/** What the rules ask about an endorsement by account. */
export async function mayEndorseNow(ctx: Ctx, project: Project): Promise<Verdict<EndorseWhy>> {
  const [edition, extension, territory, person] = await Promise.all([
    loadEdition(ctx, project.editionId),
    findExtension(ctx, project.id),
    loadTerritory(ctx, project.territoryId),
    findPerson(ctx, ctx.actor.id),
  ])
  const window = windowOf(edition, project, extension?.until, ctx.now)
  return mayEndorse(ctx.actor, { edition, project, window, districtId: person?.districtId ?? undefined, cityWide: territory.kind === 'city' })
}

/** One endorsement of a person, whether by account or on paper. */
export async function endorse(ctx: Ctx, door: { readonly secret: string }, projectId: string): Promise<Verdict<EndorseWhy | 'on-paper'>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = await mayEndorseNow(ctx, project)
    if (!verdict.ok) return verdict
    if (await findOwnLine(ctx, projectId)) return yes
    const address = await findAddress(ctx, ctx.actor.id)
    if (!address) return no('no-address')
    const name = (await findPerson(ctx, ctx.actor.id))?.wholeName ?? ctx.actor.name
    const digest = digestOf(door.secret, name, `${address.street} ${address.houseNo}`)
    const line = { id: newId('support'), projectId, personId: ctx.actor.id, digest, number: null, name: '', address: '' }
    if (!(await insertLine(ctx, { ...line, state: 'valid', why: null }))) return no('on-paper')
    await record(ctx, 'support.endorsed', projectId, { title: publicTitle(project) })
    return yes
  })
}

/** Whoever endorsed by account may take it back at any time; twice is once. Another module asks for somebody who said so. */
export async function withdrawSupport(ctx: Ctx, projectId: string, personId = ctx.actor.id): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const own = await findOwnLine(ctx, projectId, personId)
    if (!own || !(await moveLine(ctx, own.id, 'valid', supporting.steps.withdraw.to))) return
    await record(ctx, 'support.withdrawn', projectId, { title: publicTitle(project) })
  })
}

/** The signed paper as a confidential file: whoever keyed it in and coordinators see it, until the list is swept. */
export async function keepScan(
  ctx: Ctx,
  projectId: string,
  given: { file: ChosenFile; key: string; alt: string },
): Promise<Verdict<KeyWhy | FileRefusal>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayKey(ctx.actor, await loadEdition(ctx, project.editionId), project)
    if (!verdict.ok) return verdict
    const kept = await keepFile(ctx, { ...given, owner: ctx.actor.id, subject: scansOf(projectId), visibility: 'confidential' })
    if (kept.ok) await record(ctx, 'support.scanned', projectId, { title: publicTitle(project) })
    return kept.ok ? yes : kept
  })
}

/** More time for one list: endorsing is open again, what came too late counts now, what the office had found holds no longer. The authors are told. */
export async function extendSupport(ctx: Ctx, projectId: string, until: Day, reason: string): Promise<Verdict<ExtendWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const edition = await loadEdition(ctx, project.editionId)
    const extension = await findExtension(ctx, projectId)
    if (extension?.until === until) return yes
    const verdict = mayExtend(ctx.actor, edition, project, { until, window: windowOf(edition, project, extension?.until, ctx.now) })
    if (!verdict.ok) return verdict
    await insertExtension(ctx, projectId, until, reason)
    const title = publicTitle(project)
    await record(ctx, 'support.extended', projectId, { title, until, reason: title === '' ? '' : reason })
    await countLate(ctx, project, until)
    await tell(ctx, project.authorIds, moreTimeNews(project, { until, reason }))
    return yes
  })
}

/** Pages that came after the former end, line by line: somebody who counts already does not count twice. */
async function countLate(ctx: Ctx, project: Project, until: Day): Promise<void> {
  for (const { id, number } of await listLate(ctx, project.id, until)) {
    if (await moveLine(ctx, id, 'invalid', supporting.steps.restore.to)) await recordJudged(ctx, project, number ?? 0, { step: 'restore' })
    else await faultLine(ctx, id, 'duplicate')
  }
}
