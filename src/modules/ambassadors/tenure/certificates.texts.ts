import { genitiveDay, pluralPl } from '#kit/texts.ts'

const hours = (n: number) => `${n} ${pluralPl(n, 'godzina', 'godziny', 'godzin')}`
const meetings = (n: number) => `${n} ${pluralPl(n, 'spotkanie', 'spotkania', 'spotkań')}`
export const certificatesTexts = {
  title: (number: string) => `Certyfikat ${number}`,
  good: 'Ten certyfikat jest prawdziwy',
  goodLead: 'Wydało go miasto Ambasadorowi Lokalnej Partycypacji. Poniżej jest to, co stoi na papierze.',
  none: 'Nie ma takiego certyfikatu',
  noneLead: 'Sprawdź numer na papierze, znak po znaku. Jeśli się zgadza, ten certyfikat nie został u nas wydany.',
  who: 'Kto',
  nameHidden: 'Ta osoba nie pokazuje tu nazwy. Porównaj numer, okres i liczby z papierem.',
  period: 'Okres',
  worked: 'Wymiar',
  amounts: (a: { hours: number; meetings: number }) => `${hours(a.hours)}, ${meetings(a.meetings)}`,
  issued: 'Wydano',
  print: 'Pobierz certyfikat (PDF)',
  show: 'Pokaż moją nazwę na tej stronie',
  hide: 'Schowaj moją nazwę',
  shown: 'Na stronie certyfikatu jest teraz Twoja nazwa.',
  hidden: 'Na stronie certyfikatu nie ma już Twojej nazwy.',
  toReport: 'Sprawozdanie z kadencji',
  office: {
    title: 'Certyfikat',
    hours: 'Ile godzin pracy',
    meetings: 'Ile spotkań',
    counted: 'Liczby pochodzą ze spotkań, które się odbyły. Dopisz godziny przygotowań, jeśli je znasz.',
    issue: 'Wydaj certyfikat',
    done: 'Certyfikat jest wydany. Ambasador dostał wiadomość.',
    later: 'Certyfikat wydasz, gdy kadencja się zakończy.',
  },
  report: {
    title: 'Sprawozdanie z kadencji',
    lead: 'To, co się wydarzyło, policzone z zapisów. Niczego nie trzeba dopisywać.',
    figures: {
      meetings: 'spotkania',
      people: 'osoby na spotkaniach',
      voices: 'zebrane głosy',
      messages: 'wiadomości od mieszkańców',
      replies: 'odpowiedzi',
      requests: 'prośby do urzędu',
      granted: 'prośby spełnione',
      practices: 'dobre praktyki',
    },
    training: 'Szkolenie',
    trained: { session: 'spotkanie szkoleniowe', course: 'kurs', no: 'brak' },
    facts: 'Przebieg',
  },
  why: {
    'not-yours': 'Certyfikat wydaje koordynacja programu. Nikt nie wydaje go sobie.',
    'wrong-state': 'Certyfikat dostaje osoba, której kadencja się zakończyła.',
    issued: 'Ten certyfikat jest już wydany.',
  },
  errors: { required: 'To pole jest potrzebne.', wrong: 'Sprawdź to pole.', number: 'Podaj liczbę od 0 do 2000.' },
  facts: {
    'certificate.issued': (p: { number: string; hours: number; meetings: number }) =>
      `wydano certyfikat ${p.number}: ${hours(p.hours)}, ${meetings(p.meetings)}`,
    'certificate.name-shown': (p: { number: string; shown: boolean }) =>
      p.shown ? `pokazano nazwę na stronie certyfikatu ${p.number}` : `schowano nazwę na stronie certyfikatu ${p.number}`,
  },
  letter: {
    subject: (a: { number: string }) => `Twój certyfikat ambasadora: ${a.number}`,
    lead: 'Certyfikat jest gotowy do druku. Sprawdzić go może każdy, kto ma numer.',
    act: 'Zobacz certyfikat',
    foot: 'Ten list dotyczy zakończonej kadencji ambasadora.',
  },
  paper: {
    title: 'Certyfikat',
    confirms: 'Miasto zaświadcza, że',
    role: 'działała lub działał jako Ambasador Lokalnej Partycypacji',
    area: (area: string) => `na obszarze: ${area}`,
    period: (a: { from: string; until: string }) => `od ${genitiveDay(a.from)} do ${genitiveDay(a.until)}`,
    amounts: (a: { hours: number; meetings: number }) => `Wymiar pracy społecznej: ${hours(a.hours)}, ${meetings(a.meetings)}.`,
    thanks: 'Dziękujemy za rozmowy z sąsiadami i za to, że każdy głos został zapisany.',
    check: 'Sprawdź ten certyfikat:',
    signature: 'podpis',
    qr: 'Kod QR prowadzi do strony, która sprawdza certyfikat.',
  },
}
