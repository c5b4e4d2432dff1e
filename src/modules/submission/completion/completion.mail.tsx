import { type Day, longDate, startOfDay } from '#kit/dates.ts'
import type { FactName } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Call, NextStep } from '#modules/submission/completion/completion.rules.ts'
import { completionTextsEn } from '#modules/submission/completion/completion.texts.en.ts'
import { completionTexts } from '#modules/submission/completion/completion.texts.ts'
import { paths, url } from '#paths'
import type { News } from '#platform/letters.ts'
import { type LetterWords, writeLetter } from '#ui/letter.tsx'

const texts = { pl: completionTexts, en: completionTextsEn }
type Written = Pick<LetterWords, 'subject' | 'lead' | 'lines'> & { readonly label: string }
type Words = typeof completionTexts.letters

const newsOf = (
  fact: FactName,
  { id, title }: Project,
  path: string,
  words: (t: Words, day: (due: Day) => string, locale: Locale) => Written,
): News => ({
  fact,
  subject: id,
  title,
  // a deadline of the office reaches also those who wish no letters
  always: true,
  write: locale => {
    const t = texts[locale].letters
    const { label, ...rest } = words(t, due => longDate(startOfDay(due), locale), locale)
    return writeLetter(locale, { ...rest, act: { label, path }, foot: t.foot })
  },
})
const completion = ({ id }: Project) => url(paths.projectCompletion, { id })
const project = ({ id }: Project) => url(paths.project, { id })

/** To all authors: what is missing, why, by when. */
export const calledNews = (of: Project, call: Pick<Call, 'words' | 'dueOn'>, next: NextStep): News =>
  newsOf('completion.called', of, completion(of), ({ called: t }, day) => ({
    subject: t.subject(of),
    lead: t.lead({ day: day(call.dueOn), next }),
    lines: [call.words],
    label: t.act,
  }))
/** To the other authors: their consent is wanted, or the lead answers alone. */
export const completionWaitsNews = (of: Project, call: Pick<Call, 'dueOn'>, allAgree: boolean): News =>
  newsOf('completion.frozen', of, completion(of), ({ waits, ready }, day) => ({
    subject: (allAgree ? waits : ready).subject(of),
    lead: (allAgree ? waits : ready).lead({ day: day(call.dueOn) }),
    label: waits.act,
  }))
/** To the authors and to whoever called. */
export const answeredNews = (of: Project, version: number): News =>
  newsOf('completion.answered', of, project(of), ({ answered: t }) => ({ subject: t.subject(of), lead: t.lead({ version }), label: t.act }))
export const extendedNews = (of: Project, dueOn: Day): News =>
  newsOf('completion.extended', of, completion(of), ({ extended: t }, day) => ({
    subject: t.subject(of),
    lead: t.lead({ day: day(dueOn) }),
    label: t.act,
  }))
export const endedCallNews = (of: Project, how: 'withdraw' | 'lapse', reason: string): News =>
  newsOf(how === 'lapse' ? 'completion.lapsed' : 'completion.withdrawn', of, project(of), t => ({
    subject: t[how].subject(of),
    lead: t[how].lead,
    lines: reason === '' ? [] : [t.reason({ reason })],
    label: t.act,
  }))
/** To all authors: the word of the office on the answer, and what follows by the rules. */
export const settledNews = (of: Project, { step, reason, next }: { step: 'comply' | 'fail'; reason: string; next: NextStep }): News =>
  newsOf(step === 'comply' ? 'completion.complied' : 'completion.not-complied', of, project(of), (t, _, locale) => ({
    subject: t[step].subject(of),
    lead: step === 'comply' ? t.comply.lead : texts[locale].next[next],
    lines: reason === '' ? [] : [t.reason({ reason })],
    label: t.act,
  }))
