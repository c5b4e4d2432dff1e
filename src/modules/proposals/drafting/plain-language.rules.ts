/**
 * How hard a Polish text is to read, and what makes it so. The index is Walery Pisarek's (1969, non-linear form): ½·√(Ts² + Tw²), where Ts is the
 * average length of a sentence in words and Tw the share, in percent, of words of four or more syllables. It answers to years of schooling.
 */
export type Readability = {
  readonly words: number
  readonly sentences: number
  /** Years of schooling, one decimal. */
  readonly index: number
  readonly level: 'plain' | 'fair' | 'hard'
  readonly longSentences: readonly string[]
  readonly longWords: readonly string[]
  readonly officialese: readonly Officialese[]
}
export type Officialese = { readonly found: string; readonly plainer: string }

export const measures = { sentenceWords: 20, longWordSyllables: 4, plain: 9, fair: 12, fewestWords: 20 } as const

const vowels = /[aeoóuyąę]|i(?![aeoóuąę])/giu
/** A vowel is a syllable; "i" before another vowel only softens (siano: sia-no); "au" and "eu" are one (auto: au-to). */
export const syllables = (word: string): number => word.replace(/[ae]u/giu, 'a').match(vowels)?.length ?? 0

const wordsOf = (text: string) => text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
// before a name these never end a sentence; other abbreviations and numbers end one only before a capital letter
const beforeName = /(?:^|[\s(„])(?:(?:ul|al|pl|os|im|św|dr|inż|mgr|prof|ks|gen)|\p{Lu})\.$/u
const abbreviated = /(?:^|[\s(„])(?:(?:np|m\.in|tj|tzn|itp|itd|nr|ok|zł|gr|art|ust|pkt|godz|str|por|tzw|ds|r|w)|\d+)\.$/iu
const goesOn = (part: string, next: string | undefined) =>
  next !== undefined && (beforeName.test(part) || (abbreviated.test(part) && !/^[„"(]?\p{Lu}/u.test(next)))

/** Sentences as people read them: to a full stop, question or exclamation mark, colon of a list or the end of a line. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const line of text.split('\n')) {
    let current = ''
    const parts = line.split(/(?<=[.!?…]["”»)]?)\s+/u)
    for (const [i, part] of parts.entries()) {
      current = current === '' ? part : `${current} ${part}`
      if (!goesOn(current, parts[i + 1])) {
        sentences.push(current)
        current = ''
      }
    }
    sentences.push(current)
  }
  return sentences.map(sentence => sentence.trim()).filter(sentence => wordsOf(sentence).length > 0)
}

/** Official phrases with what people say instead; a stem takes every ending. */
const official: readonly (readonly [pattern: RegExp, plainer: string])[] = [
  [/\bcelem (?:zapewnienia|realizacji|umożliwienia|poprawy)\b/giu, 'żeby…'],
  [/\bw celu\b/giu, 'żeby'],
  [/\bw zakresie\b/giu, 'w, o'],
  [/\bna terenie\b/giu, 'w, na'],
  [/\bw ramach\b/giu, 'w, przez'],
  [/\bna bazie\b/giu, 'na podstawie, z'],
  [/\bw przypadku gdy\b/giu, 'gdy, jeśli'],
  [/\bw związku z (?:powyższym|tym, że)\b/giu, 'dlatego'],
  [/\bmając na uwadze\b/giu, 'ponieważ, bo'],
  [/\bz uwagi na\b/giu, 'ponieważ, bo'],
  [/\bze względu na fakt\b/giu, 'ponieważ, bo'],
  [/\bpodczas gdy\b/giu, 'a'],
  [/\bw chwili obecnej\b/giu, 'teraz'],
  [/\bna chwilę obecną\b/giu, 'teraz'],
  [/\bna dzień dzisiejszy\b/giu, 'dziś'],
  [/\bponadto\b/giu, 'też, poza tym'],
  [/\bniniejsz\p{L}+/giu, 'ten, ta, to'],
  [/\bprzedmiotow\p{L}+/giu, 'ten, ta, to'],
  [/\bprzedmiot(?:em|u) (?:zadania|projektu|wniosku)\b/giu, 'projekt to…'],
  [/\bposiada\p{L}*/giu, 'ma, mają'],
  [/\bdokonywa\p{L}+|\bdokona(?:ć|nie|nia|no)\b/giu, 'czasownik zamiast „dokonać”'],
  [/\bpoprzez\b/giu, 'przez'],
  [/\bcelem jest\b/giu, 'chcemy'],
  [/\bulega(?:ć|ją|)\b/giu, 'inny czasownik'],
  [/\bzostan(?:ie|ą) (?:wykonan|zrealizowan|zamontowan|zakupion|utworzon)\p{L}+/giu, 'zrobimy, postawimy, kupimy…'],
  [/\bnależy\b/giu, 'trzeba'],
  [/\buprzednio\b/giu, 'wcześniej'],
  [/\bjednocześnie\b/giu, 'też'],
  [/\bwskazan(?:ym|ej|ych) (?:lokalizacji|lokalizacjach)\b/giu, 'w tym miejscu'],
  [/\blokalizacj\p{L}+/giu, 'miejsce'],
  [/\brealizacj\p{L}+/giu, 'budowa, wykonanie'],
  [/\binfrastruktur\p{L}+ towarzysząc\p{L}+/giu, 'nazwij te rzeczy'],
  [/\bnasadze(?:nia|ń|niom|niami)\b/giu, 'sadzenie, drzewa, krzewy'],
  [/\bużytkownik(?:ów|om|ami) (?:przestrzeni|terenu)\b/giu, 'ludzie, którzy tu bywają'],
  [/\bosob\p{L}+ trzeci\p{L}+/giu, 'inne osoby'],
  [/\bz tytułu\b/giu, 'za'],
  [/\bw oparciu o\b/giu, 'na podstawie'],
  [/\bpod kątem\b/giu, 'dla, jeśli chodzi o'],
  [/\bwyżej wymienion\p{L}+|\bw\/w\b|\bww\.(?=\s)/giu, 'ten, ta, to'],
  [/\bumożliwia(?:jąc\p{L}*|nie|nia)\b/giu, 'pozwala'],
  [/\bfunkcjonowani\p{L}+/giu, 'praca, działanie'],
]

function officialeseIn(text: string): Officialese[] {
  // \b of the language knows no Polish letters: a match must not start or end inside a word
  const within = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '')
  return official
    .flatMap(([pattern, plainer]) =>
      [...text.matchAll(new RegExp(pattern.source.replaceAll('\\b', ''), pattern.flags))]
        .filter(({ 0: found, index }) => !within(index - 1) && !within(index + found.length))
        .map(({ 0: found, index }) => ({ found, plainer, index })),
    )
    .sort((a, b) => a.index - b.index)
    .map(({ found, plainer }) => ({ found, plainer }))
}

/** Undefined where there is too little to judge. */
export function readabilityOf(text: string): Readability | undefined {
  const [all, sentences] = [wordsOf(text), sentencesOf(text)]
  if (all.length < measures.fewestWords) return undefined
  const long = all.filter(word => syllables(word) >= measures.longWordSyllables)
  const [perSentence, longShare] = [all.length / sentences.length, (100 * long.length) / all.length]
  const index = Math.round((Math.sqrt(perSentence ** 2 + longShare ** 2) / 2) * 10) / 10
  return {
    words: all.length,
    sentences: sentences.length,
    index,
    level: index <= measures.plain ? 'plain' : index <= measures.fair ? 'fair' : 'hard',
    longSentences: sentences.filter(sentence => wordsOf(sentence).length > measures.sentenceWords),
    longWords: [...new Set(long.map(word => word.toLowerCase()))],
    officialese: officialeseIn(text),
  }
}
