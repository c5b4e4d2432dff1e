import type { Day } from '#kit/dates.ts'
import { authorsOfSides, end } from '#modules/merging/merging.actions.ts'
import { askedNews } from '#modules/merging/merging.mail.tsx'
import type { Merging } from '#modules/merging/merging.rules.ts'
import { listDue, markReminded } from '#modules/merging/mergings.store.ts'
import { loadSides } from '#modules/merging/sides.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Silence is no consent: what waited beyond its day ends. Whoever has not answered is reminded once. */
export async function closeDue(ctx: Ctx, today: Day, remindBy: Day): Promise<void> {
  const { lapsed, soon } = await listDue(ctx, today, remindBy)
  for (const merging of lapsed)
    await inTransaction(ctx, async ctx => void (await end(ctx, merging, await loadSides(ctx, merging.sourceIds), 'lapse', '')))
  for (const merging of soon) await inTransaction(ctx, ctx => remind(ctx, merging))
}

async function remind(ctx: Ctx, merging: Merging): Promise<void> {
  if (!(await markReminded(ctx, merging.id))) return
  const authors = authorsOfSides(await loadSides(ctx, merging.sourceIds))
  const silent = authors.filter(id => !merging.answers.some(({ personId }) => personId === id))
  await record(ctx, 'merging.reminded', merging.id, { title: merging.title })
  await tell(ctx, silent, askedNews(merging))
}
