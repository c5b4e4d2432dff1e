import type { Locale } from '#kit/texts.ts'
import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import type { Sentenced } from '#modules/city/news.parts.tsx'
import type { News } from '#modules/city/news.store.ts'
import { placeName } from '#modules/city/places.parts.tsx'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import type { Visit } from '#web/http.ts'

const texts = { pl: cityTexts, en: cityTextsEn }

/** Facts in the words of the modules that record them. */
export const sentenced = (c: Visit, news: readonly News[]): Sentenced[] =>
  news.map(({ fact, thing }) => ({ at: fact.at, sentence: c.var.sentence(fact, c.var.frame.locale), id: thing.id, territoryId: thing.territoryId }))

/** What each territory is called on a page. */
export const namesOfPlaces = (territories: readonly Territory[], locale: Locale): ReadonlyMap<string, string> =>
  new Map(territories.map(territory => [territory.id, placeName(territory, texts[locale].wholeCity)]))
