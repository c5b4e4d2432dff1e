import type { Locale } from '#kit/texts.ts'
import { surroundings } from '#ui/jsx-runtime.ts'
import { uiTextsEn } from '#ui/ui.texts.en.ts'
import { uiTexts } from '#ui/ui.texts.ts'

const texts = { pl: uiTexts, en: uiTextsEn }

/** The language of the page being drawn; the layout sets it, so that small parts need not be handed it. */
export const Tongue = surroundings<Locale>('pl')
export const useTongue = (): Locale => Tongue.current()
export const useWords = (): typeof uiTexts => texts[Tongue.current()]
export const wordsOf = (locale: Locale): typeof uiTexts => texts[locale]
