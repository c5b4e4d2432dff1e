import { createHash } from 'node:crypto'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { addressOf } from '#modules/people/people.store.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { joining } from '#modules/proposals/authors/authors.rules.ts'
import { moveAuthor } from '#modules/proposals/authors/authors.store.ts'
import { costTotal, problemsOf, type Snapshot } from '#modules/proposals/drafting/drafting.rules.ts'
import { moveProject, nextNumber } from '#modules/proposals/drafting/drafting.store.ts'
import { settleProject } from '#modules/proposals/drafting/together.actions.ts'
import { dropShared } from '#modules/proposals/drafting/together.store.ts'
import { insertAcceptance, insertVersion, markSubmitted } from '#modules/proposals/drafting/versions.store.ts'
import { hasSubmittedEnough, holdSubmissionsOf, type Terms, termsOf } from '#modules/proposals/limits.store.ts'
import { tellAllAgreed, tellReopened, tellSubmitted, tellVersionWaits } from '#modules/proposals/news.actions.ts'
import { photosToFreeze } from '#modules/proposals/place/photos.actions.ts'
import { photosOf } from '#modules/proposals/place/photos.rules.ts'
import { isMarked } from '#modules/proposals/place/spots.rules.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import {
  drafting,
  isLead,
  mayAccept,
  mayFreeze,
  mayRecordSignature,
  mayReopen,
  maySubmit,
  type Project,
  publicNumber,
  publicTitle,
} from '#modules/proposals/proposals.rules.ts'
import { acceptedBy, authorsOf, costsOf, holdProject, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { isBarredBy } from '#modules/proposals/twins/twins.rules.ts'
import { findTwin, holdTwins } from '#modules/proposals/twins/twins.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { canonical } from '#platform/digests.ts'
import { publishFiles } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

export const hashOf = (snapshot: Snapshot): string => createHash('sha256').update(canonical(snapshot)).digest('hex')

export async function problemsOfProject(ctx: Ctx, project: Project, terms: Terms) {
  const [sections, costs] = [await sectionsOf(ctx, project.id), await costsOf(ctx, project.id)]
  return problemsOf(sections, costs, terms.limits)
}

/** Freezes what stands now as a version that all accept, or nobody. Whoever freezes accepts with it. */
export async function freezeProject(
  ctx: Ctx,
  id: string,
): Promise<ReturnType<typeof mayFreeze> & { readonly version?: number; readonly project?: Project }> {
  return inTransaction(ctx, async ctx => {
    await holdProject(ctx, id)
    // to the last letter that anybody was told is kept
    await settleProject(ctx, id)
    const project = await loadProject(ctx, id)
    const [sections, costs, spot, { limits }] = [
      await sectionsOf(ctx, id),
      await costsOf(ctx, id),
      await spotOf(ctx, id),
      await termsOf(ctx, project),
    ]
    const photos = await photosToFreeze(ctx, id)
    const verdict = mayFreeze(ctx.actor, project, problemsOf(sections, costs, limits).length)
    if (!verdict.ok) return verdict
    const number = project.version + 1
    const snapshot: Snapshot = {
      projectId: id,
      number,
      sections,
      costs,
      total: costTotal(costs),
      ...(isMarked(spot) && { spot }),
      ...(photos.length > 0 && { photos }),
    }
    const hash = hashOf(snapshot)
    if (!(await moveProject(ctx, id, 'draft', drafting.steps.freeze.to, { version: number }))) return no('waits')
    await insertVersion(ctx, snapshot, hash)
    await insertAcceptance(ctx, id, number, { personId: ctx.actor.id, how: 'own' })
    await record(ctx, 'project.frozen', id, { title: publicTitle(project), version: number, hash })
    await tellVersionWaits(ctx, project, number)
    return { ...yes, version: number, project }
  })
}

/** An author does not agree with the frozen version, or has something to add: it opens again, with the reason, and all accept anew. */
export async function reopenProject(ctx: Ctx, id: string, reason: string): Promise<ReturnType<typeof mayReopen> & { readonly project?: Project }> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const verdict = mayReopen(ctx.actor, project)
    if (!verdict.ok) return verdict
    if (!(await moveProject(ctx, id, 'agreeing', drafting.steps.reopen.to))) return no('not-waiting')
    const title = publicTitle(project)
    await record(ctx, 'project.reopened', id, { title, version: project.version, reason: title === '' ? '' : reason })
    await tellReopened(ctx, project, reason)
    return { ...yes, project }
  })
}

/** `all` says that with this one everybody has accepted. Accepting twice is accepting once. */
export type Accepted = { readonly ok: true; readonly first: boolean; readonly all: boolean; readonly project: Project }

