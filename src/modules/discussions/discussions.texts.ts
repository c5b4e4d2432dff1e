import type { Facts } from '#kit/facts.ts'
import { pluralPl } from '#kit/texts.ts'

export const discussionsTexts = {
  title: 'Rozmowa',
  kinds: { for: 'Za', against: 'Przeciw', question: 'Pytanie', change: 'Propozycja zmiany' },
  groups: { for: 'Za', against: 'Przeciw', question: 'Pytania', change: 'Propozycje zmian' },
  none: { for: 'Nikt jeszcze nie napisał, dlaczego warto.', against: 'Nikt jeszcze nie napisał, co budzi wątpliwości.' },
  sum: (n: number) => `${n} ${pluralPl(n, 'głos', 'głosy', 'głosów')}`,
  empty: 'Jeszcze nikt się nie odezwał.',
  emptyHint: 'Napisz, dlaczego warto, co budzi wątpliwości albo o co chcesz zapytać.',
  answer: 'Odpowiedz',
  answers: 'Odpowiedzi',
  answerLabel: 'Twoja odpowiedź',
  send: 'Dodaj głos',
  sendAnswer: 'Dodaj odpowiedź',
  kindLabel: 'Co chcesz powiedzieć?',
  kindHints: {
    for: 'Dlaczego warto to zrobić',
    against: 'Co budzi wątpliwości',
    question: 'Czego chcesz się dowiedzieć',
    change: 'Co zrobić inaczej',
  },
  textLabel: 'Twoje słowa',
  textHint: 'Najwyżej 1500 znaków.',
  rulesTitle: 'Zasady rozmowy',
  rules: [
    'Mów o sprawie, nie o osobie. Każdy ma prawo myśleć inaczej.',
    'Podaj powód albo przykład: co widzisz, kiedy i gdzie.',
    'Nie wpisuj cudzych danych: nazwisk, adresów, numerów telefonu.',
    'Pytaj, gdy czegoś nie wiesz. Odpowiedzą sąsiedzi albo urząd.',
  ].join('\n'),
  publicly: 'Wszyscy zobaczą Twoją nazwę, słowa i godzinę.',
  privacy: 'Więcej o prywatności',
  via: { online: '', meeting: 'ze spotkania', office: 'w urzędzie', paper: 'z kartki', phone: 'przez telefon' },
  erased: 'Treść usunięto razem z kontem.',
  signIn: 'Zaloguj się, żeby zabrać głos',
  errors: {
    required: 'Wypełnij to pole.',
    wrong: 'Tej wartości nie rozumiemy. Wybierz jeszcze raz.',
    'kind-missing': 'Wybierz, czy jesteś za, przeciw, pytasz, czy proponujesz zmianę.',
    'text-missing': 'Napisz, co chcesz powiedzieć.',
    'text-short': 'Napisz choć kilka słów.',
    'text-long': 'Skróć tekst do 1500 znaków.',
  },
  why: {
    'sign-in': 'Zaloguj się, żeby zabrać głos. Wystarczy adres e-mail.',
    'too-deep': 'Na odpowiedź już się nie odpowiada. Dodaj nowy głos.',
    elsewhere: 'Ten głos należy do innej rozmowy. Odśwież stronę.',
  },
  facts: {
    'comment.added': (p: Facts['comment.added']) =>
      p.reply
        ? 'dodano odpowiedź w rozmowie'
        : { for: 'dodano głos za', against: 'dodano głos przeciw', question: 'zadano pytanie', change: 'zaproponowano zmianę' }[p.kind],
  },
}
