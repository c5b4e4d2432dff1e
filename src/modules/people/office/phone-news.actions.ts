import type { FactName } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { keepNews, markTold, markToldAbout } from '#modules/people/office/phone-news.store.ts'
import { maySeePeople } from '#modules/people/people.rules.ts'
import { loadPerson } from '#modules/people/people.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/**
 * News for somebody without e-mail: it waits on the list until a clerk passes it on, in the words of the letter that others get.
 * For people with an e-mail it does nothing and answers false: they get a letter.
 */
export async function tellByPhone(
  ctx: Ctx,
  news: { personId: string; fact: FactName; subject: string; title: string; words: string },
): Promise<boolean> {
  const person = await loadPerson(ctx, news.personId)
  if (person.erased || (person.email && !person.emailFails)) return false
  await keepNews(ctx, news)
  return true
}

/** Part of an action of another module: what waited for somebody about this thing has been talked over. */
export async function passOnAbout(ctx: Ctx, news: { personId: string; fact: FactName; subject: string }): Promise<void> {
  if (await markToldAbout(ctx, news)) await record(ctx, 'person.told', news.personId, {})
}

/** The clerk has called, or handed over the printed list. */
export async function passOn(ctx: Ctx, newsId: string): Promise<Verdict<'not-clerk' | 'told-already'>> {
  const verdict = maySeePeople(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const personId = await markTold(ctx, newsId)
    if (!personId) return no('told-already')
    await record(ctx, 'person.told', personId, {})
    return yes
  })
}
