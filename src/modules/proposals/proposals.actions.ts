import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { placeInTalk } from '#modules/discussions/places.actions.ts'
import { takeUpIdea } from '#modules/ideas/ideas.actions.ts'
import { type Idea, isLiveIdea } from '#modules/ideas/ideas.rules.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { mayNow, type PhaseWhy } from '#modules/programme/calendar.rules.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { type Edition, hasPart } from '#modules/programme/programme.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { loadTerritory } from '#modules/programme/territories/territories.store.ts'
import { insertAuthor } from '#modules/proposals/authors/authors.store.ts'
import { insertProject, moveProject, showProject, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import { settleProject } from '#modules/proposals/drafting/together.actions.ts'
import { dropShared } from '#modules/proposals/drafting/together.store.ts'
import { photosOf } from '#modules/proposals/place/photos.rules.ts'
import {
  drafting,
  fits,
  mayShare,
  mayStart,
  mayWithdraw,
  type Project,
  type ProjectPath,
  publicTitle,
  type Visibility,
} from '#modules/proposals/proposals.rules.ts'
import { findProjectByKey, holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { publishFiles } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

export type NewDraft = {
  readonly key: string
  readonly path: ProjectPath
  readonly territoryId: string
  readonly title: string
  readonly visibility: Visibility
  readonly ideaId?: string
  readonly point?: Project['point']
}
type StartWhy = 'sign-in' | 'path-closed' | 'wrong-place' | 'no-edition' | 'idea-dropped' | PhaseWhy

export const partOfPath = { 'joint-district': 'district-path', 'joint-city': 'city-path', individual: 'individual' } as const

/** Is this path open for this edition and day? One alone may write both in the time of drafts and in that of submission. */
export function mayStartIn(ctx: Ctx, edition: Edition, path: ProjectPath): Verdict<'sign-in' | 'path-closed' | PhaseWhy> {
  const drafts = mayNow(edition.phases, 'drafts', ctx.now)
  const submission = mayNow(edition.phases, 'submission', ctx.now)
  const phase = drafts.ok || (submission.ok && path === 'individual') ? yes : drafts
  return mayStart(ctx.actor, { pathOpen: hasPart(edition, partOfPath[path]), phase })
}

/** Starts a draft, alone or from an idea. The same form sent twice starts one. */
export async function startProject(ctx: Ctx, draft: NewDraft): Promise<Verdict<StartWhy> & { readonly id?: string }> {
  const edition = await findCurrentEdition(ctx)
  if (!edition) return no('no-edition')
  const verdict = mayStartIn(ctx, edition, draft.path)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const territory = await loadTerritory(ctx, draft.territoryId)
    if (!fits(draft.path, territory.kind)) return no('wrong-place')
    const idea = draft.ideaId === undefined ? undefined : await loadIdea(ctx, draft.ideaId)
    const id = newId('project')
    if (idea && !isLiveIdea(idea)) return no('idea-dropped')
    if (!(await insertDraft(ctx, { ...draft, id, edition, territory, idea }))) return { ...yes, id: (await findProjectByKey(ctx, draft.key))?.id }
    await record(ctx, 'project.started', id, { title: publicTitle({ ...draft, state: drafting.first }) })
    return { ...yes, id }
  })
}

async function insertDraft(
  ctx: Ctx,
  draft: NewDraft & { id: string; edition: Edition; territory: Territory; idea?: Idea | undefined },
): Promise<boolean> {
  const { id, key, path, visibility, idea } = draft
  const point = idea?.point ?? draft.point
  const project = {
    id,
    key,
    path,
    visibility,
    editionId: draft.edition.id,
    territoryId: draft.territory.id,
    leadId: ctx.actor.id,
    ideaId: idea?.id,
    point,
  }
  if (!(await insertProject(ctx, project))) return false
  await insertAuthor(ctx, { id: newId('author'), projectId: id, personId: ctx.actor.id, state: 'accepted', expiresAt: null })
  await placeInTalk(ctx, { ...project, subjectId: id })
  await writeSection(ctx, id, 'title', 0, draft.title)
  if (idea) {
    await writeSection(ctx, id, 'description', 0, idea.text)
    if (idea.placeWords) await writeSection(ctx, id, 'place', 0, idea.placeWords)
    await addOrigin(ctx, idea.id, id)
    // a draft that only its authors see is nobody else's news
    if (visibility === 'shared') await takeUpIdea(ctx, idea.id)
  }
  return true
}

/** A private draft is shown to all. There is no way back: what was public stays public. */
export async function shareProject(ctx: Ctx, id: string): Promise<ReturnType<typeof mayShare>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const verdict = mayShare(ctx.actor, project)
    if (!verdict.ok) return verdict
    if (!(await showProject(ctx, id, 'private', 'shared'))) return no('already-shared')
    if (project.ideaId) await takeUpIdea(ctx, project.ideaId)
    await publishFiles(ctx, photosOf(id))
    await record(ctx, 'project.shared', id, { title: project.title })
    return yes
  })
}

export async function withdrawProject(ctx: Ctx, id: string, reason: string): Promise<ReturnType<typeof mayWithdraw>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, id)
    const verdict = mayWithdraw(ctx.actor, project)
    if (!verdict.ok) return verdict
    await settleProject(ctx, id)
    await dropShared(ctx, id)
    if (!(await moveProject(ctx, id, project.state, drafting.steps.withdraw.to, { withdrawalReason: reason }))) return no('withdrawn')
    const title = publicTitle(project)
    await record(ctx, 'project.withdrawn', id, { title, reason: title === '' ? '' : reason })
    return yes
  })
}
