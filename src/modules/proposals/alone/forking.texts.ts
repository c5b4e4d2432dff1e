export const forkingTexts = {
  title: 'Zacznij od swojego dawnego projektu',
  lead: 'Przepiszemy treść, miejsce i koszt do nowego szkicu. Na początku zobaczysz go tylko Ty. Dawni współautorzy, głosy i poparcie zostają przy dawnym projekcie.',
  none: 'Nie masz projektu z wcześniejszej edycji',
  noneLead: 'Pojawią się tu projekty i szkice, przy których jest Twoja nazwa.',
  edition: (p: { title: string; state: string }) => `${p.title}, ${p.state}`,
  go: 'Zacznij z tego nowy szkic',
  old: 'Ceny są z tamtej edycji. Sprawdź je z cennikiem.',
  done: 'Nowy szkic jest założony. Sprawdź, co się od tamtej pory zmieniło.',
  toStart: 'Zacznij od pustego szkicu',
  link: 'Masz projekt z wcześniejszej edycji? Zacznij od niego',
  why: {
    'not-author': 'To nie jest Twój projekt.',
    'same-edition': 'Ten projekt jest już w tej edycji.',
    'not-shown': 'Tego szkicu nie pokazano wszystkim, a pisały go też inne osoby. Nie można go przepisać.',
  },
}
