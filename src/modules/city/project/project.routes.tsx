import { isSomebody } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { isSourceId, saidOnce } from '#modules/city/project/life.rules.ts'
import { readLife } from '#modules/city/project/life.store.ts'
import { ProjectLifePage } from '#modules/city/project/project.pages.tsx'
import { mayAskAbout } from '#modules/consultation/advice.actions.ts'
import { caseOf, mayReadAdvice } from '#modules/consultation/advice.rules.ts'
import { listAdviceOn } from '#modules/consultation/advice.store.ts'
import { ofThing } from '#modules/following/follows.rules.ts'
import { findOwnFollow } from '#modules/following/follows.store.ts'
import { findHiding } from '#modules/moderation/hidings.store.ts'
import { HiddenPage } from '#modules/moderation/moderation.parts.tsx'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { isPublic, mayFind } from '#modules/proposals/proposals.rules.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { projectTalk } from '#modules/proposals/suggestions/changes.actions.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { standingOf } from '#modules/support/standing.store.ts'
import { paths } from '#paths'
import { findThings } from '#platform/things.ts'
import { get, page, type Route } from '#web/http.ts'
import { besideThing } from '#web/module.ts'

export const projectRoutes: readonly Route[] = [
  get(paths.project, 'everyone', async c => {
    const { ctx, frame, sentence, things } = c.var
    const project = await loadProject(ctx, c.req.param('id') ?? '')
    const hiding = project.hidden ? await findHiding(ctx, project.id) : undefined
    if (!mayFind(ctx.actor, project)) {
      if (!hiding || !isPublic({ ...project, hidden: false })) return notFound('project')
      c.header('X-Robots-Tag', 'noindex')
      return page(c, <HiddenPage frame={frame} hiding={hiding} mine={false} />)
    }
    const [view, edition, asking, followId, talk, support] = await Promise.all([
      viewProject(ctx, project),
      findCurrentEdition(ctx),
      isSomebody(ctx.actor) ? mayAskAbout(ctx, project.id) : undefined,
      findOwnFollow(ctx, ofThing(project.id)),
      projectTalk(ctx, project),
      standingOf(ctx, project),
    ])
    const life = await readLife(ctx, project, view.authors)
    const [advice, found] = await Promise.all([
      listAdviceOn(ctx, [project.id, ...life.origins]),
      findThings(ctx, things, life.origins.filter(isSourceId)),
    ])
    const readable = new Set(advice.filter(one => mayReadAdvice(ctx.actor, caseOf(one, { ownerIds: project.authorIds }))).map(({ id }) => id))
    const sources = saidOnce([...found.values()].filter(({ isPublic }) => isPublic))
    const facts = life.facts.map(fact => ({ ...fact, sentence: sentence(fact, frame.locale) }))
    return page(
      c,
      <ProjectLifePage
        frame={frame}
        view={view}
        advice={advice}
        followId={followId}
        talk={talk}
        support={support}
        hiding={hiding}
        asking={asking}
        publicUrl={c.var.config.publicUrl}
        beside={await besideThing(c, project.id)}
        life={{ ...life, facts, sources, readable, phases: edition?.phases ?? [] }}
      />,
    )
  }),
]
