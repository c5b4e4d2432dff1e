/** RFC 4287. Times are moments, addresses are whole. */
export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly href: string
  readonly updated: Date
}
export type AtomFeed = {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly self: string
  readonly alternate: string
  readonly lang: string
  readonly updated: Date
  readonly entries: readonly AtomEntry[]
}

export const atomOf = ({ id, title, author, self, alternate, lang, updated, entries }: AtomFeed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(lang)}">`,
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(alternate)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n')

const entryOf = ({ id, title, summary, href, updated }: AtomEntry) =>
  [
    '<entry>',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(href)}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n')

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 has no way at all to say control characters and halves of a pair: they are left out. */
const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, sign => signs[sign] ?? '')
