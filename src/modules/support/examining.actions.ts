import { dayOf } from '#kit/dates.ts'
import { type Verdict, yes } from '#kit/verdict.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { findCurrentEdition, loadEdition } from '#modules/programme/editions/editions.store.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject, loadProject } from '#modules/proposals/proposals.store.ts'
import { type ExamineWhy, examinedState, lastDayOf, mayExamine, reminderDue } from '#modules/support/examining.rules.ts'
import { findExamination, insertExamination, insertReminder, listLists, tallyOf } from '#modules/support/examining.store.ts'
import { examinedNews, missingNews } from '#modules/support/support.mail.tsx'
import { usesSupport, windowOf } from '#modules/support/support.rules.ts'
import { findExtension } from '#modules/support/support.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** The office says how many signatures count and whether they are enough. Where nothing has changed since, it is said already. */
export async function examineList(ctx: Ctx, projectId: string): Promise<Verdict<ExamineWhy>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const [edition, extension, tally] = [
      await loadEdition(ctx, project.editionId),
      await findExtension(ctx, projectId),
      await tallyOf(ctx, projectId),
    ]
    const window = windowOf(edition, project, extension?.until, ctx.now)
    const verdict = mayExamine(ctx.actor, edition, project, { window, counted: tally.counted })
    if (!verdict.ok) return verdict
    if (examinedState(await findExamination(ctx, projectId), { tally, window }) === 'standing') return yes
    const examination = { at: ctx.now, until: lastDayOf(window) ?? dayOf(ctx.now), needed: edition.rules.support.count, ...tally }
    await insertExamination(ctx, projectId, examination)
    const { counted, duplicates, late } = tally
    await record(ctx, 'support.examined', projectId, { title: publicTitle(project), counted, needed: examination.needed, duplicates, late })
    await tell(ctx, project.authorIds, examinedNews(project, examination))
    return yes
  })
}

/** What the house does each morning: the authors hear how many signatures are missing before the time is over. Says how many lists it reminded of. */
export async function remindOfSupport(ctx: Ctx): Promise<number> {
  const edition = await findCurrentEdition(ctx)
  if (!edition || !usesSupport(edition)) return 0
  const lacking = (await listLists(ctx, edition.id)).filter(({ tally }) => tally.counted < edition.rules.support.count)
  let reminded = 0
  for (const { id, tally, extendedTo } of lacking) {
    const project = await loadProject(ctx, id)
    const window = windowOf(edition, project, extendedTo, ctx.now)
    const [lastDay, missing] = [lastDayOf(window), edition.rules.support.count - tally.counted]
    const days = window.state === 'open' && lastDay ? reminderDue(lastDay, dayOf(ctx.now)) : undefined
    if (lastDay && days && (await remind(ctx, project, { lastDay, days, missing }))) reminded += 1
  }
  return reminded
}

async function remind(ctx: Ctx, project: Project, due: { lastDay: string; days: number; missing: number }): Promise<boolean> {
  const { lastDay, days, missing } = due
  return inTransaction(ctx, async ctx => {
    if (!(await insertReminder(ctx, project.id, lastDay, days))) return false
    await record(ctx, 'support.reminded', project.id, { title: publicTitle(project), missing, until: lastDay })
    await tell(ctx, project.authorIds, missingNews(project, { missing, lastDay }))
    return true
  })
}
