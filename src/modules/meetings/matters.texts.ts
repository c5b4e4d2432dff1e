export const mattersTexts = {
  hold: 'Zapisz, czy spotkanie się odbyło, i ile osób przyszło.',
  paper: 'Oddaj albo zniszcz papier ze spotkania i zapisz to.',
  close: 'Zamknij sprawy spotkania.',
  coming: (when: string) => `Wybierasz się: ${when}`,
  confirm: (when: string) => `Termin lub miejsce się zmieniły. Potwierdź, że będziesz: ${when}`,
  expert: (when: string) => `Spotkanie czeka na eksperta z Twojej jednostki: ${when}`,
}
