export const sourcesTexts = {
  title: 'Skąd to się wzięło',
  growing: 'Powstaje z tego, co już padło',
  kinds: {
    line: 'z zamkniętego protokołu',
    notes: 'z notatek ze spotkania',
    voice: 'z głosu na spotkaniu',
    comment: 'z głosu w rozmowie',
    card: 'z karty pomysłu z warsztatu',
    workshop: 'z warsztatu',
  },
}
