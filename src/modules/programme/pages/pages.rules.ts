import { type Actor, has, house } from '#kit/actor.ts'
import type { FactRules } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

/** One language of a page. `more` is what to read next, one line each: words | address. */
export type PageText = { readonly title: string; readonly summary: string; readonly body: string; readonly more: string }
export type PageContent = {
  readonly author: string
  readonly publishingBody: string
  /** What was changed and why, for the history. */
  readonly note: string
  readonly pl: PageText
  readonly en: PageText
}
export type PageVersion = PageContent & {
  readonly version: number
  readonly restoredFrom: number | undefined
  readonly editorName: string
  readonly at: Date
}
export type Page = { readonly id: string; readonly slug: string; readonly position: number; readonly version: number }
/** Which version is shown from when; without a version the page is taken off from then. */
export type Publication = {
  readonly id: number
  readonly version: number | undefined
  readonly publishAt: Date
  readonly publisherName: string
  readonly at: Date
  readonly cancelled: boolean
}

export const pageLimits = { title: 120, summary: 600, body: 40_000, more: 2_000, note: 200, author: 120 } as const

export const mayWritePages = (actor: Actor): Verdict<'not-editor'> => (actor.id === house.id || has(actor, 'editor') ? yes : no('not-editor'))

const inOrder = (a: Publication, b: Publication) => a.publishAt.getTime() - b.publishAt.getTime() || a.id - b.id
/** Publications that have happened, oldest first. What was called off before its time never did. */
export const happened = (publications: readonly Publication[], now: Date): Publication[] =>
  publications.filter(one => !one.cancelled && one.publishAt <= now).sort(inOrder)
/** What is shown now: the newest publication whose time has come; undefined before the first and after the page was taken off. */
export function shownNow(publications: readonly Publication[], now: Date): (Publication & { version: number }) | undefined {
  const last = happened(publications, now).at(-1)
  return last?.version === undefined ? undefined : { ...last, version: last.version }
}
export const plannedAfter = (publications: readonly Publication[], now: Date): Publication | undefined =>
  publications.filter(one => !one.cancelled && one.publishAt > now).sort(inOrder)[0]
/** Everybody may look at what has been published once; drafts are for editors. */
export const wasShown = (publications: readonly Publication[], version: number, now: Date): boolean =>
  happened(publications, now).some(one => one.version === version)

export type PublishWhy = 'not-editor' | 'no-such-version' | 'time-passed' | 'already-shown' | 'already-planned'
/** Publishing again what is already seen would only blur the history. */
export function mayPublish(
  actor: Actor,
  page: Page,
  publications: readonly Publication[],
  version: number,
  at: Date | undefined,
  now: Date,
): Verdict<PublishWhy> {
  const may = mayWritePages(actor)
  if (!may.ok) return may
  if (version < 1 || version > page.version) return no('no-such-version')
  const planned = plannedAfter(publications, now)
  if (at === undefined) return shownNow(publications, now)?.version === version && !planned ? no('already-shown') : yes
  if (at <= now) return no('time-passed')
  return planned?.version === version && planned.publishAt.getTime() === at.getTime() ? no('already-planned') : yes
}
export const mayTakeOff = (actor: Actor, publications: readonly Publication[], now: Date): Verdict<'not-editor' | 'not-shown'> => {
  const may = mayWritePages(actor)
  return may.ok && shownNow(publications, now) === undefined ? no('not-shown') : may
}
export const mayCallOff = (actor: Actor, publications: readonly Publication[], now: Date): Verdict<'not-editor' | 'nothing-planned'> => {
  const may = mayWritePages(actor)
  return may.ok && plannedAfter(publications, now) === undefined ? no('nothing-planned') : may
}

/** The page in the visitor's language; what has no English yet is shown in Polish, and says so. */
export function textFor(content: PageContent, locale: Locale): PageText & { readonly language: Locale } {
  const language = locale === 'en' && content.en.title !== '' && content.en.body !== '' ? 'en' : 'pl'
  return { ...content[language], language }
}

export type MoreLink = { readonly label: string; readonly href: string }
const ownOrSecure = /^(\/(?!\/)|https:\/\/)\S+$/
/** "Jak głosować | /zasady": one a line. A line that is not like that is a mistake, given back as it was typed. */
export function readMore(typed: string): { readonly links: readonly MoreLink[]; readonly mistakes: readonly string[] } {
  const lines = typed
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const read = lines.map(line => {
    const at = line.lastIndexOf('|')
    return { line, label: line.slice(0, Math.max(0, at)).trim(), href: line.slice(at + 1).trim() }
  })
  const good = (link: MoreLink) => link.label !== '' && ownOrSecure.test(link.href)
  return { links: read.filter(good).map(({ label, href }) => ({ label, href })), mistakes: read.filter(link => !good(link)).map(link => link.line) }
}

const polish: Readonly<Record<string, string>> = { ą: 'a', ć: 'c', ę: 'e', ł: 'l', ń: 'n', ó: 'o', ś: 's', ź: 'z', ż: 'z' }
/** "Ścieżka dzielnicowa" -> "sciezka-dzielnicowa" */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[ąćęłńóśźż]/g, letter => polish[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
export const isSlug = (typed: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) && typed.length <= 80

declare module '#kit/facts.ts' {
  interface Facts {
    'page.written': { slug: string; title: string; version: number }
    'page.restored': { slug: string; title: string; version: number; from: number }
    'page.published': { slug: string; title: string; version: number }
    'page.planned': { slug: string; title: string; version: number; at: string }
    'page.called-off': { slug: string; title: string }
    'page.taken-off': { slug: string; title: string }
    'page.illustrated': { slug: string }
  }
}
export const pagesFacts = {
  'page.written': { keep: { years: 10 } },
  'page.restored': { keep: { years: 10 } },
  'page.published': { keep: { years: 25 } },
  'page.planned': { keep: { years: 10 } },
  'page.called-off': { keep: { years: 10 } },
  'page.taken-off': { keep: { years: 25 } },
  'page.illustrated': { keep: { years: 10 } },
} satisfies FactRules
