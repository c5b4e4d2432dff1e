import { dateAndTime } from '#kit/dates.ts'
import type { Locale } from '#kit/texts.ts'

/** What the kit prints; the names are those of addresses. */
export const kitSheets = ['ogloszenie', 'plakat', 'lista-obecnosci', 'arkusze', 'scenariusz'] as const
export type KitSheet = (typeof kitSheets)[number]
export const isSheet = (typed: string | undefined): typed is KitSheet => kitSheets.some(sheet => sheet === typed)

/** A meeting as the kit knows it; the module of meetings gives it, without it there are lines to fill in by hand. */
export type KitMeeting = {
  readonly title: string
  readonly startsAt: Date
  readonly place: string
  /** Steps, loop, sign language: in one sentence. */
  readonly access?: string | undefined
  /** Public address of the meeting, whole, and the one to type by hand. */
  readonly address: string
  readonly short?: string | undefined
}
export type KitWho = {
  readonly name: string
  readonly area: string
  readonly city: string
  readonly contact: string
  readonly address: string
  readonly short: string
}

type Common = { readonly lang: Locale; readonly foot: string }
const shortAddress = (address: string) => address.replace(/^https?:\/\//, '')
/** What somebody without a telephone with a camera types by hand. */
const typedAddress = (who: KitWho, meeting: KitMeeting | undefined) => shortAddress(meeting ? (meeting.short ?? meeting.address) : who.short)
const common = (locale: Locale, { city, contact }: KitWho): Common => ({ lang: locale, foot: [city, contact].filter(Boolean).join(' · ') })
const whenOf = (meeting: KitMeeting | undefined, locale: Locale) => (meeting ? dateAndTime(meeting.startsAt, locale) : '')

export type PosterWords = {
  readonly kicker: string
  readonly title: string
  readonly ask: string
  readonly when: string
  readonly where: string
  readonly access: string
  readonly host: string
  readonly more: string
  readonly qr: string
  readonly free: string
}
/** A poster to be read from two metres; the QR and the short address lead to the meeting, or to the ambassador. */
export function posterData(who: KitWho, words: PosterWords, locale: Locale, meeting?: KitMeeting) {
  return {
    ...common(locale, who),
    ...words,
    title: meeting?.title ?? words.title,
    area: who.area,
    name: who.name,
    whenValue: whenOf(meeting, locale),
    whereValue: meeting?.place ?? '',
    accessValue: meeting?.access ?? '',
    address: typedAddress(who, meeting),
    link: meeting?.address ?? who.address,
  }
}

export type AnnouncementWords = {
  readonly title: string
  readonly greeting: string
  readonly paragraphs: (area: string) => string
  readonly when: string
  readonly where: string
  readonly access: string
  readonly agenda: string
  readonly points: readonly string[]
  readonly noInternet: string
  readonly bye: string
  readonly byeHosts: string
}
/** A page for the notice board, the shop and the parish gazette. */
export function announcementData(who: KitWho, words: AnnouncementWords, locale: Locale, meeting?: KitMeeting) {
  const { paragraphs, byeHosts, ...rest } = words
  return {
    ...common(locale, who),
    ...rest,
    bye: meeting ? byeHosts : words.bye,
    title: meeting?.title ?? words.title,
    paragraphs: paragraphs(who.area).split('\n'),
    name: who.name,
    whenValue: whenOf(meeting, locale),
    whereValue: meeting?.place ?? '',
    accessValue: meeting?.access ?? '',
    address: typedAddress(who, meeting),
  }
}

export type AttendanceWords = {
  readonly title: string
  readonly meeting: string
  readonly when: string
  readonly where: string
  readonly columns: readonly string[]
  readonly notice: string
  readonly noticeLines: readonly string[]
  readonly voluntary: string
}
const rowsOnSheet = 18
/** No more is asked than what a count needs; the privacy notice stands on the sheet. */
export function attendanceData(who: KitWho, words: AttendanceWords, locale: Locale, meeting?: KitMeeting) {
  const rows = Array.from({ length: rowsOnSheet }, (_, i) => String(i + 1))
  const values = { meetingValue: meeting?.title ?? '', whenValue: whenOf(meeting, locale), whereValue: meeting?.place ?? '' }
  return { ...common(locale, who), ...words, ...values, rows }
}

export type SheetWords = {
  readonly title: string
  readonly number: string
  readonly ask: string
  readonly needs: string
  readonly where: string
  readonly idea: string
  readonly tear: string
  readonly keep: string
  readonly notice: string
}
/** Two contribution sheets on a page, each with its number on both parts; `first` is the first number. */
export function sheetsData(
  who: KitWho,
  words: SheetWords,
  locale: Locale,
  { first = 1, count = 10, meeting }: { first?: number; count?: number; meeting?: KitMeeting | undefined } = {},
) {
  const numbers = Array.from({ length: count }, (_, i) => first + i)
  return {
    ...common(locale, who),
    ...words,
    area: who.area,
    meetingValue: meeting?.title ?? '',
    address: typedAddress(who, meeting),
    numbers,
  }
}

export type ScriptWords = {
  readonly title: string
  readonly lead: string
  readonly columns: readonly string[]
  readonly steps: readonly { readonly time: string; readonly what: string; readonly how: string }[]
  readonly bring: string
  readonly things: readonly string[]
}
/** An hour and a half, step by step. */
export const scriptData = (who: KitWho, words: ScriptWords, locale: Locale, meeting?: KitMeeting) => ({
  ...common(locale, who),
  ...words,
  subtitle: [meeting?.title ?? who.area, whenOf(meeting, locale), meeting?.place].filter(Boolean).join(' · '),
})
