import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import { type CountsOf, livelinessOf } from '#modules/city/counts.rules.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import type { Frame } from '#ui/frame.ts'
import type { DistrictMark } from '#ui/map.tsx'

const texts = { pl: cityTexts, en: cityTextsEn }

/** How lively each district is, for the map: by colour and in words. */
export function marksOf(districts: readonly Territory[], counts: CountsOf, frame: Frame): ReadonlyMap<number, DistrictMark> {
  const { needs, ideas, projects } = texts[frame.locale].counts
  return new Map(
    districts.map(({ id, number }) => {
      const of = counts(id)
      const words = [of.needs && needs(of.needs), of.ideas && ideas(of.ideas), of.projects && projects(of.projects)].filter(Boolean).join(', ')
      return [number ?? 0, { state: livelinessOf(of), ...(words ? { words } : {}) }]
    }),
  )
}
