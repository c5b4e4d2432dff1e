import { measures, type Readability, readabilityOf } from '#modules/proposals/drafting/plain-language.rules.ts'
import { plainLanguageTextsEn } from '#modules/proposals/drafting/plain-language.texts.en.ts'
import { plainLanguageTexts } from '#modules/proposals/drafting/plain-language.texts.ts'
import type { Frame } from '#ui/frame.ts'
import { Fold, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: plainLanguageTexts, en: plainLanguageTextsEn }
export const plainLanguageWords = (frame: Pick<Frame, 'locale'>): typeof plainLanguageTexts => texts[frame.locale]

const tones: Readonly<Record<Readability['level'], Tone>> = { plain: 'good', fair: 'wait', hard: 'no' }
const mostShown = 12

/** What makes a text hard to read. It advises and never stops anybody. */
export const PlainLanguage = ({ frame, text, open }: { frame: Frame; text: string; open: boolean }) => {
  const t = texts[frame.locale]
  const found = readabilityOf(text)
  return (
    <Fold summary={t.title} open={open}>
      {frame.locale !== 'pl' && <p class="small muted">{t.polishOnly}</p>}
      {found ? <Findings frame={frame} found={found} /> : <p>{t.tooShort}</p>}
    </Fold>
  )
}

const Findings = ({ frame, found }: { frame: Frame; found: Readability }) => {
  const t = texts[frame.locale]
  const index = String(found.index).replace('.', frame.locale === 'pl' ? ',' : '.')
  return (
    <>
      <p class="tags">
        <Tag kind={tones[found.level]}>{t.levels[found.level]}</Tag>
      </p>
      <p>{t.index({ index, words: found.words, sentences: found.sentences })}</p>
      <Listed title={t.longSentences(measures.sentenceWords)} lines={found.longSentences} />
      <Listed title={t.officialese} lines={found.officialese.map(one => t.pair(one))} />
      <Listed title={t.longWords} lines={found.longWords} />
      <p class="small muted">{t.formula}</p>
    </>
  )
}

const Listed = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ul class="tight" lang="pl">
        {lines.slice(0, mostShown).map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
