import { namesOf } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import type { PlaceRole } from '#modules/proposals/authors/authors.rules.ts'
import { allAgreedNews, answeredNews, invitedNews, reopenedNews, submittedNews, versionWaitsNews } from '#modules/proposals/proposals.mail.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'

export const nameOf = async (ctx: Ctx, id: string): Promise<string> => (await namesOf(ctx, [id])).get(id) ?? ''
const others = (ctx: Ctx, project: Project) => project.authorIds.filter(id => id !== ctx.actor.id)

export async function tellInvited(
  ctx: Ctx,
  project: Project,
  invited: { personId: string; invitationId: string; expiresAt: Date; role: PlaceRole },
): Promise<void> {
  await tell(ctx, [invited.personId], invitedNews(project, { ...invited, name: await nameOf(ctx, ctx.actor.id) }))
}
export async function tellAnswered(ctx: Ctx, project: Project, personId: string, answer: 'accept' | 'help' | 'decline'): Promise<void> {
  await tell(ctx, [project.leadId], answeredNews(project, answer, await nameOf(ctx, personId)))
}
export const tellVersionWaits = (ctx: Ctx, project: Project, version: number): Promise<void> =>
  tell(ctx, others(ctx, project), versionWaitsNews(project, version))
export const tellAllAgreed = (ctx: Ctx, project: Project): Promise<void> => tell(ctx, [project.leadId], allAgreedNews(project))
export async function tellReopened(ctx: Ctx, project: Project, reason: string): Promise<void> {
  await tell(ctx, others(ctx, project), reopenedNews(project, reason, await nameOf(ctx, ctx.actor.id)))
}
export const tellSubmitted = (ctx: Ctx, project: Project, receipt: { publicNo: string; hash: string }): Promise<void> =>
  tell(ctx, project.authorIds, submittedNews(project, { ...receipt, at: ctx.now }))
