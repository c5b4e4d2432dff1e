export const registerTexts = {
  title: 'Dziennik zdarzeń',
  lead: 'Wszystko, co się dzieje w programie, po kolei i z numerem. Niczego nie da się tu zmienić ani usunąć bez śladu.',
  how: 'Jak to sprawdzić',
  howLong:
    'Każde zdarzenie ma numer i skrót. Skrót liczymy z treści zdarzenia i ze skrótu poprzedniego. Kto zmieniłby dawny wpis, zepsułby wszystkie skróty po nim.',
  no: (seq: number) => `nr ${seq}`,
  digest: 'skrót',
  hidden: 'zdarzenie w sprawie, która nie jest publiczna',
  none: 'Dziennik jest jeszcze pusty',
  noneHelp: 'Pierwszy wpis pojawi się z pierwszym działaniem w programie.',
}
