/** What a unit of the city will ask about each part of a draft. */
export const unitAsksTexts = {
  title: 'O co zapyta jednostka miasta',
  asks: {
    title: ['Czy z tytułu wynika, co powstanie i gdzie?'],
    summary: ['Czy w dwóch zdaniach wiadomo, co zrobi miasto i dla kogo?'],
    description: [
      'Co dokładnie kupi albo zbuduje miasto, ile sztuk, jakich rozmiarów?',
      'Kto będzie to utrzymywał i co roku płacił?',
      'Czy da się to zrobić w jeden rok?',
    ],
    place: ['Czyj jest ten teren i kto nim zarządza?', 'Czy plan miejscowy na to pozwala?', 'Czy pod ziemią są rury i kable, a obok drzewa?'],
    reasons: ['Jaką potrzebę mieszkańców to zaspokaja?', 'Czy miasto nie robi już tego samego w pobliżu?'],
    beneficiaries: ['Czy skorzysta każdy, w jakich godzinach i czy bezpłatnie?', 'Czy skorzystają osoby na wózku, niewidome, z dziećmi?'],
  },
}
