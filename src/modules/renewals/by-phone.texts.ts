import { pluralPl } from '#kit/texts.ts'

export const byPhoneTexts = {
  title: 'Ponowienie poparcia przez telefon',
  lead: 'Te osoby nie mają e-maila, a projekt, który popierają, się zmienił. Zadzwoń albo wyślij list i zapisz odpowiedź.',
  none: { title: 'Nikt nie czeka na telefon', first: 'Pojawi się tu każda osoba bez e-maila, gdy zmieni się projekt, który popiera.' },
  numbers: 'Pokaż numery telefonów',
  numbersHint: 'Każde takie spojrzenie jest zapisane.',
  noPhone: 'numeru nie podano',
  printList: 'Drukuj listę telefoniczną (PDF)',
  printLetters: 'Drukuj listy (PDF)',
  changed: (what: string) => `Zmieniło się: ${what}.`,
  keep: (name: string) => `Dalej popiera: ${name}`,
  withdraw: (name: string) => `Wycofuje poparcie: ${name}`,
  done: 'Odpowiedź zapisana.',
  matter: (n: number) =>
    `${n} ${pluralPl(n, 'osoba bez e-maila czeka', 'osoby bez e-maila czekają', 'osób bez e-maila czeka')} na pytanie o poparcie`,
  silence: 'Kto nie odpowie, ten dalej popiera.',
  list: {
    columns: { who: 'Kto', phone: 'Telefon', what: 'Projekt i co się zmieniło', keep: 'Dalej popiera', withdraw: 'Wycofuje' },
    secret: 'Dane osobowe: tylko dla urzędu. Po wpisaniu odpowiedzi zniszcz tę kartkę.',
  },
  letter: {
    title: 'Projekt, który popierasz, się zmienił',
    changed: 'Co się zmieniło',
    was: 'Było',
    is: 'Jest',
    answer: 'Odpowiedź',
    keep: 'Dalej popieram ten projekt.',
    withdraw: 'Wycofuję poparcie.',
    how: (p: { phone: string }) =>
      `Zaznacz jedną z możliwości i oddaj tę kartkę w urzędzie${p.phone === '' ? '' : ` albo zadzwoń: ${p.phone}`}. Jeśli nic nie zrobisz, Twoje poparcie zostaje.`,
    signature: 'Data i podpis',
  },
}
