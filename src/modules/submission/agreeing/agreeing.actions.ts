import { dayOf } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { opennessOf } from '#modules/programme/calendar.rules.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { endAuthor } from '#modules/proposals/authors/authors.actions.ts'
import { recordSignature } from '#modules/proposals/drafting/versions.actions.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { acceptedBy, authorsOf, holdProject, loadProject, versionsOf } from '#modules/proposals/proposals.store.ts'
import { refusedNews, releasedNews, remindedNews, signedNews } from '#modules/submission/agreeing/agreeing.mail.tsx'
import {
  isReminderDue,
  mayRefuse,
  mayRelease,
  mayRemind,
  type ReleaseWhy,
  type RemindWhy,
  sameMark,
} from '#modules/submission/agreeing/agreeing.rules.ts'
import { lastReminder, listWaiting, noteReminder, refusalsOf, signedPageOf, writeRefusal } from '#modules/submission/agreeing/agreeing.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'

type SignedPage = {
  readonly personId: string
  readonly mark: string
  readonly file: ChosenFile | undefined
  readonly key: string
  readonly alt: string
}
type SignedWhy = Extract<Awaited<ReturnType<typeof recordSignature>>, { ok: false }>['why']

/** The mark typed from the sheet shows that it is this version that was signed; the photo of the sheet is confidential. The author is told. */
export async function recordSignedPage(ctx: Ctx, projectId: string, version: number, page: SignedPage): Promise<Verdict<SignedWhy | 'wrong-mark'>> {
  const { personId, file, key, alt } = page
  const frozen = (await versionsOf(ctx, projectId)).find(({ number }) => number === version)
  if (!frozen || !sameMark(page.mark, frozen.hash)) return no('wrong-mark')
  return inTransaction(ctx, async ctx => {
    const given = file && {
      file,
      key,
      alt,
      owner: ctx.actor.id,
      subject: signedPageOf(projectId, version, personId),
      visibility: 'confidential' as const,
    }
    const keepPage = given && (async (inner: Ctx) => keepFile(inner, given))
    const signed = await recordSignature(ctx, projectId, version, { personId, keepPage })
    if (!signed.ok) return signed
    if (signed.first) await tell(ctx, [personId], signedNews(signed.project, version))
    return yes
  })
}

/** A co-author says no to the version that waits; the lead decides what follows. */
export async function refuseVersion(
  ctx: Ctx,
  projectId: string,
  version: number,
  said: { reason: string; withoutMe: boolean },
): Promise<ReturnType<typeof mayRefuse>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayRefuse(ctx.actor, project, version, await acceptedBy(ctx, projectId, version))
    if (!verdict.ok) return verdict
    await writeRefusal(ctx, { projectId, version }, said)
    await record(ctx, 'version.refused', projectId, { title: publicTitle(project), version })
    await tell(ctx, [project.leadId], refusedNews(project, version, said.reason))
    return yes
  })
}

/** Lets somebody go who refused, so that the others may submit the version that they all accept. */
export async function releaseAuthor(ctx: Ctx, projectId: string, version: number, released: { personId: string; reason: string }) {
  return inTransaction(ctx, async (ctx): Promise<Verdict<ReleaseWhy | 'not-yours' | 'wrong-state' | 'submitted' | 'withdrawn'>> => {
    const project = await holdProject(ctx, projectId)
    const refusal = (await refusalsOf(ctx, projectId, version)).find(({ personId }) => personId === released.personId)
    const verdict = mayRelease(ctx.actor, project, refusal, released.reason)
    if (!verdict.ok) return verdict
    const author = (await authorsOf(ctx, projectId)).find(one => one.personId === released.personId && one.state === 'accepted')
    if (!author) return no('not-refused')
    const ended = await endAuthor(ctx, projectId, author.id)
    if (ended.ok) await tell(ctx, [released.personId], releasedNews(project, released.reason))
    return ended
  })
}

const missingOf = (project: Project, acceptedIds: readonly string[]) => project.authorIds.filter(id => !acceptedIds.includes(id))

/** The lead reminds everybody who has not accepted yet. */
export async function remindAuthors(ctx: Ctx, projectId: string): Promise<Verdict<RemindWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const missing = missingOf(project, await acceptedBy(ctx, projectId, project.version))
    const last = await lastReminder(ctx, projectId, project.version)
    const verdict = mayRemind(ctx.actor, project, { missing: missing.length, last, now: ctx.now })
    if (verdict.ok) await remind(ctx, project, missing)
    return verdict
  })
}

async function remind(ctx: Ctx, project: Project, missing: readonly string[]): Promise<void> {
  const edition = await loadEdition(ctx, project.editionId)
  const submission = opennessOf(edition.phases, 'submission', ctx.now)
  await noteReminder(ctx, project.id, project.version)
  await record(ctx, 'version.reminded', project.id, { title: publicTitle(project), version: project.version })
  await tell(ctx, missing, remindedNews(project, submission.state === 'open' ? submission.until : undefined))
}

/** What the house does each morning. Says how many projects it reminded. */
export async function remindWaiting(ctx: Ctx): Promise<number> {
  let reminded = 0
  for (const waiting of await listWaiting(ctx)) if (await remindIfDue(ctx, waiting)) reminded += 1
  return reminded
}

async function remindIfDue(ctx: Ctx, { id, since }: { id: string; since: Date }): Promise<boolean> {
  const { editionId } = await loadProject(ctx, id)
  const submission = opennessOf((await loadEdition(ctx, editionId)).phases, 'submission', ctx.now)
  const lastDay = submission.state === 'open' ? dayOf(submission.until) : undefined
  if (submission.state === 'over' || !isReminderDue({ since: dayOf(since), lastDay, today: dayOf(ctx.now) })) return false
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const missing = project.state === 'agreeing' ? missingOf(project, await acceptedBy(ctx, id, project.version)) : []
    if (missing.length > 0) await remind(ctx, project, missing)
    return missing.length > 0
  })
}
