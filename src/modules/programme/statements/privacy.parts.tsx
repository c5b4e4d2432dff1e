import type { Locale } from '#kit/texts.ts'
import { type Kind, type ProcessingId, periods } from '#modules/programme/statements/privacy.rules.ts'
import { privacyTextsEn } from '#modules/programme/statements/privacy.texts.en.ts'
import { privacyTexts } from '#modules/programme/statements/privacy.texts.ts'
import { PrivacyNote } from '#ui/parts.tsx'
import { useTongue } from '#ui/tongue.ts'

const texts = { pl: privacyTexts, en: privacyTextsEn }

/** The same notice in words, for printed things. */
export function processingWords(of: ProcessingId, locale: Locale): readonly string[] {
  const t = texts[locale]
  const { why, howLong, publicly } = t.processing[of]
  return [why, publicly, howLong((kind: Kind) => t.period(periods[kind])), t.who]
}

/** The notice of a form that asks for personal data, out of the register: it says what the privacy page says. */
export const ProcessingNote = ({ of }: { of: ProcessingId }) => {
  const t = texts[useTongue()]
  const { why, howLong, publicly } = t.processing[of]
  return <PrivacyNote who={t.who} why={why} howLong={howLong((kind: Kind) => t.period(periods[kind]))} publicly={publicly} />
}
