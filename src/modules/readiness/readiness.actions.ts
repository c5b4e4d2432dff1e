import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { unitsOf } from '#modules/consultation/advice.rules.ts'
import { listAdviceOn } from '#modules/consultation/advice.store.ts'
import { mayEdit, mayWrite, type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { type Answered, checklistOf, maySeeConsents } from '#modules/readiness/readiness.rules.ts'
import { answersOf, consentsOf, putAnswer } from '#modules/readiness/readiness.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { type ChosenFile, eraseFile, filesOf, keepFile } from '#platform/files.ts'
import { record } from '#platform/ledger.ts'
import type { FileRefusal } from '#platform/uploads.ts'

/** Everything about one project's readiness, and what this person may see and do. */
export async function viewReadiness(ctx: Ctx, project: Project) {
  const [view, answered, consents, advice] = await Promise.all([
    viewProject(ctx, project),
    answersOf(ctx, project.id),
    filesOf(ctx, consentsOf(project.id)),
    listAdviceOn(ctx, [project.id]),
  ])
  const sectionProblems = view.problems.filter(problem => 'section' in problem).length
  const rows = checklistOf({
    sectionProblems,
    costProblems: view.problems.length - sectionProblems,
    costOptional: view.limits.costOptional,
    costLines: view.costs.length,
    answered: answered.length,
    consents: consents.length,
    advice: advice.length,
    agreed: project.agreed || project.state === 'submitted',
  })
  const sees = maySeeConsents(ctx.actor, project, { asked: advice.map(({ unitId }) => unitId), own: unitsOf(ctx.actor) })
  return { view, rows, answered, consents: sees ? consents : undefined }
}

/** Authors and helpers answer what a unit will ask; the last answer stands. */
export async function answerQuestions(ctx: Ctx, projectId: string, given: readonly Answered[]): Promise<ReturnType<typeof mayWrite>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayWrite(ctx.actor, project)
    if (!verdict.ok) return verdict
    const before = new Map((await answersOf(ctx, projectId)).map(one => [one.question, one]))
    const fresh = given.filter(({ question, answer, note }) => before.get(question)?.answer !== answer || before.get(question)?.note !== note)
    for (const one of fresh) await putAnswer(ctx, projectId, one)
    if (fresh.length > 0) await record(ctx, 'readiness.answered', projectId, { title: publicTitle(project) })
    return yes
  })
}

export type EditWhy = Exclude<ReturnType<typeof mayEdit>, { ok: true }>['why']

/** An author adds the consent of whoever manages the land or the institution. The form's key makes it one. */
export async function addConsent(
  ctx: Ctx,
  projectId: string,
  given: { file: ChosenFile; key: string; alt: string },
): Promise<Verdict<EditWhy | FileRefusal>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayEdit(ctx.actor, project)
    if (!verdict.ok) return verdict
    const before = (await filesOf(ctx, consentsOf(projectId))).length
    const kept = await keepFile(ctx, { ...given, owner: ctx.actor.id, subject: consentsOf(projectId), visibility: 'confidential' })
    if (!kept.ok) return kept
    if ((await filesOf(ctx, consentsOf(projectId))).length > before) await record(ctx, 'consent.added', projectId, { title: publicTitle(project) })
    return yes
  })
}

export async function removeConsent(ctx: Ctx, projectId: string, fileId: string): Promise<Verdict<EditWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const verdict = mayEdit(ctx.actor, project)
    if (!verdict.ok) return no(verdict.why)
    if (!(await filesOf(ctx, consentsOf(projectId))).some(({ id }) => id === fileId)) return notFound('consent')
    await eraseFile(ctx, fileId)
    await record(ctx, 'consent.removed', projectId, { title: publicTitle(project) })
    return yes
  })
}
