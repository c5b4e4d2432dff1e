import { pluralEn, type Same } from '#kit/texts.ts'
import type { plainLanguageTexts } from '#modules/proposals/drafting/plain-language.texts.ts'

export const plainLanguageTextsEn: Same<typeof plainLanguageTexts> = {
  title: 'Is the text plain?',
  check: 'Check the language',
  tooShort: 'Write at least twenty words, and we will count how hard they are to read.',
  polishOnly: 'This is counted for Polish.',
  levels: {
    plain: 'Plain: almost everybody will understand it.',
    fair: 'Fair: most will understand it, but shorter sentences would help.',
    hard: 'Hard: many people will stop reading.',
  },
  index: p =>
    `Index ${p.index}: so many years of schooling are needed to read it without effort. Counted from ${p.words} ${pluralEn(p.words, 'word', 'words')} in ${p.sentences} ${pluralEn(p.sentences, 'sentence', 'sentences')}.`,
  formula: 'The formula of Walery Pisarek (1969): ½ · √(average length of a sentence² + percentage of words of four or more syllables²).',
  longSentences: max => `Sentences longer than ${max} words. Try to split them:`,
  longWords: 'Long words. Use shorter ones where you can:',
  officialese: 'Official phrases and plainer words:',
  pair: p => `“${p.found}” → ${p.plainer}`,
}
