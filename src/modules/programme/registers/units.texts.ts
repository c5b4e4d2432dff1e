import { pluralPl } from '#kit/texts.ts'

export const unitsTexts = {
  title: 'Jednostki miasta',
  lead: 'Kto w mieście udziela opinii, na czym się zna i w ile dni odpowiada.',
  add: 'Dodaj jednostkę',
  empty: 'Nie ma jeszcze żadnej jednostki',
  emptyNext: 'Dodaj pierwszą, aby mieszkańcy mogli prosić o opinie.',
  line: (p: { topics: readonly string[]; days: number }) =>
    `${p.topics.join(', ')}${p.topics.length > 0 ? ' · ' : ''}odpowiada w ${pluralPl(p.days, `${p.days} dzień`, `${p.days} dni`, `${p.days} dni`)}`,
  edit: 'Zmień dane jednostki',
  code: 'Skrót',
  codeHint: 'Wielkie litery i cyfry, na przykład ZZM.',
  name: 'Pełna nazwa',
  topics: 'Na czym się zna',
  topicsHint: 'Słowa oddzielone przecinkami, na przykład: zieleń, parki.',
  slaDays: 'Ile dni ma na odpowiedź',
  save: 'Zapisz',
  added: (p: { code: string }) => `Dodano jednostkę ${p.code}.`,
  changed: 'Zapisane.',
  back: 'Wszystkie jednostki',
  savedNow: (value: string) => `Teraz zapisane: ${value}`,
  errors: {
    required: 'Uzupełnij to pole.',
    wrong: 'Popraw to pole.',
    code: 'Skrót to od 2 do 12 wielkich liter i cyfr.',
    days: 'Wpisz liczbę dni od 1 do 90.',
    taken: 'Inna jednostka ma już taki skrót.',
  },
  why: {
    'not-yours': 'Jednostki prowadzi koordynator programu.',
    'changed-meanwhile': 'Ktoś zmienił tę jednostkę w międzyczasie. Twoje wpisy zostały w formularzu. Zapisz jeszcze raz, jeśli mają obowiązywać.',
  },
}
