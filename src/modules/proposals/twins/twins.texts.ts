export const twinsTexts = {
  title: 'Taki sam projekt jest też po drugiej stronie',
  lead: 'Treść jest prawie ta sama, raz jako projekt ogólnomiejski, raz jako dzielnicowy:',
  draft: 'szkic',
  forbidden: 'Regulamin tej edycji nie pozwala złożyć obu. Porozumcie się, który z nich złożyć, albo napiszcie, czym się różnią.',
  allowed: 'Regulamin tej edycji pozwala złożyć oba. Warto jednak wiedzieć o sobie nawzajem: głosy mogą się podzielić.',
}
