import { createContext, useContext } from 'hono/jsx'
import type { Locale } from '#kit/texts.ts'
import { uiTextsEn } from '#ui/ui.texts.en.ts'
import { uiTexts } from '#ui/ui.texts.ts'

const texts = { pl: uiTexts, en: uiTextsEn }

/** The language of the page being drawn; the layout sets it, so that small parts need not be handed it. */
export const Tongue = createContext<Locale>('pl')
export const useTongue = (): Locale => useContext(Tongue)
export const useWords = (): typeof uiTexts => texts[useContext(Tongue)]
export const wordsOf = (locale: Locale): typeof uiTexts => texts[locale]
