import { notFound } from '#kit/refusal.ts'
import { readLife } from '#modules/city/life.store.ts'
import { ProjectLifePage } from '#modules/city/project.pages.tsx'
import { findCurrentEdition } from '#modules/programme/editions.store.ts'
import { mayFind } from '#modules/proposals/proposals.rules.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths } from '#paths'
import { get, page, type Route } from '#web/http.ts'

export const projectRoutes: readonly Route[] = [
  get(paths.project, 'everyone', async c => {
    const { ctx, frame, sentence } = c.var
    const project = await loadProject(ctx, c.req.param('id') ?? '')
    if (!mayFind(ctx.actor, project)) notFound('project')
    const [view, life, edition] = await Promise.all([viewProject(ctx, project), readLife(ctx, project.id), findCurrentEdition(ctx)])
    const facts = life.facts.map(fact => ({ ...fact, sentence: sentence(fact, frame.locale) }))
    return page(c, <ProjectLifePage frame={frame} view={view} life={{ ...life, facts, phases: edition?.phases ?? [] }} />)
  }),
]
