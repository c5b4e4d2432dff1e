/** What is said when a file cannot be kept; the keys are the refusals of `#platform/files.ts`. */
export const filesTexts = {
  why: {
    'file-missing': 'Wybierz plik. Ten jest pusty albo go nie ma.',
    'file-too-big': 'Ten plik ma więcej niż 12 MB. Zmniejsz zdjęcie albo wybierz inne.',
    'file-kind': 'Tego pliku nie przyjmujemy. Wybierz zdjęcie (JPG, PNG, WebP) albo dokument PDF.',
    'file-heic': 'To zdjęcie jest w formacie HEIC, którego nie pokaże każda przeglądarka. Zapisz je jako JPG i wybierz ponownie.',
    'file-broken': 'Nie udało się odczytać tego zdjęcia. Otwórz je u siebie, zapisz jeszcze raz i wybierz ponownie.',
    'image-too-large': 'To zdjęcie ma ponad 80 milionów punktów. Zmniejsz je i wybierz ponownie.',
    'not-image': 'Tu można dodać tylko zdjęcie: JPG, PNG albo WebP.',
    'alt-missing': 'Opisz, co jest na zdjęciu. Ten opis usłyszą osoby, które go nie widzą.',
  },
  hint: 'JPG, PNG lub WebP, najwyżej 12 MB. Usuniemy z niego miejsce i datę zrobienia.',
  held: (name: string) => `Plik, który już mamy: ${name}. Nikt inny go nie widzi, dopóki nie wyślesz formularza.`,
  other: 'inny plik zamiast tego',
  away: 'Nie wysyłaj tego pliku',
  alt: 'Co jest na zdjęciu',
  altHint: 'Jedno zdanie dla osób, które go nie widzą.',
}
