// Bidirectional overrides and isolates, zero-width marks that only hide or fake words, soft hyphens, the byte-order mark. The joiners of emoji
// and of Arabic or Indic scripts (U+200C, U+200D) stay.
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tabs and form feeds end a line
const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
// as word processors paste lists: a bullet and a tab at the beginning of a line
const bullets = /^[ \t]*[\u2022\u00b7\uf0b7\u25aa\u25cf\u25e6o][ \t]*\t[ \t]*/gm

/** More marks over one letter than any language writes are somebody's play ("zalgo") and would cover the lines around. */
const mostMarks = 3
const piled = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')

/**
 * What somebody typed or pasted, as it is kept: composed letters (NFC), line ends as \n, nothing unseen, no piles of marks, lists of word
 * processors as lines with a hyphen, no white space around. Words, quotation marks and scripts of every language stay as they are.
 */
export const cleanText = (typed: string): string =>
  typed
    .replace(lineEnds, '\n')
    .replace(bullets, '- ')
    .replace(unseen, '')
    .replace(controls, '')
    .replace(/\t/g, ' ')
    .normalize('NFC')
    .replace(piled, '$1')
    .trim()
