import { no, type Verdict, yes } from '#kit/verdict.ts'
import { insertCard, insertTable, listTables, loadCard, sitDown, updateCard } from '#modules/meetings/voices/cards.store.ts'
import { about, held } from '#modules/meetings/workshops/workshops.actions.ts'
import { type AddWhy, type Card, type CardField, mayAdd, mayArrange, mayWriteCard } from '#modules/meetings/workshops/workshops.rules.ts'
import { listGroups } from '#modules/meetings/workshops/workshops.store.ts'
import type { Ctx } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { addOrigin } from '#platform/origins.ts'

/** A table for one group of needs from the workshop before. */
export function setTable(
  ctx: Ctx,
  workshopId: string,
  table: { key: string; name: string; groupId: string | null },
): Promise<Verdict<'not-yours' | 'planned' | 'settled' | 'other-stage'>> {
  return held(ctx, workshopId, async (ctx, standing) => {
    if (standing.workshop.stage !== 2) return no('other-stage')
    const verdict = mayArrange(ctx.actor, standing.asked)
    if (!verdict.ok) return verdict
    const known = standing.before ? (await listGroups(ctx, standing.before.id)).some(group => group.id === table.groupId) : false
    const row = { ...table, id: table.key.replace(/^key/, 'table'), workshopId, groupId: known ? table.groupId : null }
    if (await insertTable(ctx, row)) await record(ctx, 'workshop.table-set', workshopId, { ...about(standing), name: table.name })
    return yes
  })
}

export function joinTable(ctx: Ctx, workshopId: string, tableId: string): Promise<Verdict<AddWhy | 'no-table'>> {
  return held(ctx, workshopId, async (ctx, standing) => {
    const verdict = mayAdd(ctx.actor, standing.asked, ctx.now)
    if (!verdict.ok) return verdict
    const table = (await listTables(ctx, workshopId)).find(one => one.id === tableId)
    if (!table) return no('no-table')
    if (table.memberIds.includes(ctx.actor.id)) return yes
    await sitDown(ctx, workshopId, tableId)
    await record(ctx, 'workshop.table-joined', workshopId, { ...about(standing), name: table.name })
    return yes
  })
}

type Words = Readonly<Record<CardField, string>>
type CardWhy = AddWhy | 'not-at-table' | 'no-table'

/** A card grows out of every need of its table's group. */
export function writeCard(
  ctx: Ctx,
  workshopId: string,
  card: Words & { key: string; tableId: string },
): Promise<Verdict<CardWhy> & { readonly id?: string }> {
  return held(ctx, workshopId, async (ctx, standing) => {
    const table = (await listTables(ctx, workshopId)).find(one => one.id === card.tableId)
    if (!table) return no('no-table')
    const verdict = mayWriteCard(ctx.actor, standing.asked, table, ctx.now)
    if (!verdict.ok) return verdict
    const id = card.key.replace(/^key/, 'card')
    if (!(await insertCard(ctx, { ...card, id, workshopId }))) return { ...yes, id }
    const groups = standing.before ? await listGroups(ctx, standing.before.id) : []
    for (const needId of groups.find(group => group.id === table.groupId)?.needIds ?? []) await addOrigin(ctx, needId, id)
    await addOrigin(ctx, workshopId, id)
    await record(ctx, 'workshop.card-written', workshopId, { ...about(standing), card: id })
    return { ...yes, id }
  })
}

export type CardChanged = Verdict<CardWhy> | { readonly ok: false; readonly why: 'changed-meanwhile'; readonly now: Card }
/** Those at one table write the same card: the second to save sees both texts. */
export async function changeCard(ctx: Ctx, id: string, version: number, words: Words): Promise<CardChanged> {
  const { workshopId, tableId } = await loadCard(ctx, id)
  return held(ctx, workshopId, async (ctx, standing): Promise<CardChanged> => {
    const table = (await listTables(ctx, workshopId)).find(one => one.id === tableId)
    if (!table) return no('no-table')
    const verdict = mayWriteCard(ctx.actor, standing.asked, table, ctx.now)
    if (!verdict.ok) return verdict
    if (!(await updateCard(ctx, id, version, words))) return { ...no('changed-meanwhile'), now: await loadCard(ctx, id) }
    await record(ctx, 'workshop.card-changed', workshopId, { ...about(standing), card: id, version: version + 1 })
    return yes
  })
}
