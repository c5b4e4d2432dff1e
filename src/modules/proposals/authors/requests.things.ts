import { dayOf } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { listWaitingRequests } from '#modules/proposals/authors/requests.store.ts'
import { requestsTextsEn } from '#modules/proposals/authors/requests.texts.en.ts'
import { requestsTexts } from '#modules/proposals/authors/requests.texts.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: requestsTexts, en: requestsTextsEn }

/** To each author: who waits to be let in. */
export async function requestMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  if (ctx.actor.id === '') return []
  const mine = await listProjects(ctx, { personId: ctx.actor.id, states: ['draft', 'agreeing'], limit: 200 })
  const led = new Map(mine.filter(({ authorIds }) => authorIds.includes(ctx.actor.id)).map(project => [project.id, project]))
  return (await listWaitingRequests(ctx, [...led.keys()])).map(({ id, projectId, expiresAt }) => ({
    id,
    title: led.get(projectId)?.title ?? '',
    note: texts[ctx.locale].matter,
    path: `${url(paths.projectAuthors, { id: projectId })}#prosby`,
    territoryId: led.get(projectId)?.territoryId,
    dueOn: dayOf(new Date(expiresAt.getTime() - 1)),
    own: true,
  }))
}
