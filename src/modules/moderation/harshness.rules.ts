import type { FormState } from '#kit/form.ts'
import { byName, insults, masked, outright, threats, toSomebody } from '#modules/moderation/harsh-words.rules.ts'

export type Harshness = 'insult' | 'threat' | 'shouting'

/** Small letters without Polish marks, invisible characters and drawn-out letters: "KuRRRwa", "gówno" and "gowno" are looked at alike. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/(\p{L})\1{2,}/gu, '$1')

const address = /(?:https?:\/\/|www\.).*|[\p{L}\d._-]{1,60}@[\p{L}\d-]{2,}\.\p{L}.*|[\p{L}\d._-]{1,60}\.(?:pl|eu|com|org|net|info)(?![\p{L}\d]).*/iu
const code = /\p{L}[-_]*\d|\d[-_]*\p{L}|^\W*[A-Z]{3}(?:-[A-Z]{3})+\W*$/u
/** Without addresses and codes: what their letters happen to spell, nobody says. */
const said = (text: string) => text.replace(/\S+/g, token => (code.test(token) ? '' : token.replace(address, '')))

/** Letters set apart to hide a word: "k u r w a", "k.u.r.w.a". */
const closed = (plain: string) => plain.replace(/\b(?:\p{L}[ .\-_*]){3,}\p{L}\b/gu, spaced => spaced.replace(/[ .\-_*]/g, ''))

function isShouted(text: string): boolean {
  if (/!{3,}|[!?]{5,}/.test(text)) return true
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 20 && capitals / letters > 0.7
}

/** What may hurt in a text, guessed from words alone, here on the server. It never blocks: whoever writes is asked once. */
export function harshness(written: string): readonly Harshness[] {
  const text = said(written)
  const plain = closed(folded(text))
  const insulting = [...outright, ...insults, ...toSomebody].some(sign => sign.test(plain)) || masked.test(plain) || byName.test(text)
  return [
    ...(insulting ? (['insult'] as const) : []),
    ...(threats.some(sign => sign.test(plain)) ? (['threat'] as const) : []),
    ...(isShouted(text) ? (['shouting'] as const) : []),
  ]
}

/** A short mark of a text, so that nobody is asked twice about the same one. */
export function markOf(text: string): string {
  let mark = 5381
  for (const letter of text.trim().replace(/\s+/g, ' ')) mark = (Math.imul(mark, 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0
  return mark.toString(36)
}

/** The form as it comes back with the kind question, or undefined when there is nothing to ask or it has been asked about this very text. */
export function askKindly(form: FormState, ...texts: readonly (string | undefined)[]): FormState | undefined {
  const text = texts.filter(Boolean).join('\n')
  if (harshness(text).length === 0 || form.typed.asked === markOf(text)) return undefined
  return { typed: { ...form.typed, asked: markOf(text), harsh: 'tak' }, errors: {} }
}
