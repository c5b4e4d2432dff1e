export const webTexts = {
  reference: (id: string) => `Numer zdarzenia: ${id}. Podaj go, pisząc do nas.`,
  toHome: 'Strona główna',
  errors: {
    403: {
      title: 'Tu nie masz wstępu',
      lead: 'Ta strona jest dla osób, które pełnią w programie inną rolę. Jeśli powinna być także dla Ciebie, napisz do koordynatorki.',
    },
    404: {
      title: 'Nie ma takiej strony',
      lead: 'Adres mógł się zmienić albo ktoś wycofał to, czego szukasz. Zacznij od strony głównej lub wyszukiwarki.',
    },
    409: { title: 'Ktoś był szybszy', lead: 'Ta sprawa zmieniła się w międzyczasie. Wróć na jej stronę i zobacz, co jest teraz.' },
    413: { title: 'To za dużo naraz', lead: 'Wysłany plik lub tekst jest zbyt duży. Zmniejsz go i wyślij jeszcze raz.' },
    422: { title: 'Czegoś jeszcze brakuje', lead: 'Wróć do formularza i popraw zaznaczone pola. To, co już wpisano, tam czeka.' },
    429: { title: 'Chwila przerwy', lead: 'Przyszło od Ciebie bardzo dużo próśb naraz. Odczekaj minutę i spróbuj jeszcze raz. Nic nie zginęło.' },
    500: { title: 'Coś się u nas zepsuło', lead: 'To nasz błąd, nie Twój. Spróbuj jeszcze raz za chwilę. Powtórzenie niczego nie zdubluje.' },
    503: { title: 'Zaraz wracamy', lead: 'Baza danych jest na moment niedostępna. Odśwież stronę za chwilę. Nic z tego, co zapisano, nie zginęło.' },
  },
  parked: {
    title: 'To, co było wpisane, czeka',
    lead: 'Sesja wygasła, zanim formularz do nas dotarł. Sprawdź treść i wyślij ją jeszcze raz.',
    send: 'Wyślij teraz',
    text: 'Treść',
    file: 'Plik',
    again: 'Wybierz ten plik jeszcze raz. Przeglądarka nie może zrobić tego sama.',
    tooLong:
      'Ten formularz jest za długi, żeby mógł tu poczekać, a sesja wygasła. Wróć do niego przyciskiem Wstecz, skopiuj tekst i dopiero potem się zaloguj.',
    gone: 'Tego formularza już tu nie ma. Trzymamy go tylko przez godzinę i tylko w tej przeglądarce.',
  },
}
