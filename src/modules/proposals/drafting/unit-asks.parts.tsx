import type { SectionName } from '#modules/proposals/drafting/drafting.rules.ts'
import { unitAsksTextsEn } from '#modules/proposals/drafting/unit-asks.texts.en.ts'
import { unitAsksTexts } from '#modules/proposals/drafting/unit-asks.texts.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

/** Under a section that is being written: what a unit will want to know of it. */
export const UnitAsks = ({ frame, section }: { frame: Frame; section: SectionName }) => {
  const t = { pl: unitAsksTexts, en: unitAsksTextsEn }[frame.locale]
  return (
    <Fold summary={t.title}>
      <ul>
        {t.asks[section].map(sentence => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Fold>
  )
}

/** The sentence of a refusal, for modules above. */
export const proposalsWhy = (frame: Pick<Frame, 'locale'>, why: keyof typeof proposalsTexts.why): string =>
  ({ pl: proposalsTexts, en: proposalsTextsEn })[frame.locale].why[why]
