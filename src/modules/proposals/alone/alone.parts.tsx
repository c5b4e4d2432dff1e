import { aloneTextsEn } from '#modules/proposals/alone/alone.texts.en.ts'
import { aloneTexts } from '#modules/proposals/alone/alone.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'

export const aloneWords = ({ locale }: Pick<Frame, 'locale'>): typeof aloneTexts => ({ pl: aloneTexts, en: aloneTextsEn })[locale]

/** What is missing, in words, and the field in which it is put right. */
export type Missing = { readonly field: string; readonly sentence: string }

/** The way to the one page, wherever somebody starts a draft. */
export const AloneLink = ({ frame, where, ideaId }: { frame: Frame; where?: string | undefined; ideaId?: string | undefined }) => (
  <a href={url(paths.projectAlone, undefined, { gdzie: where, pomysl: ideaId })}>{aloneWords(frame).link}</a>
)
