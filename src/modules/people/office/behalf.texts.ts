export const behalfTexts = {
  title: 'Zapisz słowa osoby, która nie korzysta z internetu',
  hint: 'Autorem będzie ta osoba. Zapytaj ją o zgodę i przeczytaj, co będzie widoczne.',
  person: 'Osoba, którą już mamy',
  nobody: 'Nikt z listy',
  name: 'Nowa osoba: imię i nazwisko',
  phone: 'Telefon nowej osoby',
  channel: 'Skąd są te słowa',
  channels: { meeting: 'ze spotkania', office: 'z rozmowy w urzędzie', paper: 'z kartki', phone: 'z rozmowy telefonicznej' },
  why: {
    'not-helper': 'Za inną osobę wpisuje urząd albo ambasador w swojej okolicy.',
    'not-assisted': 'Ta osoba ma własne konto. Niech wpisze to sama.',
    'bad-name': 'Wpisz imię i nazwisko, od 2 do 60 znaków.',
    'bad-phone': 'Wpisz numer telefonu, na przykład 601 234 567.',
  },
}
