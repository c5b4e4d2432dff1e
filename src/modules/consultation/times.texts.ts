import { pluralPl } from '#kit/texts.ts'

const days = (count: number) =>
  Number.isInteger(count) ? pluralPl(count, `${count} dzień`, `${count} dni`, `${count} dni`) : `${String(count).replace('.', ',')} dnia`

export const timesTexts = {
  title: 'Jak szybko odpowiadają jednostki',
  lead: 'Wstępne opinie w tej edycji: ile pytań czeka, na ile jest odpowiedź i po ilu dniach przychodzi.',
  caption: 'Pytania do jednostek miasta',
  columns: {
    unit: 'Jednostka',
    median: 'Zwykle po',
    waiting: 'Czeka',
    answered: 'Odpowiedzi',
    queued: 'Na liście oczekujących',
    promised: 'Ma na to',
  },
  days,
  few: (fewest: number) => `mniej niż ${fewest} odpowiedzi`,
  how: (fewest: number) =>
    `„Zwykle po” to mediana: połowa odpowiedzi przyszła szybciej, połowa później. Liczymy dni od pytania do odpowiedzi, razem z czasem, gdy jednostka czekała na autorów. Przy mniej niż ${fewest} odpowiedziach jej nie podajemy. Wspólna opinia kilku jednostek liczy się raz, u tej, która ją prowadzi.`,
  none: 'Nie ma teraz edycji',
  noneLead: 'Liczby pojawią się, gdy zacznie się następna.',
  link: 'Jak szybko odpowiadają jednostki',
}
