import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { talksTexts } from '#modules/discussions/talks.texts.ts'

export const changesTexts = {
  taken: 'Zmiany przyjęte',
  takenLead: 'Te zmiany podpowiedzieli inni mieszkańcy.',
  by: (p: { name: string }) => `podpowiada: ${p.name}`,
  partly: 'przyjęta w części',
  settle: 'Odpowiedz na propozycję',
  title: 'Co z tą propozycją zmiany?',
  lead: 'Twoją odpowiedź zobaczą wszyscy. Osoba, która to proponuje, dostanie wiadomość. Odpowiedzi nie można potem zmienić.',
  options: { accepted: 'Przyjmujemy', partly: 'Przyjmujemy w części', not: 'Nie przyjmujemy' },
  said: 'Głos jest dodany.',
  yourAnswer: 'Twoja odpowiedź, nie została zapisana',
  kind: 'Propozycja zmiany',
  back: 'Wróć do projektu',
  why: {
    ...discussionsTexts.why,
    ...talksTexts.why,
    'sign-in': 'Zaloguj się. Wystarczy adres e-mail.',
    'not-author': 'Na propozycje zmian odpowiadają tylko autorzy szkicu.',
    submitted: 'Projekt jest złożony. Treści nie można już zmienić.',
    withdrawn: 'Projekt jest wycofany, więc rozmowa jest zamknięta.',
    'own-words': 'To Twoja propozycja. Odpowie na nią inny autor.',
    'no-words': 'Tej propozycji nie można już przeczytać, więc nie ma na co odpowiedzieć.',
    'not-shared': 'Ten szkic widzą tylko autorzy. Rozmowa zacznie się, gdy go pokażą.',
  },
}
