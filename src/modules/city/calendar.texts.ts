export const calendarPageTexts = {
  title: 'Kalendarz',
  lead: 'Co jest teraz, co będzie i do kiedy. Każdy termin liczy się do północy ostatniego dnia.',
  ics: 'Dodaj do swojego kalendarza (.ics)',
  icsHelp: 'Plik .ics otworzy kalendarz w telefonie lub komputerze. Adres można też zasubskrybować.',
  table: 'Wszystkie etapy edycji',
  states: { done: 'zakończony', now: 'trwa', ahead: 'przed nami' },
  icsName: (title: string) => `Wspólne Projekty: ${title}`,
}