export async function acceptVersion(ctx: Ctx, id: string, version: number): Promise<Accepted | Exclude<ReturnType<typeof mayAccept>, { ok: true }>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const accepted = await acceptedBy(ctx, id, version)
    const verdict = mayAccept(ctx.actor, project, version, accepted)
    if (!verdict.ok) return verdict.why === 'already-accepted' ? { ok: true, first: false, all: false, project } : verdict
    const first = await insertAcceptance(ctx, id, version, { personId: ctx.actor.id, how: 'own' })
    if (first) await record(ctx, 'version.accepted', id, { title: publicTitle(project), version })
    return tellIfAgreed(ctx, { ok: true, first, all: first && isAgreed(project, [...accepted, ctx.actor.id]), project })
  })
}

const isAgreed = (project: Project, acceptedIds: readonly string[]) => project.authorIds.every(id => acceptedIds.includes(id))

async function tellIfAgreed(ctx: Ctx, accepted: Accepted): Promise<Accepted> {
  if (accepted.all) await tellAllAgreed(ctx, accepted.project)
  return accepted
}

type Signature = {
  readonly personId: string
  /** Keeps the photo of the signed page, once it is known that the signature may be recorded. */
  readonly keepPage?: ((ctx: Ctx) => Promise<Verdict<FileRefusal>>) | undefined
}
type SignedWhy = Exclude<ReturnType<typeof mayRecordSignature>, { ok: true }>['why'] | FileRefusal

/** The lead, a clerk or an ambassador records that an author has signed the printed page. */
export async function recordSignature(
  ctx: Ctx,
  id: string,
  version: number,
  { personId, keepPage }: Signature,
): Promise<Accepted | { readonly ok: false; readonly why: SignedWhy }> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const acceptedIds = await acceptedBy(ctx, id, version)
    const hasEmail = (await addressOf(ctx, personId)).email !== undefined
    const verdict = mayRecordSignature(ctx.actor, project, { personId, hasEmail, scanned: keepPage !== undefined, version, acceptedIds })
    if (!verdict.ok) return verdict.why === 'already-accepted' ? { ok: true, first: false, all: false, project } : verdict
    const kept = await keepPage?.(ctx)
    if (kept && !kept.ok) return kept
    const first = await insertAcceptance(ctx, id, version, { personId, how: 'signature' })
    if (first) await record(ctx, 'version.signed', id, { title: publicTitle(project), version, personId })
    return tellIfAgreed(ctx, { ok: true, first, all: first && isAgreed(project, [...acceptedIds, personId]), project })
  })
}

export async function isBarred(ctx: Ctx, project: Project, { edition }: Terms): Promise<boolean> {
  if (!edition.rules.submission.sameInCityAndDistrictForbidden) return false
  await holdTwins(ctx, edition.id)
  return isBarredBy(await findTwin(ctx, project), true)
}

type Submitted = { readonly ok: true; readonly publicNo: string; readonly first: boolean; readonly project: Project }

/** Submits the version that all have accepted. A second click gets the same number. */
export async function submitProject(ctx: Ctx, id: string): Promise<Submitted | Exclude<ReturnType<typeof maySubmit>, { ok: true }>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    if (project.state === 'submitted' && project.publicNo && isLead(ctx.actor, project))
      return { ok: true, publicNo: project.publicNo, first: false, project }
    const terms = await termsOf(ctx, project)
    const problems = (await problemsOfProject(ctx, project, terms)).length
    const acceptedIds = await acceptedBy(ctx, id, project.version)
    const barred = await isBarred(ctx, project, terms)
    // two at once by one person are counted one after the other
    if (terms.edition.rules.submission.perPerson !== null) await holdSubmissionsOf(ctx, project.leadId)
    const full = await hasSubmittedEnough(ctx, terms.edition, project.leadId)
    const verdict = maySubmit(ctx.actor, project, { acceptedIds, problems, phase: terms.maySubmitNow, barred, full })
    if (!verdict.ok) return verdict
    const publicNo = await numberOf(ctx, project, terms)
    if (!(await moveProject(ctx, id, 'agreeing', drafting.steps.submit.to, { publicNo }))) return no('not-agreed')
    const hash = await markSubmitted(ctx, id, project.version)
    await publishFiles(ctx, photosOf(id))
    await endInvitations(ctx, id)
    await dropShared(ctx, id)
    await record(ctx, 'project.submitted', id, { title: project.title, publicNo, version: project.version })
    await tellSubmitted(ctx, project, { publicNo, hash })
    return { ok: true, publicNo, first: true, project }
  })
}

export async function numberOf(ctx: Ctx, project: Project, { edition, pool }: Terms): Promise<string> {
  const territory = await loadTerritory(ctx, project.territoryId)
  const n = await nextNumber(ctx, edition.id, pool?.id ?? territory.id)
  return publicNumber(territory.kind === 'city' ? null : territory.number, n, edition.year)
}

async function endInvitations(ctx: Ctx, id: string): Promise<void> {
  for (const author of await authorsOf(ctx, id))
    if (author.state === 'invited') await moveAuthor(ctx, author.id, 'invited', joining.steps.withdraw.to)
}
