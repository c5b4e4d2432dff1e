export const auditTexts = {
  check: {
    title: 'Czy dziennik jest cały',
    lead: 'Dziennik zapisuje każdą decyzję. Tu sprawdzamy, czy nikt go po cichu nie zmienił.',
    whole: (facts: string) => `Dziennik jest cały. Sprawdziliśmy wszystkie wpisy: ${facts}.`,
    broken: (faults: string) =>
      `Dziennik był zmieniany poza programem. Liczba uszkodzonych miejsc: ${faults}. Zatrzymaj decyzje i zawiadom audytora.`,
    faults: { missing: 'brakuje wpisu', payload: 'zmieniona treść wpisu', link: 'zerwane ogniwo łańcucha' },
    number: 'Wpis',
    what: 'Co jest nie tak',
    erased: (count: string) => `Wpisy, których treść usunięto po terminie przechowywania: ${count}. Ich skróty zostały, więc łańcuch trwa.`,
    head: 'Ostatnie ogniwo łańcucha',
    guard: {
      rights: 'Baza danych odmawia programowi prawa do zmiany i kasowania ogniw.',
      trigger:
        'Ogniw strzeże tylko wyzwalacz w bazie danych, bo program i właściciel tabel to tam ta sama rola. Porównuj ostatnie ogniwo z zapisanym gdzie indziej.',
    },
  },
}
