import { notFound } from '#kit/refusal.ts'
import { yes } from '#kit/verdict.ts'
import { loadComment } from '#modules/discussions/discussions.store.ts'
import type { speakAbout } from '#modules/ideas/spoken.actions.ts'
import { tell } from '#modules/people/telling.actions.ts'
import type { CostChange } from '#modules/proposals/cost/cost-changes.rules.ts'
import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { sectionNow } from '#modules/proposals/drafting/drafting.store.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { speakAboutProject } from '#modules/proposals/suggestions/changes.actions.ts'
import { suggestedNews } from '#modules/proposals/suggestions/suggestions.mail.tsx'
import { currentMet, type Degree, type Met, mayMark } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { findSuggestion, insertSuggestion, writeMark } from '#modules/proposals/suggestions/suggestions.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Suggested = Omit<Parameters<typeof speakAbout>[2], 'kind' | 'replyTo'> & { readonly degree: Degree } & About
type About = { readonly section: SectionName; readonly change?: undefined } | { readonly section: 'costs'; readonly change: CostChange }

/** Suggests a change to one section, or to a row of the costs: a proposed change in the talk, with how much it matters. The authors hear of it; sent twice it is one. */
export async function suggest(ctx: Ctx, projectId: string, { section, degree, change, ...spoken }: Suggested) {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const said = await speakAboutProject(ctx, projectId, { ...spoken, kind: 'change' })
    if (!said.ok || !said.id) return said
    const revision = section === 'costs' ? project.costsRevision : (await sectionNow(ctx, projectId, section)).revision
    if (!(await insertSuggestion(ctx, { commentId: said.id, projectId, section, change, degree, revision }))) return said
    const { authorId } = await loadComment(ctx, said.id)
    const others = project.authorIds.filter(id => id !== authorId && id !== ctx.actor.id)
    await tell(ctx, others, suggestedNews(project, { id: said.id, section, degree, text: spoken.text }))
    return said
  })
}

/** The suggester says whether the text that stands there now meets it. `revision` is the text they saw: a newer one refuses, so that nobody marks unread words. */
export async function markSuggestion(
  ctx: Ctx,
  projectId: string,
  commentId: string,
  marked: { readonly met: Met; readonly revision: number },
): Promise<ReturnType<typeof mayMark> | { readonly ok: false; readonly why: 'changed-meanwhile' }> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, projectId)
    const suggestion = (await findSuggestion(ctx, projectId, commentId)) ?? notFound('suggestion')
    const verdict = mayMark(ctx.actor, project, await loadComment(ctx, commentId), suggestion)
    if (!verdict.ok) return verdict
    if (marked.revision !== suggestion.revision) return { ok: false, why: 'changed-meanwhile' }
    if (currentMet(suggestion) === marked.met) return yes
    await writeMark(ctx, commentId, marked.met, suggestion.revision)
    await record(ctx, 'suggestion.marked', projectId, { comment: commentId, met: marked.met })
    return yes
  })
}
