import { tellByPhone } from '#modules/people/office/phone-news.actions.ts'
import { addressOf } from '#modules/people/people.store.ts'
import type { Ctx } from '#platform/context.ts'
import { type News, postLetter } from '#platform/letters.ts'

/** Writes to each person in their language, as they wish; whoever has no e-mail comes onto the phone list. Part of the caller's transaction. */
export async function tell(ctx: Ctx, personIds: Iterable<string>, news: News): Promise<void> {
  for (const personId of new Set(personIds)) {
    const { email, locale, wantsMail } = await addressOf(ctx, personId)
    if (email === undefined)
      await tellByPhone(ctx, { personId, fact: news.fact, subject: news.subject, title: news.title, words: news.write(locale).spoken })
    else if (wantsMail || news.always) await postLetter(ctx, { personId, address: email, ...news.write(locale) })
  }
}
