export const companyTexts = {
  meetings: { title: 'Najbliższe spotkania', all: 'Wszystkie spotkania' },
  talks: { title: 'Rozmowy', lately: 'Tu się teraz rozmawia', all: 'Wszystkie rozmowy' },
  ambassadors: { title: 'Ambasadorzy', lead: 'Zapraszają do rozmowy i pomagają pisać. Każdy może do nich przyjść.', all: 'Wszyscy ambasadorzy' },
}
