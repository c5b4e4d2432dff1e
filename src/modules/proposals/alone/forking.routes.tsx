import { z } from 'zod'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { findCurrentEdition, loadEdition } from '#modules/programme/editions/editions.store.ts'
import { forkProject } from '#modules/proposals/alone/forking.actions.ts'
import { ForkingPage } from '#modules/proposals/alone/forking.pages.tsx'
import { mayFork } from '#modules/proposals/alone/forking.rules.ts'
import { forkingTextsEn } from '#modules/proposals/alone/forking.texts.en.ts'
import { forkingTexts } from '#modules/proposals/alone/forking.texts.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: forkingTexts, en: forkingTextsEn }
const common = { pl: proposalsTexts, en: proposalsTextsEn }

/** My projects of earlier editions, newest first. */
async function show(c: Visit, refusal?: string) {
  const { ctx, frame } = c.var
  const current = await findCurrentEdition(ctx)
  const mine = await listProjects(ctx, { personId: ctx.actor.id, limit: 200 })
  const chosen = mine.filter(project => mayFork(ctx.actor, project, current?.id ?? '').ok)
  const past = await Promise.all(
    chosen.map(async project => ({ project, edition: (await loadEdition(ctx, project.editionId)).title, formKey: newId('key') })),
  )
  return page(c, <ForkingPage frame={frame} past={past} refusal={refusal} />, refusal ? 409 : 200)
}

const forkForm = z.object({ key: z.string().regex(/^key_\w{10,40}$/), projekt: z.string().max(60) })
async function fork(c: Visit) {
  const { ctx } = c.var
  const t = texts[ctx.locale]
  const read = await readForm(c, forkForm, common[ctx.locale].errors)
  if (!read.ok) return notFound('project')
  const forked = await forkProject(ctx, { key: read.value.key, sourceId: read.value.projekt })
  if (forked.ok) return done(c, url(paths.project, { id: forked.id ?? notFound('project') }), t.done)
  return show(c, { ...common[ctx.locale].why, ...t.why }[forked.why])
}

export const forkingRoutes: readonly Route[] = [
  get(paths.projectFork, 'signed-in', c => show(c)),
  post(paths.projectFork, 'signed-in', 'project.started', fork),
]
