import type { Actor } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { letBackerGo } from '#modules/ideas/backings.actions.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { passOnAbout } from '#modules/people/office/phone-news.actions.ts'
import { addressOf } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { costTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { draftAt, listMoments } from '#modules/proposals/drafting/history.store.ts'
import { type Project, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject, loadProject } from '#modules/proposals/proposals.store.ts'
import { askedAgainNews } from '#modules/renewals/renewals.mail.tsx'
import {
  baselineOf,
  type Changed,
  changedParts,
  changesOf,
  type Renewal,
  renewing,
  type Substance,
  type Supporter,
} from '#modules/renewals/renewals.rules.ts'
import { dueRounds, findWaiting, insertRound, loadRenewal, moveRenewal, putRenewal, supportersOfDraft } from '#modules/renewals/renewals.store.ts'
import { withdrawSupport } from '#modules/support/support.actions.ts'
import { keyedDigest, sameDigest } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Door = { readonly secret: string }
/** What the link of a letter carries instead of a sign-in: it opens this one question and nothing else. */
export const keyOf = ({ secret }: Door, id: string): string => keyedDigest(secret, 'renewal', id).toString('base64url')
export const isKeyOf = (door: Door, id: string, typed: string): boolean => sameDigest(Buffer.from(keyOf(door, id)), Buffer.from(typed))

/** A version older than this has been supported, or not, as it is. */
const lookBack = 14 * 86_400_000

/** Looks at every newly frozen or named version, and asks those who supported something else. Says how many are asked. */
export async function askSupportersAgain(ctx: Ctx, door: Door): Promise<number> {
  let asked = 0
  for (const { projectId, at } of await dueRounds(ctx, new Date(ctx.now.getTime() - lookBack)))
    await inTransaction(ctx, async ctx => {
      const project = await holdProject(ctx, projectId)
      if (await insertRound(ctx, projectId, at)) asked += await askOf(ctx, door, project, at)
    })
  return asked
}

async function askOf(ctx: Ctx, door: Door, project: Project, at: Date): Promise<number> {
  const { rules } = await loadEdition(ctx, project.editionId)
  const moments = (await listMoments(ctx, project.id)).map(moment => moment.at)
  const known = new Map<string, Substance>()
  const is = await substanceAt(ctx, project.id, at)
  const all = new Set<Changed>()
  let asked = 0
  for (const supporter of await supportersOfDraft(ctx, project.id, project.ideaId)) {
    const baseline = baselineOf(moments, supporter.since)
    const was = await knownTo(ctx, project, baseline, known)
    const what = was ? changesOf(was, is, rules.drafting.costChangePercent) : []
    if (await ask(ctx, door, project, { supporter, baseline, at, what })) asked += 1
    for (const part of what) all.add(part)
  }
  const what = changedParts.filter(part => all.has(part))
  if (asked > 0) await record(ctx, 'renewal.asked', project.id, { title: publicTitle(project), what })
  return asked
}

type Question = { readonly supporter: Supporter; readonly baseline: Date | undefined; readonly at: Date; readonly what: readonly Changed[] }

async function ask(ctx: Ctx, door: Door, project: Project, { supporter: { personId, kind }, baseline, at, what }: Question): Promise<boolean> {
  if (what.length === 0) {
    const waiting = await findWaiting(ctx, project.id, personId)
    if (waiting?.kind === kind && (await moveRenewal(ctx, waiting.id, 'waiting', renewing.steps.lapse.to)))
      await record(ctx, 'renewal.lapsed', project.id, { title: publicTitle(project) })
    return false
  }
  const renewal = { id: newId('renewal'), projectId: project.id, personId, kind, baselineAt: baseline ?? null, momentAt: at, what }
  const put = await putRenewal(ctx, renewal)
  if (!put?.news) return false
  await tell(ctx, [personId], askedAgainNews(project, { ...renewal, id: put.id }, keyOf(door, put.id)))
  return true
}

/** What the draft said at that moment, or the idea where there was no draft to know yet. */
async function knownTo(ctx: Ctx, project: Project, baseline: Date | undefined, known: Map<string, Substance>): Promise<Substance | undefined> {
  const key = baseline?.toISOString() ?? 'idea'
  const before = known.get(key)
  if (before) return before
  const found = baseline ? await substanceAt(ctx, project.id, baseline) : await substanceOfIdea(ctx, project.ideaId)
  if (found) known.set(key, found)
  return found
}

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text)
export async function substanceAt(ctx: Ctx, projectId: string, at: Date): Promise<Substance> {
  const { sections, costs, spot } = await draftAt(ctx, projectId, at)
  return {
    title: said(sections.title),
    aim: said(sections.summary),
    place: said(sections.place),
    cost: costs.length > 0 ? costTotal(costs) : undefined,
    spot,
  }
}
export async function substanceOfIdea(ctx: Ctx, ideaId: string | undefined): Promise<Substance | undefined> {
  if (ideaId === undefined) return undefined
  const { title, placeWords, point } = await loadIdea(ctx, ideaId)
  return { title, aim: undefined, place: placeWords ? said(placeWords) : undefined, cost: undefined, spot: { point: point ?? undefined } }
}

/**
 * The supporter keeps their support or takes it back; the same answer twice is one. `by` is who answers: signed in, holding the key of the letter,
 * or the clerk who writes down what somebody without e-mail said.
 */
export async function answerRenewal(ctx: Ctx, id: string, answer: 'keep' | 'withdraw', by: Actor): Promise<Verdict<'not-yours' | 'wrong-state'>> {
  return inTransaction({ ...ctx, actor: by }, async ctx => {
    const { projectId } = await loadRenewal(ctx, id)
    const project = await holdProject(ctx, projectId)
    const renewal = await loadRenewal(ctx, id)
    const { to, allows } = renewing.steps[answer]
    const assisted = (await addressOf(ctx, renewal.personId)).email === undefined ? project : undefined
    if (renewal.state === to && allows(by, { ...renewal, assisted })) return yes
    const verdict = renewing.may(by, answer, { ...renewal, assisted })
    if (!verdict.ok) return verdict
    if (!(await moveRenewal(ctx, id, renewal.state, to))) return no('wrong-state')
    const title = publicTitle(project)
    if (answer === 'keep') await record(ctx, 'renewal.kept', projectId, { title })
    else await takeBack(ctx, project, renewal, title)
    await passOnAbout(ctx, { personId: renewal.personId, fact: 'renewal.asked', subject: projectId })
    return yes
  })
}

async function takeBack(ctx: Ctx, project: Project, renewal: Renewal, title: string): Promise<void> {
  if (renewal.kind === 'endorsement') await withdrawSupport(ctx, project.id, renewal.personId)
  else if (project.ideaId !== undefined) await letBackerGo(ctx, project.ideaId, renewal.personId)
  await record(ctx, 'renewal.withdrawn', project.id, { title })
}

/** Everything the page of one question needs. */
export async function viewRenewal(ctx: Ctx, renewal: Renewal) {
  const project = await loadProject(ctx, renewal.projectId)
  const was = renewal.baselineAt ? await substanceAt(ctx, project.id, renewal.baselineAt) : await substanceOfIdea(ctx, project.ideaId)
  return { renewal, project, was, is: await substanceAt(ctx, project.id, renewal.momentAt) }
}
