import type { Facts } from '#kit/facts.ts'

const named = (title: string) => (title === '' ? '' : ` „${title}”`)
/** The phone list knows the title only, so a number may be missing. */
const numbered = (word: string, version?: number) => (version === undefined ? word : `${word} ${version}`)
type Titled = { readonly title: string }

export const agreeingTexts = {
  beside: {
    title: (n: number) => `Kto jeszcze nie przyjął wersji ${n}`,
    onlyYou: 'Widzą to tylko autorzy i osoby, które im pomagają. Inni widzą samą liczbę.',
    waits: 'jeszcze bez odpowiedzi',
    refused: (reason: string) => `Nie przyjmuje: ${reason}`,
    withoutMe: 'Zgadza się, żeby projekt złożyć bez tej osoby.',
    attach: 'Wpisz podpis z kartki',
    release: 'Zwolnij ze współautorstwa',
    releaseConsented: 'Zwolnij za zgodą tej osoby',
    remind: 'Przypomnij im teraz',
    refuse: 'Nie przyjmuję tej wersji',
    print: 'Druk do podpisu (PDF)',
    reminded: (day: string) => `Ostatnie przypomnienie: ${day}.`,
  },
  signedPages: {
    title: (n: number) => `Podpisane kartki (${n})`,
    who: 'Widzą je tylko współautorzy tej wersji, osoba, która kartkę dołączyła, i koordynacja.',
    page: (p: { version: number; name: string }) => `Wersja ${p.version}: ${p.name}`,
  },
  signing: {
    title: (n: number) => `Podpis pod wersją ${n}`,
    lead: 'Ktoś przyjmuje wersję podpisem na wydruku. Dołącz zdjęcie albo skan podpisanej kartki. Ta osoba dostanie od nas wiadomość.',
    person: 'Kto się podpisał',
    choose: 'Wybierz osobę',
    mark: 'Pierwsze 8 znaków odcisku z kartki',
    markHint: 'Stoją na dole kartki, przy kodzie QR. Po nich widać, że podpisano właśnie tę wersję.',
    page: 'Zdjęcie albo PDF podpisanej kartki',
    pageHint: 'Plik jest poufny: widzą go współautorzy tej wersji, osoba, która go dołączyła, i koordynacja.',
    pageOffice: 'Jeśli ta osoba nie ma e-maila, a kartka leży w urzędzie, plik można pominąć.',
    alt: (n: number) => `Podpisana kartka z wersją ${n}`,
    save: 'Wpisz podpis',
    nobody: 'Wszyscy autorzy przyjęli już tę wersję.',
    done: (n: number) => `Podpis pod wersją ${n} wpisany.`,
  },
  refusing: {
    title: (n: number) => `Nie przyjmuję wersji ${n}`,
    lead: 'Twoją odpowiedź zobaczą tylko autorzy. Osoba prowadząca wróci do poprawiania albo, jeśli się na to zgodzisz, złoży projekt bez Ciebie.',
    reason: 'Dlaczego',
    reasonHint: 'Napisz, co trzeba zmienić albo czemu odchodzisz.',
    withoutMe: 'Zgadzam się, żeby projekt złożyć beze mnie. Nie będę wtedy współautorem ani współautorką.',
    go: 'Zapisz odpowiedź',
    done: 'Odpowiedź zapisana. Osoba prowadząca dostała wiadomość.',
  },
  releasing: {
    title: 'Zwolnienie ze współautorstwa',
    lead: (name: string) =>
      `${name} nie przyjmuje tej wersji. Możesz wrócić do poprawiania albo zakończyć współautorstwo tej osoby i złożyć projekt z pozostałymi.`,
    consent: 'Ta osoba zgodziła się, żeby projekt złożyć bez niej.',
    reason: 'Powód',
    reasonHint: 'Ta osoba przeczyta go w liście.',
    go: 'Zakończ współautorstwo',
    reopen: 'Wróć do poprawiania',
    done: 'Ta osoba nie jest już wśród autorów.',
  },
  notNow: 'Tego nie można teraz zrobić',
  remindDone: 'Przypomnienie wysłane.',
  toProject: 'Wróć do projektu',
  why: {
    'lead-reopens': 'Prowadzisz ten projekt. Zamiast odmawiać, wróć do poprawiania.',
    'not-refused': 'Ta osoba nie odmówiła przyjęcia tej wersji.',
    'reason-missing': 'Ta osoba nie zgodziła się na złożenie bez niej. Napisz powód.',
    'nobody-missing': 'Wszyscy autorzy przyjęli już tę wersję.',
    'too-soon': 'Dziś już było przypomnienie. Następne możesz wysłać jutro.',
    'wrong-mark': 'Ten odcisk nie pasuje do tej wersji. Sprawdź, czy podpisano najnowszy wydruk.',
    'page-missing': 'Dołącz zdjęcie albo PDF podpisanej kartki.',
    'not-yours': 'To może zrobić tylko osoba, która prowadzi projekt.',
    'wrong-state': 'Ktoś był szybszy: ta osoba nie jest już wśród autorów.',
  },
  errors: {
    required: 'Wypełnij to pole.',
    wrong: 'Sprawdź to pole.',
    long: 'Tekst jest za długi. Skróć go do 1000 znaków.',
    choose: 'Wybierz osobę z listy.',
    mark: 'Wpisz co najmniej 8 znaków: cyfry i litery od a do f.',
  },
  letters: {
    foot: 'Ten list wysłał program Wspólne Projekty, bo dotyczy projektu, przy którym jest Twoja nazwa. Ustawienia listów zmienisz w profilu.',
    reminded: {
      subject: (p: Titled) => `Projekt czeka na Twoją zgodę: ${p.title}`,
      lead: 'Przeczytaj wersję i przyjmij ją albo napisz, że się nie zgadzasz.',
      until: (p: { day: string }) => `Przyjmij wersję albo napisz, że się nie zgadzasz. Projekty można składać do: ${p.day}.`,
      how: 'Bez Twojej odpowiedzi projektu nie da się złożyć.',
      act: 'Zobacz wersję',
    },
    signed: {
      subject: (p: { title: string; version: number }) => `Twój podpis pod wersją ${p.version} wpisano: ${p.title}`,
      lead: 'Na podstawie podpisanej kartki zapisaliśmy, że przyjmujesz tę wersję projektu.',
      wrong: 'Jeśli to nie Twój podpis, wróć do poprawiania na stronie projektu albo zadzwoń do urzędu.',
      act: 'Zobacz wersję',
    },
    refused: {
      subject: (p: { title: string; version: number }) => `Ktoś nie przyjmuje wersji ${p.version}: ${p.title}`,
      lead: 'Wróć do poprawiania albo zwolnij tę osobę ze współautorstwa.',
      reason: (p: { reason: string }) => `Powód: ${p.reason}`,
      act: 'Zobacz projekt',
    },
    released: {
      subject: (p: Titled) => `Nie jesteś już wśród autorów: ${p.title}`,
      lead: 'Osoba prowadząca zakończyła Twoje współautorstwo, bo nie przyjmujesz wersji, którą autorzy chcą złożyć.',
      reason: (p: { reason: string }) => `Powód: ${p.reason}`,
      act: 'Zobacz projekt',
    },
  },
  facts: {
    'version.refused': (p: Facts['version.refused']) => `nie przyjęto ${numbered('wersji', p.version)} projektu${named(p.title)}`,
    'version.reminded': (p: Facts['version.reminded']) => `przypomniano o zgodzie na ${numbered('wersję', p.version)} projektu${named(p.title)}`,
  },
}
