import { has } from '#kit/actor.ts'
import type { WaitingMatter } from '#kit/things.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { listProjects } from '#modules/proposals/proposals.store.ts'
import { examineList } from '#modules/support/examining.actions.ts'
import { type BoardRow, SupportBoardPage } from '#modules/support/examining.pages.tsx'
import { examiningWords } from '#modules/support/examining.parts.tsx'
import { examinedState, waitsForExamining } from '#modules/support/examining.rules.ts'
import { listLists } from '#modules/support/examining.store.ts'
import { supportWords } from '#modules/support/support.parts.tsx'
import { backToKeying, projectHere, showKeying } from '#modules/support/support.routes.tsx'
import { mayKey, usesSupport, windowOf } from '#modules/support/support.rules.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

type Board = { readonly needed: number; readonly waiting: BoardRow[]; readonly collecting: BoardRow[]; readonly examined: BoardRow[] }
/** The lists that this clerk may key in, by what they wait for. */
async function boardOf(ctx: Ctx): Promise<Board> {
  const edition = await findCurrentEdition(ctx)
  const board: Board = { needed: edition?.rules.support.count ?? 0, waiting: [], collecting: [], examined: [] }
  if (!edition || !usesSupport(edition) || !has(ctx.actor, 'clerk')) return board
  const lists = new Map((await listLists(ctx, edition.id)).map(list => [list.id, list]))
  for (const project of await listProjects(ctx, { ids: [...lists.keys()], limit: lists.size })) {
    const list = lists.get(project.id)
    if (!list || !mayKey(ctx.actor, edition, project).ok) continue
    const window = windowOf(edition, project, list.extendedTo, ctx.now)
    const state = examinedState(list.examination, { tally: list.tally, window })
    const row = { project, tally: list.tally, examination: list.examination, again: list.examination !== undefined && state === 'again' }
    if (waitsForExamining(state, window)) board.waiting.push(row)
    else if (state === 'standing') board.examined.push(row)
    else board.collecting.push(row)
  }
  return board
}

/** To the office: lists whose time is over. */
export async function supportMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const { waiting } = await boardOf(ctx)
  const t = examiningWords(ctx)
  return waiting.length === 0 ? [] : [{ id: 'support_lists', title: t.board.title, note: t.matter(waiting.length), path: paths.officeSupportLists }]
}

async function examine(c: Visit): Promise<Response> {
  const t = examiningWords(c.var.frame)
  const verdict = await examineList(c.var.ctx, (await projectHere(c)).id)
  if (verdict.ok) return done(c, backToKeying(c), t.act.done)
  return showKeying(c, { form: { typed: {}, errors: { '': { ...supportWords(c.var.frame).why, ...t.why }[verdict.why] } } }, 409)
}

export const examiningRoutes: readonly Route[] = [
  get(paths.officeSupportLists, ['clerk'], async c => page(c, <SupportBoardPage frame={c.var.frame} {...(await boardOf(c.var.ctx))} />)),
  post(paths.projectSupportResult, ['clerk'], 'support.examined', examine),
]
