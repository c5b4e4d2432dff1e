import type { Locale } from '#kit/texts.ts'
import type { Chapter, Item } from '#modules/programme/editions/sentences.rules.ts'
import { sentencesTextsEn } from '#modules/programme/editions/sentences.texts.en.ts'
import { sentencesTexts } from '#modules/programme/editions/sentences.texts.ts'

const texts = { pl: sentencesTexts, en: sentencesTextsEn }

/** One rule as a plain sentence. */
export function sentenceOf(item: Item, locale: Locale): string {
  const say = texts[locale].sentences[item.says] as (values: Item['with']) => string
  return say(item.with)
}

/** The rules of an edition in plain sentences, chapter by chapter. */
export const RuleSentences = ({ chapters, locale, level = 'h2' }: { chapters: readonly Chapter[]; locale: Locale; level?: 'h2' | 'h3' }) => {
  const Heading = level
  return (
    <>
      {chapters.map(chapter => (
        <section class="part stack" id={`zasady-${chapter.section}`}>
          <Heading>{texts[locale].sections[chapter.section]}</Heading>
          <div class="prose">
            <ul>
              {chapter.items.map(item => (
                <li>{sentenceOf(item, locale)}</li>
              ))}
            </ul>
          </div>
        </section>
      ))}
    </>
  )
}
