import { z } from 'zod'
import { dayOf } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { listIdeas } from '#modules/ideas/ideas.store.ts'
import { listSimilarOf } from '#modules/ideas/similar.store.ts'
import { mergingWords } from '#modules/merging/choices.parts.tsx'
import { choicesOf, choicesSchema } from '#modules/merging/choices.routes.tsx'
import {
  answerMerging,
  authorsOfSides,
  mayProposeFor,
  proposeMerging,
  rewriteMerging,
  undoMerging,
  withdrawMerging,
} from '#modules/merging/merging.actions.ts'
import { MergingPage, type MergingView } from '#modules/merging/merging.pages.tsx'
import { JoinedBeside, pathOfSide } from '#modules/merging/merging.parts.tsx'
import {
  answerDays,
  consenting,
  following,
  mayAnswer,
  mayUndo,
  mergingKinds,
  type Side,
  textsOf,
  wordLimits,
} from '#modules/merging/merging.rules.ts'
import { listMergingsOf, loadMerging } from '#modules/merging/mergings.store.ts'
import { PartnerPage, ProposingPage, type ProposingView } from '#modules/merging/proposing.pages.tsx'
import { digestOf, loadSides } from '#modules/merging/sides.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { hangingsOf } from '#web/module.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
const here = (id: string) => url(paths.merging, { id })

async function ask(c: Visit) {
  const [a = '', b, kind = 'join'] = [c.req.query('a'), c.req.query('b'), c.req.query('rodzaj')]
  const [first = notFound('nothing to join')] = await loadSides(c.var.ctx, [a])
  if (kind !== 'split' && !b) {
    const words = c.req.query('slowa')?.trim() ?? ''
    const partners = (await loadSides(c.var.ctx, await partnersOf(c, first, words))).filter(one => one.open.ok && one.editionId === first.editionId)
    return page(c, <PartnerPage frame={c.var.frame} view={{ first, partners, words }} />)
  }
  const sides = kind === 'split' ? [first] : await loadSides(c.var.ctx, [a, b ?? ''])
  return showProposing(c, { kind: kind === 'split' ? 'split' : 'join', sides, form: { typed: {}, errors: {} } })
}

/** The most similar first, then what else there is in the same place; or what the words find. */
async function partnersOf(c: Visit, { id, kind, title, territoryId, editionId }: Side, words: string): Promise<string[]> {
  const { ctx, things } = c.var
  const similar = await listSimilarOf(ctx, things, kind, { words: words || title, territoryId, not: [id] })
  const others =
    kind === 'project'
      ? await listProjects(ctx, { territoryId, editionId, states: ['draft'], limit: 20 })
      : (await listIdeas(ctx, { territoryId, editionId, limit: 12, sort: 'backed' })).filter(({ state }) => state === 'proposed')
  const open =
    kind === 'project'
      ? new Set((await listProjects(ctx, { ids: similar.map(one => one.id), editionId, states: ['draft'] })).map(one => one.id))
      : undefined
  const first = similar.map(one => one.id).filter(one => open?.has(one) ?? true)
  if (words) return first
  return [...new Set([...first, ...others.map(one => one.id)])].filter(one => one !== id)
}

async function showProposing(c: Visit, view: ProposingView, status: 200 | 409 | 422 = 200) {
  const verdict = await mayProposeFor(c.var.ctx, view.sides)
  const refusal = verdict.ok ? undefined : mergingWords(c.var.frame).why[verdict.why]
  return page(c, <ProposingPage frame={c.var.frame} view={{ ...view, refusal }} />, refusal && status === 200 ? 409 : status)
}

const words = z.string('words-missing').min(wordLimits.wordsMin, 'words-missing').max(wordLimits.wordsMax, 'words-long')
const about = { key: z.string().regex(/^key_\w{10,40}$/), kind: z.enum(mergingKinds), a: z.string(), b: z.string().optional() }

async function propose(c: Visit) {
  const { ctx, frame, modules } = c.var
  const t = mergingWords(frame)
  const body = await c.req.parseBody()
  const kind = body.kind === 'split' ? 'split' : 'join'
  const sides = await loadSides(ctx, kind === 'split' ? [String(body.a)] : [String(body.a), String(body.b)])
  const days = z.coerce.number('days-missing').pipe(z.literal(answerDays, 'days-missing'))
  const read = await readForm(c, choicesSchema(kind, sides, { ...about, words, days }), t.errors)
  if (!read.ok) return showProposing(c, { kind, sides, form: read.form }, 422)
  const { key, words: why, days: count } = read.value as { key: string; words: string; days: number }
  const choices = choicesOf(kind, sides, read.value)
  const verdict = await proposeMerging(ctx, hangingsOf(modules), { key, kind, ids: sides.map(({ id }) => id), words: why, choices, days: count })
  return verdict.ok ? done(c, here(verdict.id ?? ''), t.form.sent) : showProposing(c, { kind, sides, form: read.form }, 409)
}

