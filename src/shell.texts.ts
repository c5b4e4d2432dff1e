export const shellTexts = {
  cityName: 'Budżet Obywatelski Krakowa',
  menu: {
    districts: 'Dzielnice',
    needs: 'Potrzeby',
    ideas: 'Pomysły',
    projects: 'Projekty',
    advice: 'Opinie',
    archive: 'Archiwum',
    search: 'Szukaj',
    office: 'Urząd',
  },
  footer: {
    rules: 'Zasady w zdaniach',
    calendar: 'Kalendarz',
    register: 'Dziennik zdarzeń',
    accessibility: 'Deklaracja dostępności',
    privacy: 'Prywatność',
  },
}
