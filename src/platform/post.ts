import nodemailer from 'nodemailer'
import type { Letter } from '#platform/letters.ts'

/** The post: takes a letter and answers whether the other side took it. Throws where trying again may help. */
export type Post = { readonly send: (letter: Omit<Letter, 'personId'>) => Promise<'sent' | 'bounced'>; readonly close: () => void }

/** Letters over SMTP. Without an address of a server nothing leaves the house: the demo shows its letters on a page. */
export function openPost(smtpUrl: string | undefined, from: string): Post {
  if (smtpUrl === undefined) return { send: async () => 'sent', close: () => {} }
  const transport = nodemailer.createTransport(smtpUrl)
  return {
    async send({ address, subject, text, html, replyTo }) {
      try {
        await transport.sendMail({ from, to: address, subject, text, html, replyTo })
        return 'sent'
      } catch (error) {
        // 5xx: this address will never take it; anything else may pass later
        if (typeof error === 'object' && error && 'responseCode' in error && Number(error.responseCode) >= 500) return 'bounced'
        throw error
      }
    },
    close: () => transport.close(),
  }
}
