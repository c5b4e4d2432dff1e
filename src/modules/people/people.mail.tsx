import type { Locale } from '#kit/texts.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { signInTextsEn } from '#modules/people/sign-in/sign-in.texts.en.ts'
import { signInTexts } from '#modules/people/sign-in/sign-in.texts.ts'
import { writeLetter } from '#ui/letter.tsx'

const signIn = { pl: signInTexts, en: signInTextsEn }
const profile = { pl: profileTexts, en: profileTextsEn }

type Words = { readonly subject: string; readonly lead: string; readonly foot: string }

const letter = (locale: Locale, words: Words, figure?: string) => writeLetter(locale, { ...words, figure })

export function signInLetter(locale: Locale, code: string) {
  const { letter: t } = signIn[locale]
  return letter(locale, { ...t, subject: t.subject(code) }, code)
}
export function newEmailLetter(locale: Locale, code: string) {
  const { letter: t } = profile[locale].email
  return letter(locale, { ...t, subject: t.subject(code) }, code)
}
/** To the old address, after the change. */
export const emailChangedLetter = (locale: Locale) => letter(locale, profile[locale].email.notice)
