import type { Generated } from 'kysely'
import type { FactName } from '#kit/facts.ts'
import { newId } from '#kit/ids.ts'
import type { Locale } from '#kit/texts.ts'
import type { Ctx } from '#platform/context.ts'

declare module '#platform/schema.ts' {
  interface Tables {
    letters: {
      id: string
      state: 'waiting' | 'queued' | 'sent' | 'bounced' | 'failed'
      person_id: string | null
      address: string
      subject: string
      body_text: string
      body_html: string
      reply_to: Generated<string | null>
      created_at: Generated<Date>
      sent_at: Generated<Date | null>
      error: Generated<string | null>
    }
    settings: { name: string; value: unknown }
  }
}

export type Letter = {
  readonly personId: string | null
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Whom an answer reaches, where it is not the house. */
  readonly replyTo?: string | undefined
}

/** What happened (the fact, the thing and its title) and the letter that tells it, in the reader's language. */
export type News = {
  readonly fact: FactName
  readonly subject: string
  readonly title: string
  /** It touches a place or duty that they hold (a meeting is off, a term ends): it comes also to those who wish no letters. */
  readonly always?: boolean
  readonly write: (locale: Locale) => Pick<Letter, 'subject' | 'text' | 'html' | 'replyTo'> & { readonly spoken: string }
}

/** Puts a letter in the outbox in the caller's transaction; the sequencer hands it to the post once that is committed. */
export async function postLetter({ db }: Ctx, letter: Letter): Promise<string> {
  const id = newId('letter')
  const { personId, address, subject, text, html, replyTo = null } = letter
  const row = { id, state: 'waiting' as const, person_id: personId, address, subject, body_text: text, body_html: html, reply_to: replyTo }
  await db.insertInto('letters').values(row).execute()
  return id
}
