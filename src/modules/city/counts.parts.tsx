import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import type { Counts } from '#modules/city/counts.rules.ts'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: cityTexts, en: cityTextsEn }

/** "3 potrzeby · 1 pomysł · 2 projekty"; what there is none of is not said. */
export const CountWords = ({ frame, counts }: { frame: Frame; counts: Counts }) => {
  const t = texts[frame.locale].counts
  const said = [counts.needs && t.needs(counts.needs), counts.ideas && t.ideas(counts.ideas), counts.projects && t.projects(counts.projects)]
  return <span class="muted">{said.filter(Boolean).join(' · ') || t.quiet}</span>
}
