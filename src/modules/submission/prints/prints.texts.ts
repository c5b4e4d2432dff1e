export const printsTexts = {
  version: (n: number) => `wersja ${n}`,
  draftOf: (day: string) => `Szkic, stan z dnia: ${day}. Może się jeszcze zmienić.`,
  madeOn: (p: { version: number; day: string }) => `Wersja ${p.version} z dnia: ${p.day}.`,
  submittedAs: (p: { publicNo: string; day: string }) => `Złożono pod numerem ${p.publicNo}: ${p.day}.`,
  statement: (n: number) => `Przyjmuję wersję ${n} tego projektu jako współautor lub współautorka.`,
  name: 'Imię i nazwisko, czytelnie',
  date: 'Data i podpis',
  how: 'Podpisaną kartkę oddaj osobie, która prowadzi projekt, w urzędzie albo ambasadorowi. Wpiszą podpis pod tą wersją.',
  check: 'Odcisk wersji (SHA-256). Taki sam musi stać na stronie:',
  authors: (names: string) => `Autorzy: ${names}.`,
  qr: 'Kod QR z adresem projektu',
  columns: ['Co', 'Ile', 'Cena', 'Razem'],
  sum: 'Razem, brutto',
  poster: {
    call: { open: 'Przeczytaj i powiedz, co o tym myślisz', submitted: 'Przeczytaj projekt' },
    state: {
      draft: 'Wspólny szkic mieszkańców',
      agreeing: 'Autorzy przyjmują ostatnią wersję',
      submitted: (publicNo: string) => `Projekt ${publicNo}`,
    },
  },
}
