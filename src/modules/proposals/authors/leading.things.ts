import { dayOf } from '#kit/dates.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { openElectionsIn } from '#modules/proposals/authors/elections.store.ts'
import { leadingTextsEn } from '#modules/proposals/authors/leading.texts.en.ts'
import { leadingTexts } from '#modules/proposals/authors/leading.texts.ts'
import { offersTo } from '#modules/proposals/authors/offers.store.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'

const texts = { pl: leadingTexts.matters, en: leadingTextsEn.matters }

/** An offer to lead that waits for me; an election in which I have not voted, or that is about me. */
export async function leadMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const me = ctx.actor.id
  if (me === '') return []
  const mine = await listProjects(ctx, { personId: me, states: ['draft', 'agreeing'], limit: 200 })
  const projects = new Map(mine.filter(({ authorIds }) => authorIds.includes(me)).map(project => [project.id, project]))
  const [offers, elections] = await Promise.all([offersTo(ctx, me), openElectionsIn(ctx, [...projects.keys()])])
  const t = texts[ctx.locale]
  return [
    ...offers.flatMap(({ id, projectId, expiresAt }) => matterOf(projects.get(projectId), { id, note: t.offer, until: expiresAt })),
    ...elections
      .filter(({ votes }) => !votes.some(({ personId }) => personId === me))
      .flatMap(({ id, projectId, absentId, endsAt }) =>
        matterOf(projects.get(projectId), { id, note: absentId === me ? t.absent : t.election, until: endsAt }),
      ),
  ]
}

const matterOf = (project: Project | undefined, { id, note, until }: { id: string; note: string; until: Date }): WaitingMatter[] =>
  project
    ? [
        {
          id,
          title: project.title,
          note,
          path: `${url(paths.projectAuthors, { id: project.id })}#prowadzenie`,
          territoryId: project.territoryId,
          dueOn: dayOf(new Date(until.getTime() - 1)),
          own: true,
        },
      ]
    : []
