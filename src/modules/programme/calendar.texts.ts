import { dayOf, daysBetween, startOfDay, timeOfDay, weekdayDate } from '#kit/dates.ts'
import { genitiveDay, pluralPl } from '#kit/texts.ts'
import type { PhaseKind } from '#modules/programme/calendar.rules.ts'

const accusative: Readonly<Record<string, string>> = {
  poniedziałek: 'w poniedziałek',
  wtorek: 'we wtorek',
  środa: 'w środę',
  czwartek: 'w czwartek',
  piątek: 'w piątek',
  sobota: 'w sobotę',
  niedziela: 'w niedzielę',
}
const inOnDay = (day: string) => day.replace(/^\S+?(?=,)/, name => accusative[name] ?? name)
const inflected = (form: (day: string) => string) => (moment: Date, now?: Date) => {
  const day = form(weekdayDate(moment, 'pl'))
  const year = dayOf(moment).slice(0, 4)
  return now && dayOf(now).slice(0, 4) !== year ? `${day} ${year}` : day
}
/** "niedzieli, 22 marca": after od and do. */
const ofDay = inflected(genitiveDay)
/** "w niedzielę, 22 marca" */
const onDay = inflected(inOnDay)

const left = (until: Date, now: Date) => {
  const days = daysBetween(dayOf(now), dayOf(until))
  if (days === 0) return 'dziś ostatni dzień'
  if (days === 1) return 'został 1 dzień'
  return pluralPl(days, `został ${days} dzień`, `zostały ${days} dni`, `zostało ${days} dni`)
}

const phases = {
  rules: 'Zasady i pieniądze',
  'ambassador-call': 'Nabór ambasadorów',
  training: 'Szkolenia ambasadorów',
  meetings: 'Spotkania z mieszkańcami',
  needs: 'Potrzeby',
  ideas: 'Pomysły',
  drafts: 'Wspólne szkice',
  advice: 'Wstępne opinie jednostek',
  workshops: 'Warsztaty miejskie',
  submission: 'Składanie projektów',
  'support-lists': 'Listy poparcia',
  'formal-check': 'Sprawdzenie formalne',
  review: 'Weryfikacja merytoryczno-prawna',
  'review-results': 'Wyniki weryfikacji',
  protests: 'Protesty',
  hearings: 'Spotkania w sprawie protestów',
  'ballot-list': 'Lista do głosowania',
  withdrawal: 'Wycofywanie projektów',
  promotion: 'Promocja i punkty głosowania',
  voting: 'Głosowanie',
  counting: 'Liczenie głosów',
  results: 'Wyniki',
  approval: 'Zatwierdzenie projektów',
  implementation: 'Realizacja',
  evaluation: 'Ocena edycji',
} as const satisfies Record<PhaseKind, string>

export const calendarTexts = {
  phases,
  openness: {
    open: (p: { until: Date; now: Date }) => `Otwarte do ${ofDay(p.until, p.now)}, do godz. ${timeOfDay(p.until, 'pl')} – ${left(p.until, p.now)}.`,
    notYet: (p: { from: Date; now: Date }) => `Otworzy się ${onDay(p.from, p.now)}.`,
    over: (p: { since: Date; now: Date }) => `Zamknięte. Termin minął ${onDay(p.since, p.now)}.`,
    unplanned: 'Nie ma tego w kalendarzu tej edycji.',
  },
  span: (p: { from: string; to: string }) => {
    const [from, to] = [startOfDay(p.from), startOfDay(p.to)]
    const year = p.to.slice(0, 4)
    if (p.from === p.to) return `${onDay(to)} ${year}`
    return `od ${ofDay(from, to)} do ${ofDay(to)} ${year}`
  },
}
