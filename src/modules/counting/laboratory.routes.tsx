import { filled } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { findBallots, findBallotsJson } from '#modules/counting/findings.store.ts'
import { LaboratoryPage, LabPoolPage } from '#modules/counting/laboratory.pages.tsx'
import { labWords } from '#modules/counting/laboratory.parts.tsx'
import { type Asked, labFields, queryOf, readQuestion } from '#modules/counting/laboratory.rules.ts'
import { findRun, startRun } from '#modules/counting/laboratory.store.ts'
import { smallestGroup } from '#modules/counting/voters.rules.ts'
import {
  listArchivedEditions,
  listArchivedPools,
  listArchivedProjects,
  loadArchivedEdition,
  loadArchivedPool,
} from '#modules/programme/archive.store.ts'
import { paths, url } from '#paths'
import { done, get, hereOf, page, post, type Route, type Visit } from '#web/http.ts'

async function poolOf({ var: { ctx }, req }: Visit) {
  const edition = await loadArchivedEdition(ctx, req.param('edition') ?? '')
  return { edition, pool: await loadArchivedPool(ctx, edition.id, req.param('pool') ?? '') }
}

async function showAll(c: Visit) {
  const { ctx, frame } = c.var
  const editions = await Promise.all(
    (await listArchivedEditions(ctx)).map(async edition => ({ edition, pools: await listArchivedPools(ctx, edition.id) })),
  )
  return page(
    c,
    <LaboratoryPage
      frame={frame}
      editions={editions}
      form={formOf(
        c,
        readQuestion(() => undefined),
        () => '',
      )}
    />,
  )
}

const formOf = (c: Visit, { wrong }: Asked, typed: (name: string) => string) => {
  const t = labWords(c.var.frame)
  const names = Object.values(labFields)
  const errors = Object.fromEntries(Object.entries(wrong).map(([name, why]) => [name, t.why[why]]))
  return { ...filled(Object.fromEntries(names.map(name => [name, typed(name) || undefined]))), errors }
}

async function showPool(c: Visit) {
  const { ctx, frame } = c.var
  const { edition, pool } = await poolOf(c)
  const asked = readQuestion(name => c.req.query(name))
  const run = findRun(`${pool.id} ${queryOf(asked.question)}`)
  // to the address without its fragment: a browser takes one with the same fragment for a place on the page that it has
  if (run && !run.outcome) c.header('Refresh', `1;url=${hereOf(c)}`)
  // a count that goes on is another page each second
  c.header('Cache-Control', 'no-store')
  const view = { edition, pool, projects: await listArchivedProjects(ctx, pool.id), question: asked.question, run }
  const form = formOf(c, asked, name => c.req.query(name) ?? '')
  return page(c, <LabPoolPage frame={frame} view={view} form={form} />, Object.keys(asked.wrong).length > 0 ? 422 : 200)
}

/** Without scripts: the server counts, and the page shows how far it is. */
async function count(c: Visit) {
  const { ctx, frame } = c.var
  const { edition, pool } = await poolOf(c)
  const body = await c.req.parseBody()
  const typed = (name: string) => String(body[name] ?? '').slice(0, 40)
  const asked = readQuestion(typed)
  if (Object.keys(asked.wrong).length > 0) {
    const view = { edition, pool, projects: await listArchivedProjects(ctx, pool.id), question: asked.question, run: undefined }
    return page(c, <LabPoolPage frame={frame} view={view} form={formOf(c, asked, typed)} />, 422)
  }
  const query = queryOf(asked.question)
  startRun(`${pool.id} ${query}`, asked.question, () => findBallots(ctx, pool.id))
  return done(c, `${url(paths.laboratoryPool, { edition: edition.slug, pool: pool.slug })}?${query}#wynik`)
}

export const laboratoryRoutes: readonly Route[] = [
  get(paths.laboratory, 'everyone', showAll),
  get(paths.laboratoryPool, 'everyone', showPool),
  post(paths.laboratoryPool, 'everyone', { noFact: 'counts again what is archived; nothing is written' }, count),
  get(paths.poolBallots, 'everyone', async c => {
    const { pool } = await poolOf(c)
    // so few ballots would say whose they are
    const json = pool.ballots < smallestGroup ? undefined : await findBallotsJson(c.var.ctx, pool.id)
    return json === undefined ? notFound('no ballots') : c.body(json, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  }),
]
