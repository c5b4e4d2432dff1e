import { markMerged } from '#modules/people/joining.store.ts'
import { dropPhoneNews } from '#modules/people/office/phone-news.store.ts'
import { blankPerson } from '#modules/people/own/erasure.store.ts'
import type { Ctx } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { type Better, uniteIds } from '#platform/unite.ts'

/**
 * The record of a person without e-mail becomes part of their account: everything that names it names the account, what both have stays once, and facts of the
 * ledger keep the old id, whose name leads to the account. Part of the caller's transaction, which has proven that both are one person.
 */
export async function joinRecord(ctx: Ctx, recordId: string, accountId: string, better: Better): Promise<void> {
  await dropPhoneNews(ctx, recordId)
  await uniteIds(ctx, recordId, accountId, better)
  await blankPerson(ctx, recordId)
  await markMerged(ctx, recordId, accountId)
  await record(ctx, 'person.united', accountId, {})
}
