import { z } from 'zod'
import { has } from '#kit/actor.ts'
import { isDay } from '#kit/dates.ts'
import { lotsOf } from '#kit/draw.ts'
import { type FormState, filled } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { commitDraw, isSecretLost, revealDraw } from '#modules/counting/draws/draws.actions.ts'
import { DrawPage, drawWords } from '#modules/counting/draws/draws.pages.tsx'
import { type CommitWhy, type DrawLine, type EventWhy, mayCommitDraw, mayRevealDraw, type RevealWhy } from '#modules/counting/draws/draws.rules.ts'
import { findDraw, listDraws } from '#modules/counting/draws/draws.store.ts'
import { loadCurrentEdition, loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const mostNumbers = 200
/** Numbers of projects as somebody typed them, each once. */
const numbersOf = (typed: string): string[] => [...new Set(typed.split(/[,\s]+/).filter(number => number !== ''))].slice(0, mostNumbers)

/** The current edition, or another one that has a draw. */
async function editionOf(c: Visit, draws: readonly DrawLine[]): Promise<Edition> {
  const asked = c.req.query('edycja')
  if (asked === undefined) return loadCurrentEdition(c.var.ctx)
  return draws.some(({ editionId }) => editionId === asked) ? loadEdition(c.var.ctx, asked) : notFound('no draw of such an edition')
}

async function show(c: Visit, form?: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame, config } = c.var
  const t = drawWords(frame)
  const draws = await listDraws(ctx)
  const edition = await editionOf(c, draws)
  const draw = await findDraw(ctx, edition.id)
  const typed = (c.req.query('numery') ?? '').slice(0, 2000)
  const lots = draw?.seed ? [...lotsOf(draw.seed, numbersOf(typed))].sort(([, a], [, b]) => (a < b ? -1 : 1)) : []
  const verdict = draw ? mayRevealDraw(ctx.actor, draw, ctx.now) : mayCommitDraw(ctx.actor, edition, undefined, ctx.now)
  const isLost = draw !== undefined && (await isSecretLost(ctx, config, draw))
  const why = isLost ? t.whys['secret-lost'] : verdict.ok ? undefined : t.whys[verdict.why]
  const office = isLost || has(ctx.actor, 'coordinator') ? { why } : undefined
  return page(
    c,
    <DrawPage
      frame={frame}
      edition={edition}
      draw={draw}
      lots={lots}
      others={draws.filter(({ editionId }) => editionId !== edition.id)}
      form={form ?? filled({ numery: typed || undefined })}
      office={office}
    />,
    status,
  )
}

/** What concerns one field stands beside it; the rest is the sentence of the page, which says why instead of a button. */
const fieldOf: Partial<Record<CommitWhy | EventWhy | RevealWhy | 'no-draw' | 'secret-lost', string>> = {
  'event-early': 'dzien',
  'event-empty': 'wydarzenie',
}
const refused = (c: Visit, form: FormState, why: CommitWhy | EventWhy | RevealWhy | 'no-draw' | 'secret-lost') => {
  const field = fieldOf[why]
  return show(c, field ? { ...form, errors: { [field]: drawWords(c.var.frame).whys[why] } } : form, field ? 422 : 409)
}

const announced = z.object({ wydarzenie: z.string('required').max(300), dzien: z.string('required').refine(isDay, 'day') })
async function commit(c: Visit): Promise<Response> {
  const { ctx, frame, config } = c.var
  const t = drawWords(frame)
  const read = await readForm(c, announced, t.whys)
  if (!read.ok) return show(c, read.form, 422)
  const verdict = await commitDraw(ctx, config, await loadCurrentEdition(ctx), read.value.wydarzenie, read.value.dzien)
  return verdict.ok ? done(c, paths.draw, t.commit.done) : refused(c, read.form, verdict.why)
}

const happened = z.object({ wynik: z.string('required').max(300) })
async function reveal(c: Visit): Promise<Response> {
  const { ctx, frame, config } = c.var
  const t = drawWords(frame)
  const read = await readForm(c, happened, t.whys)
  if (!read.ok) return show(c, read.form, 422)
  const verdict = await revealDraw(ctx, config, await loadCurrentEdition(ctx), read.value.wynik)
  return verdict.ok ? done(c, paths.draw, t.reveal.done) : refused(c, read.form, verdict.why)
}

export const drawsRoutes: readonly Route[] = [
  get(paths.draw, 'everyone', c => show(c)),
  post(paths.drawCommitment, ['coordinator'], 'draw.committed', commit),
  post(paths.drawReveal, ['coordinator'], 'draw.revealed', reveal),
]
