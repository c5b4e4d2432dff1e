import { longDate } from '#kit/dates.ts'
import type { Locale } from '#kit/texts.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'

type Words = {
  readonly title: string
  readonly opening: string
  readonly scope: (area: string) => string
  readonly may: { readonly title: string; readonly lines: readonly string[] }
  readonly must: { readonly title: string; readonly lines: readonly string[] }
  readonly until: string
  readonly signatures: readonly string[]
  readonly foot: string
}

/** What the printed authorisation says; it is a document of the office, so it is Polish unless asked otherwise. */
export function authorisationData(
  term: Term,
  { name, city, locale, words }: { readonly name: string; readonly city: string; readonly locale: Locale; readonly words: Words },
): Readonly<Record<string, unknown>> {
  const { authorisation, areaWords } = term
  return {
    lang: locale,
    title: words.title,
    number: authorisation?.number ?? '',
    date: authorisation ? longDate(authorisation.at, locale) : '',
    city,
    name,
    opening: words.opening,
    scope: words.scope(areaWords),
    may: words.may,
    must: words.must,
    until: words.until,
    signatures: words.signatures,
    foot: words.foot,
  }
}