async function viewOf(c: Visit, forms: MergingView['forms']): Promise<MergingView> {
  const { ctx } = c.var
  const merging = await loadMerging(ctx, idOf(c))
  const [originals, results] = await Promise.all([loadSides(ctx, merging.sourceIds), loadSides(ctx, merging.resultIds)])
  const authorIds = authorsOfSides(originals)
  const everyone = authorsOfSides([...originals, ...results])
  const texts = originals.map(side => side.texts)
  return {
    merging,
    originals,
    results,
    texts: textsOf(merging.kind, texts, merging.choices),
    authorIds,
    names: await namesOf(ctx, authorIds),
    inside: ctx.actor.id !== '' && [...everyone, merging.proposedBy].includes(ctx.actor.id),
    stale: digestOf(originals) !== merging.seen,
    answering: mayAnswer(ctx.actor, { ...merging, authorIds }, dayOf(ctx.now)),
    undoing: mayUndo(ctx.actor, { ...merging, authorIds: everyone }, results),
    mayWithdraw: consenting.may(ctx.actor, 'withdraw', { ...merging, authorIds }).ok,
    forms,
  }
}
const show = async (c: Visit, forms: MergingView['forms'] = {}, status: 200 | 409 | 422 = 200) =>
  page(c, <MergingPage frame={c.var.frame} view={await viewOf(c, forms)} />, status)
const withWhy = (form: FormState, why: string): FormState => ({ ...form, errors: { '': why } })

const reason = z.string('reason-missing').min(wordLimits.reasonMin, 'reason-missing').max(wordLimits.reasonMax, 'reason-long')
const revision = z.coerce.number().int()
const answerSchema = z
  .object({
    answer: z.enum(['yes', 'no'], 'answer-missing'),
    follows: z.enum(following).default('both'),
    reason: z.string().max(wordLimits.reasonMax, 'reason-long').default(''),
    revision,
  })
  .refine(({ answer, reason }) => answer === 'yes' || reason.length >= wordLimits.reasonMin, { path: ['reason'], message: 'reason-missing' })

async function answer(c: Visit) {
  const { ctx, frame, modules } = c.var
  const t = mergingWords(frame)
  const read = await readForm(c, answerSchema, t.errors)
  if (!read.ok) return show(c, { answer: read.form }, 422)
  const verdict = await answerMerging(ctx, hangingsOf(modules), idOf(c), read.value)
  if (!verdict.ok) return show(c, { answer: withWhy(read.form, t.why[verdict.why]) }, 409)
  const { state, resultIds } = await loadMerging(ctx, idOf(c))
  const [result] = await loadSides(ctx, resultIds.slice(0, 1))
  if (state === 'agreed' && result) return done(c, pathOfSide(result), t.flash.done)
  return done(c, here(idOf(c)), read.value.answer === 'no' ? t.flash.refused : t.flash.consented)
}

async function rewrite(c: Visit) {
  const { ctx, frame } = c.var
  const t = mergingWords(frame)
  const { kind, sourceIds } = await loadMerging(ctx, idOf(c))
  const sides = await loadSides(ctx, sourceIds)
  const read = await readForm(c, choicesSchema(kind, sides, { revision }), t.errors)
  if (!read.ok) return show(c, { rewrite: read.form }, 422)
  const written = { choices: choicesOf(kind, sides, read.value), revision: Number(read.value.revision) }
  const verdict = await rewriteMerging(ctx, idOf(c), written)
  return verdict.ok ? done(c, here(idOf(c)), t.flash.rewritten) : show(c, { rewrite: withWhy(read.form, t.why[verdict.why]) }, 409)
}

async function withdraw(c: Visit) {
  const verdict = await withdrawMerging(c.var.ctx, idOf(c))
  return verdict.ok ? done(c, here(idOf(c)), mergingWords(c.var.frame).flash.withdrawn) : show(c, {}, 409)
}

async function undo(c: Visit) {
  const { ctx, frame, modules } = c.var
  const t = mergingWords(frame)
  const read = await readForm(c, z.object({ heir: z.string('heir-missing'), reason }), t.errors)
  if (!read.ok) return show(c, { undo: read.form }, 422)
  const verdict = await undoMerging(ctx, hangingsOf(modules), idOf(c), read.value)
  return verdict.ok ? done(c, here(idOf(c)), t.flash.undone) : show(c, { undo: withWhy(read.form, t.why[verdict.why]) }, 409)
}

/** What this module says on the page of an idea or a draft. */
export async function besideThing(c: Visit, id: string) {
  const { ctx, frame } = c.var
  // of a private draft nothing is said, not even to whoever is asked to join it
  if (id.startsWith('project_') && (await listProjects(ctx, { ids: [id] })).length === 0) return undefined
  const mergings = await listMergingsOf(ctx, [id])
  const ids = [...new Set([id, ...mergings.flatMap(({ sourceIds, resultIds }) => [...sourceIds, ...resultIds])])]
  const sides = new Map((await loadSides(ctx, ids)).map(side => [side.id, side]))
  const me = sides.get(id)
  const offered = me !== undefined && ctx.actor.id !== '' && (await mayProposeFor(ctx, [me])).ok
  return <JoinedBeside frame={frame} view={{ id, mergings, sides, offered, refusal: undefined }} />
}

export const mergingRoutes: readonly Route[] = [
  get(paths.mergingNew, 'signed-in', ask),
  post(paths.mergings, 'signed-in', 'merging.proposed', propose),
  get(paths.merging, 'everyone', c => show(c)),
  post(paths.mergingChoices, 'signed-in', 'merging.rewritten', rewrite),
  post(paths.mergingAnswer, 'signed-in', 'merging.consented', answer),
  post(paths.mergingEnd, 'signed-in', 'merging.withdrawn', withdraw),
  post(paths.mergingUndoing, 'signed-in', 'merging.undone', undo),
]
