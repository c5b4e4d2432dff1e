import { longDate, startOfDay } from '#kit/dates.ts'
import { filled } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { findDrawOfYear } from '#modules/counting/draws/draws.store.ts'
import { finish } from '#modules/counting/engine/completion.rules.ts'
import { LaboratoryPage, LabPoolPage } from '#modules/counting/laboratory/laboratory.pages.tsx'
import { labWords, type SeedSaid } from '#modules/counting/laboratory/laboratory.parts.tsx'
import { experiment } from '#modules/counting/laboratory/laboratory.rules.ts'
import { findRun, startRun } from '#modules/counting/laboratory/laboratory.store.ts'
import { LabProjectPage } from '#modules/counting/laboratory/laboratory-project.pages.tsx'
import { type Asked, labFields, queryOf, readQuestion } from '#modules/counting/question.rules.ts'
import { findBallots, findBallotsJson, hasBallots } from '#modules/counting/results/findings.store.ts'
import { smallestGroup } from '#modules/counting/results/voters.rules.ts'
import type { ArchivedEdition } from '#modules/programme/archive/archive.rules.ts'
import {
  listArchivedEditions,
  listArchivedPools,
  listArchivedProjects,
  loadArchivedEdition,
  loadArchivedPool,
} from '#modules/programme/archive/archive.store.ts'
import { findFileState } from '#modules/programme/archive/archive-files.store.ts'
import { paths, url } from '#paths'
import { done, get, hereOf, page, post, type Route, type Visit } from '#web/http.ts'

async function poolOf({ var: { ctx }, req }: Visit) {
  const edition = await loadArchivedEdition(ctx, req.param('edition') ?? '')
  return { edition, pool: await loadArchivedPool(ctx, edition.id, req.param('pool') ?? '') }
}

async function showAll(c: Visit) {
  const { ctx, frame } = c.var
  const given = (name: string) => c.req.query(name)
  const editions = await Promise.all(
    (await listArchivedEditions(ctx)).map(async edition => ({ edition, pools: await listArchivedPools(ctx, edition.id) })),
  )
  return page(c, <LaboratoryPage frame={frame} editions={editions} form={formOf(c, readQuestion(given), name => given(name) ?? '')} />)
}

const formOf = (c: Visit, { wrong }: Asked, typed: (name: string) => string) => {
  const t = labWords(c.var.frame)
  const names = Object.values(labFields)
  const errors = Object.fromEntries(Object.entries(wrong).map(([name, why]) => [name, t.why[why]]))
  return { ...filled(Object.fromEntries(names.map(name => [name, typed(name) || undefined]))), errors }
}

async function seedOf({ var: { ctx, frame } }: Visit, { year }: ArchivedEdition): Promise<SeedSaid> {
  const t = labWords(frame).seedHints
  const draw = await findDrawOfYear(ctx, year)
  if (!draw) return { seed: '', hint: t.none }
  return draw.seed ? { seed: draw.seed, hint: t.revealed } : { seed: '', hint: t.committed(longDate(startOfDay(draw.eventOn), frame.locale)) }
}

/** The pool, and what is asked of it; `given` reads the address or the form. */
async function askedOf(c: Visit, given: (name: string) => string | undefined) {
  const { ctx } = c.var
  const { edition, pool } = await poolOf(c)
  const projects = await listArchivedProjects(ctx, pool.id)
  const asked = readQuestion(
    given,
    projects.map(({ number }) => number),
  )
  const form = formOf(c, asked, name => given(name) ?? '')
  return {
    edition,
    pool,
    projects,
    asked,
    form,
    draw: await seedOf(c, edition),
    hasBallots: await hasBallots(ctx, pool.id),
    hasFile: (await findFileState(ctx, pool.id)) === 'kept',
  }
}

async function showPool(c: Visit) {
  const { frame } = c.var
  const { asked, form, ...view } = await askedOf(c, name => c.req.query(name))
  const run = findRun(`${view.pool.id} ${queryOf(asked.question)}`)
  // to the address without its fragment: a browser takes one with the same fragment for a place on the page that it has
  if (run && !run.outcome) c.header('Refresh', `1;url=${hereOf(c)}`)
  // a count that goes on is another page each second
  c.header('Cache-Control', 'no-store')
  return page(
    c,
    <LabPoolPage frame={frame} view={{ ...view, question: asked.question, run }} form={form} />,
    Object.keys(asked.wrong).length > 0 ? 422 : 200,
  )
}

/** Without scripts: the server counts, and the page shows how far it is. */
async function count(c: Visit) {
  const { ctx, frame } = c.var
  const body = await c.req.parseBody()
  const { asked, form, ...view } = await askedOf(c, name => String(body[name] ?? '').slice(0, 400))
  const { edition, pool } = view
  if (Object.keys(asked.wrong).length > 0)
    return page(c, <LabPoolPage frame={frame} view={{ ...view, question: asked.question, run: undefined }} form={form} />, 422)
  const query = queryOf(asked.question)
  startRun(`${pool.id} ${query}`, asked.question, () => findBallots(ctx, pool.id))
  return done(c, `${url(paths.laboratoryPool, { edition: edition.slug, pool: pool.slug })}?${query}#wynik`)
}

/** Why a project wins or not under these settings. Walking down a list takes no time; what takes longer is shown once it was counted. */
async function showProject(c: Visit) {
  const { ctx, frame } = c.var
  const { asked, edition, pool, projects } = await askedOf(c, name => c.req.query(name))
  const project = projects.find(({ slug }) => slug === c.req.param('project')) ?? notFound('no such project')
  const { question } = asked
  const ballots = question.rule.startsWith('greedy') ? await findBallots(ctx, pool.id) : undefined
  const outcome = ballots ? finish(experiment(ballots, question)) : findRun(`${pool.id} ${queryOf(question)}`)?.outcome
  return page(c, <LabProjectPage frame={frame} view={{ edition, pool, projects, project, outcome, query: queryOf(question) }} />)
}

export const laboratoryRoutes: readonly Route[] = [
  get(paths.laboratory, 'everyone', showAll),
  get(paths.laboratoryPool, 'everyone', showPool),
  post(paths.laboratoryPool, 'everyone', { noFact: 'counts again what is archived; nothing is written' }, count),
  get(paths.laboratoryProject, 'everyone', showProject),
  get(paths.poolBallots, 'everyone', async c => {
    const { pool } = await poolOf(c)
    // so few ballots would say whose they are
    const json = pool.ballots < smallestGroup ? undefined : await findBallotsJson(c.var.ctx, pool.id)
    return json === undefined ? notFound('no ballots') : c.body(json, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  }),
]
