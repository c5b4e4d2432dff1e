import type { PhaseKind } from '#modules/programme/calendar.rules.ts'

type Doing = { title: string; body: string }
const doing: Partial<Record<PhaseKind | 'needs-ideas', Doing>> = {
  'needs-ideas': {
    title: 'Zbieramy potrzeby i pomysły',
    body: 'Napisz, czego brakuje w Twojej okolicy, albo poprzyj cudzą potrzebę. Wystarczy jedno zdanie.',
  },
  needs: { title: 'Zbieramy potrzeby', body: 'Napisz, czego brakuje w Twojej okolicy, albo poprzyj cudzą potrzebę. Wystarczy jedno zdanie.' },
  ideas: { title: 'Zbieramy pomysły', body: 'Zobacz, czego brakuje sąsiadom, i zaproponuj, co z tym zrobić.' },
  drafts: { title: 'Piszemy wspólne szkice', body: 'Wybierz pomysł i zacznij z niego szkic razem z sąsiadami.' },
  submission: { title: 'Przyjmujemy projekty', body: 'Gotowy szkic złóż jako projekt. Pomożemy na każdym kroku.' },
  'support-lists': { title: 'Zbieramy podpisy poparcia', body: 'Każdy projekt potrzebuje podpisów mieszkańców.' },
  advice: { title: 'Jednostki miasta radzą', body: 'Eksperci odpowiadają publicznie na pytania autorów szkiców.' },
  review: { title: 'Miasto sprawdza projekty', body: 'Jednostki miasta sprawdzają, czy projekt da się zbudować i za ile.' },
  protests: { title: 'Można złożyć protest', body: 'Od odmowy można się odwołać. Potem jest spotkanie z autorami i jednostką.' },
  voting: { title: 'Głosujemy', body: 'Wybierz projekty dla swojej dzielnicy i dla całego miasta.' },
  results: { title: 'Są wyniki', body: 'Zobacz, co wygrało i dlaczego.' },
  implementation: { title: 'Budujemy', body: 'Zobacz, na jakim etapie są zwycięskie projekty.' },
  'ambassador-call': { title: 'Szukamy ambasadorów', body: 'Ambasador zaprasza sąsiadów do rozmowy i pomaga im pisać.' },
}

export const homeTexts = {
  title: 'Od rozmowy na osiedlu do gotowego placu zabaw',
  lead: 'Powiedz, czego brakuje w okolicy. Sąsiedzi, ambasadorzy i eksperci miasta pomogą zrobić z tego projekt, który da się zbudować.',
  description: 'Mieszkańcy i miasto wspólnie wymyślają projekty do budżetu obywatelskiego.',
  kicker: (p: { city: string; no: number; total: string }) => `${p.city} · edycja ${p.no} · ${p.total}`,
  now: 'Teraz',
  between: (next: string) => `Przerwa. Następny krok: ${next}`,
  doing,
  also: 'Trwa też',
  next: (p: { what: string; day: string }) => `Dalej: ${p.what}, ${p.day}.`,
  calendar: 'Kalendarz edycji',
  needsAndIdeas: 'Potrzeby i pomysły',
  wholeCalendar: 'Cały kalendarz',
  ics: 'Dodaj do swojego kalendarza (.ics)',
  acts: { need: 'Powiedz, czego brakuje', idea: 'Zaproponuj pomysł', draft: 'Zacznij wspólny szkic', project: 'Złóż projekt' },
  map: {
    title: 'Co się dzieje w dzielnicach',
    list: 'Lista dzielnic',
    words: 'Dzielnice słowami',
    find: 'Znajdź swoją dzielnicę',
    city: 'Sprawy całego miasta',
  },
  moved: {
    title: 'Co się ruszyło',
    all: 'Wszystkie zdarzenia w dzienniku',
    none: 'Jeszcze nic',
    noneHelp: 'Gdy ktoś doda pierwszą potrzebę, zobaczysz ją tutaj.',
  },
  backed: { title: 'Czego brakuje najbardziej', all: 'Wszystkie potrzeby' },
  ways: {
    title: (n: number) => (n === 3 ? 'Trzy drogi do projektu' : n === 2 ? 'Dwie drogi do projektu' : 'Droga do projektu'),
    more: 'Jak to działa',
    district: {
      title: 'W dzielnicy',
      lead: 'Sąsiedzi z okolicy razem piszą jeden projekt.',
      steps: ['Potrzeby i pomysły', 'Wspólny szkic', 'Odpowiedź jednostki miasta', 'Wspólny wniosek'],
    },
    city: {
      title: 'Dla całego miasta',
      lead: 'Pomysły, które służą wszystkim dzielnicom.',
      steps: ['Podsumowanie potrzeb', 'Rozwijanie pomysłów', 'Zamiana na wnioski'],
    },
    alone: {
      title: 'Na własną rękę',
      lead: 'Jak co roku: jeden formularz, pomoc na każdym kroku.',
      steps: ['Opis i miejsce', 'Koszt', 'Lista poparcia', 'Złożenie'],
    },
  },
}
