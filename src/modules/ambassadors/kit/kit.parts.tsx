import type { Locale } from '#kit/texts.ts'
import {
  announcementData,
  attendanceData,
  type KitMeeting,
  type KitSheet,
  type KitWho,
  posterData,
  scriptData,
  sheetsData,
} from '#modules/ambassadors/kit/kit.rules.ts'
import { kitTextsEn } from '#modules/ambassadors/kit/kit.texts.en.ts'
import { kitTexts } from '#modules/ambassadors/kit/kit.texts.ts'
import { qrRows } from '#ui/qr.ts'

const texts = { pl: kitTexts, en: kitTextsEn }
export const kitWords = (locale: Locale) => texts[locale]
const template = (name: string) => new URL(`./kit-${name}.typ`, import.meta.url)

/** A sheet of the kit and what is printed on it; without a meeting, dates and places are written in by hand. */
export function kitPaper(
  sheet: KitSheet,
  who: KitWho,
  locale: Locale,
  meeting?: KitMeeting,
): readonly [template: URL, data: Readonly<Record<string, unknown>>] {
  const t = kitWords(locale)
  switch (sheet) {
    case 'plakat': {
      const { qr, ...data } = posterData(who, t.poster, locale, meeting)
      return [template('poster'), { ...data, qr: qrRows(data.link), qrAlt: qr }]
    }
    case 'ogloszenie':
      return [template('announcement'), announcementData(who, t.announcement, locale, meeting)]
    case 'lista-obecnosci':
      return [template('attendance'), attendanceData(who, t.attendance, locale, meeting)]
    case 'arkusze':
      return [template('sheets'), sheetsData(who, t.contribution, locale, { meeting })]
    case 'scenariusz':
      return [template('script'), scriptData(who, t.script, locale, meeting)]
  }
}
