const named = (title: string) => (title === '' ? '' : ` „${title}”`)
const partNames = { title: 'tytuł', aim: 'cel', place: 'miejsce', cost: 'koszt' }

export const renewalsTexts = {
  states: { waiting: 'czeka', kept: 'poparcie zostaje', withdrawn: 'poparcie wycofane', lapsed: 'nieaktualne' },
  parts: partNames,
  partHeads: { title: 'Tytuł', aim: 'Cel, w streszczeniu', place: 'Miejsce', cost: 'Koszt' },
  page: {
    title: 'Projekt się zmienił. Czy dalej go popierasz?',
    lead: { backing: 'Popierasz pomysł, z którego wyrósł ten projekt.', endorsement: 'Popierasz ten projekt swoim podpisem na liście.' },
    changed: 'Co się zmieniło',
    was: 'Było',
    is: 'Jest',
    onMap: 'Na mapie',
    whole: 'Zobacz projekt',
    keep: 'Dalej popieram',
    withdraw: 'Wycofuję poparcie',
    silence: 'Jeśli nic nie zrobisz, Twoje poparcie zostaje.',
    kept: 'Zapisane: dalej popierasz ten projekt.',
    withdrawn: 'Zapisane: Twoje poparcie jest wycofane i nie liczy się już.',
    lapsed: 'Zmiana, o którą pytaliśmy, została cofnięta. Nic nie trzeba robić.',
  },
  beside: (what: string) => `Od Twojego poparcia w tym projekcie zmieniło się: ${what}.`,
  besideLink: 'Zobacz, co się zmieniło, i zdecyduj',
  matter: (what: string) => `Popierany projekt się zmienił (${what}). Czy dalej popierasz?`,
  why: { 'not-yours': 'To nie jest Twoja sprawa.', 'wrong-state': 'Ta odpowiedź jest już zapisana.' },
  errors: { choose: 'Wybierz jedną z możliwości.', wrong: 'Sprawdź to pole.' },
  letter: {
    untitled: 'Szkic bez tytułu',
    subject: (p: { title: string }) => `Projekt, który popierasz, się zmienił: ${p.title}`,
    lead: {
      backing: (p: { title: string }) => `Popierasz pomysł, z którego wyrósł projekt „${p.title}”. W nowej wersji zmieniło się to, co ważne.`,
      endorsement: (p: { title: string }) => `Popierasz projekt „${p.title}”. W nowej wersji zmieniło się to, co ważne.`,
    },
    changed: (what: string) => `Zmieniło się: ${what}.`,
    silence: 'Możesz dalej popierać albo wycofać poparcie. Jeśli nic nie zrobisz, Twoje poparcie zostaje.',
    act: 'Zobacz zmiany i zdecyduj',
    foot: 'Ten list wysłał program Wspólne Projekty, bo popierasz ten projekt. Link działa bez logowania, więc nie przekazuj go nikomu.',
  },
  facts: {
    'renewal.asked': (p: { title: string; what?: readonly (keyof typeof partNames)[] }) =>
      `w projekcie${named(p.title)} zmieniło się: ${(p.what ?? []).map(part => partNames[part]).join(', ')}; zapytano popierających, czy dalej popierają`,
    'renewal.kept': (p: { title: string }) => `potwierdzono poparcie po zmianie projektu${named(p.title)}`,
    'renewal.withdrawn': (p: { title: string }) => `wycofano poparcie po zmianie projektu${named(p.title)}`,
    'renewal.lapsed': (p: { title: string }) => `cofnięto zmianę, o którą pytano popierających projekt${named(p.title)}`,
  },
}
