import type { Locale } from '#kit/texts.ts'
import { wordsOf } from '#ui/tongue.ts'

/** Where the house stands is known only when a letter leaves: the post puts the real address in this one's place. */
export const site = 'https://adres-serwisu.invalid'

export type LetterWords = {
  /** What happened and where. */
  readonly subject: string
  /** What to do and until when; the first thing read. */
  readonly lead: string
  readonly lines?: readonly string[]
  /** Something to copy: a code, a number. */
  readonly figure?: string | undefined
  /** The one link: its words and its own path. */
  readonly act?: { readonly label: string; readonly path: string } | undefined
  /** Several things told at once, each with its own address. */
  readonly news?: readonly { readonly title: string; readonly note: string; readonly path: string }[]
  /** Why this letter came. */
  readonly foot: string
  /** Quiet links under the foot: to be told less. */
  readonly less?: readonly { readonly label: string; readonly path: string }[]
}
/** `spoken` is for whoever has no e-mail: the same words without address and foot, to be read out. */
export type WrittenLetter = { readonly subject: string; readonly text: string; readonly html: string; readonly spoken: string }

/** One letter in two dresses that say the same: plain text and HTML. */
export function writeLetter(locale: Locale, { subject, lead, lines = [], figure, act, news = [], foot, less = [] }: LetterWords): WrittenLetter {
  const link = act && `${site}${act.path}`
  const name = wordsOf(locale).name
  const told = news.map(({ title, note, path }) => `• ${title}\n  ${note}\n  ${site}${path}`)
  const end = [`--\n${foot}\n${name}`, ...less.map(({ label, path }) => `${label}:\n${site}${path}`)]
  const text = [lead, figure, ...lines, ...told, act && `${act.label}:\n${link}`, ...end].filter(Boolean).join('\n\n').concat('\n')
  const html = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{looks}</style>
      </head>
      <body>
        <table role="presentation" class="sheet">
          <tbody>
            <tr>
              <td>
                <p class="name">{name}</p>
                <p class="lead">{lead}</p>
                {figure && <p class="figure">{figure}</p>}
                {lines.map(line => (
                  <p>{line}</p>
                ))}
                {news.map(({ title, note, path }) => (
                  <p>
                    <a class="told" href={`${site}${path}`}>
                      {title}
                    </a>
                    <br />
                    {note}
                  </p>
                ))}
                {act && (
                  <p>
                    <a class="act" href={link}>
                      {act.label}
                    </a>
                  </p>
                )}
                <p class="foot">{foot}</p>
                {less.map(({ label, path }) => (
                  <p class="foot">
                    <a href={`${site}${path}`}>{label}</a>
                  </p>
                ))}
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
  const spoken = [subject, lead, figure, ...lines, ...news.flatMap(({ title, note }) => [title, note])].filter(Boolean).join('\n')
  return { subject, text, html: `<!doctype html>${html}`, spoken }
}

/** Mail programs know no style sheets of ours, so this small one travels along. */
const looks =
  'body{margin:0;background:#fcfaf6;color:#1c2033;font:17px/1.55 Verdana,Arial,sans-serif}.sheet{max-width:36rem;margin:0 auto;padding:24px;border-top:6px solid #b23c22}.name{font-weight:700}.lead{font-size:19px}.figure{font-size:32px;font-weight:700;letter-spacing:.12em}.told{font-weight:700}.act{display:inline-block;padding:12px 20px;background:#1f4d86;color:#fff;border-radius:5px;font-weight:700;text-decoration:none}.foot{color:#565b70;font-size:14px}'

/** Puts the real address of the house into a written letter. */
export const withAddress = <L extends Pick<WrittenLetter, 'text' | 'html'>>(letter: L, publicUrl: string): L => ({
  ...letter,
  text: letter.text.replaceAll(site, publicUrl),
  html: letter.html.replaceAll(site, publicUrl),
})
