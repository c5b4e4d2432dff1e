export const noticesTexts = {
  letter: {
    place: (place: string) => `Miejsce: ${place}.`,
    link: (link: string) => `Adres spotkania online: ${link}`,
    phone: (phone: string) => `Telefon spotkania: ${phone}.`,
    reason: (reason: string) => `Powód: ${reason}`,
    again: 'Twój zapis zostaje. Na stronie spotkania potwierdź, że przyjdziesz, albo się wypisz.',
    cannot: 'Jeśli nie możesz przyjść, wypisz się. Ktoś czeka na to miejsce.',
    act: 'Zobacz spotkanie',
    foot: 'Piszemy, bo masz być na tym spotkaniu.',
  },
  kinds: {
    registered: { subject: (title: string) => `Masz miejsce: ${title}`, first: (when: string) => `Do zobaczenia: ${when}.` },
    waiting: {
      subject: (title: string) => `Lista oczekujących: ${title}`,
      first: (when: string) => `Sala jest pełna. Gdy zwolni się miejsce, napiszemy. Termin: ${when}.`,
    },
    promoted: { subject: (title: string) => `Zwolniło się miejsce: ${title}`, first: (when: string) => `Masz miejsce na spotkaniu: ${when}.` },
    moved: { subject: (title: string) => `Zmiana: ${title}`, first: (when: string) => `Zmienił się termin lub miejsce. Teraz: ${when}.` },
    cancelled: { subject: (title: string) => `Odwołane: ${title}`, first: (when: string) => `To spotkanie się nie odbędzie. Miało być: ${when}.` },
    online: {
      subject: (title: string) => `Zamiast na sali, zdalnie: ${title}`,
      first: (when: string) => `Spotkanie odbędzie się bez wychodzenia z domu: ${when}.`,
    },
    back: { subject: (title: string) => `Znowu na sali: ${title}`, first: (when: string) => `Spotkanie wraca na salę: ${when}.` },
    'sent-back': {
      subject: (title: string) => `Lista oczekujących: ${title}`,
      first: (when: string) => `Na sali jest mniej miejsc niż zapisów. Czekasz na miejsce: ${when}.`,
    },
    days: { subject: (title: string) => `Za dwa dni: ${title}`, first: (when: string) => `Przypominamy o spotkaniu: ${when}.` },
    hours: { subject: (title: string) => `Za trzy godziny: ${title}`, first: (when: string) => `Spotkanie jest już niedługo: ${when}.` },
  },
}
