import type { PracticeTopic } from '#modules/ambassadors/workspace/practices.rules.ts'
import type { CastKey } from '#seeds/cast.ts'
import type { Drawing } from '#seeds/drawings.ts'

/** Examples that ambassadors, experts and the coordinator of the demo world share. Invented. */
export type SaidPractice = {
  readonly who: CastKey
  readonly days: number
  readonly topic: PracticeTopic
  readonly title: string
  readonly text: string
  readonly source: string
  readonly link?: string
  readonly picture?: { readonly drawing: Drawing; readonly alt: string }
}

export const practices: readonly SaidPractice[] = [
  {
    who: 'bartek',
    days: 8,
    topic: 'lesson-meeting',
    title: 'Najpierw dwie minuty ciszy, potem rozmowa',
    text: 'Zanim ktokolwiek zabrał głos, każdy dostał arkusz i dwie minuty. Osoby, które zwykle milczą, miały już coś napisane.\n\nNa osiemnaście osób wypowiedziało się siedemnaście.',
    source: 'spotkanie w świetlicy na Zabłociu',
    picture: { drawing: 'ambassadors', alt: 'Kilka osób siedzi w kole i pisze na kartkach.' },
  },
  {
    who: 'ewa',
    days: 9,
    topic: 'section-costs',
    title: 'Drzewo kosztuje więcej niż sadzonka',
    text: 'Do ceny drzewa dopiszcie dwa lata podlewania, palik i misę. Wtedy kosztorys nie rozsypuje się w opinii.\n\nJeden wiersz „drzewo z pielęgnacją przez dwa lata” wystarczy.',
    source: 'opinie ZZM do szkiców z poprzedniej edycji',
  },
  {
    who: 'irena',
    days: 9,
    topic: 'section-place',
    title: 'Podajcie numer działki albo dwa punkty odniesienia',
    text: '„Przy szkole” pasuje do trzech miejsc. „Między bramą szkoły a przystankiem, po stronie parzystych numerów” pozwala sprawdzić grunt w jeden dzień.',
    source: 'odpowiedzi ZDMK na pytania autorów',
  },
  {
    who: 'kornelia',
    days: 11,
    topic: 'lesson-plain-language',
    title: 'Tytuł, który mówi, co powstanie',
    text: '„Rewitalizacja przestrzeni” nie mówi nic. „Pięć ławek i trzy drzewa przed przychodnią” mówi wszystko i mieści się w jednej linii.',
    source: 'warsztaty pisania projektów',
  },
  {
    who: 'bartek',
    days: 6,
    topic: 'lesson-accessibility',
    title: 'Zdjęcie wejścia w ogłoszeniu',
    text: 'Do plakatu dołożyliśmy zdjęcie drzwi i zdanie: „jeden próg, 4 centymetry”. Przyszły dwie osoby na wózkach, bo wiedziały, czego się spodziewać.',
    source: 'spotkanie w bibliotece w Podgórzu',
  },
  {
    who: 'kornelia',
    days: 7,
    topic: 'workshop',
    title: 'Naklejki zamiast podniesionej ręki',
    text: 'Każda osoba ma trzy naklejki i przykleja je przy potrzebach. Nikt nie patrzy, kto jak głosuje, a remis widać od razu. Remisu nie rozstrzygamy na siłę: zapisujemy obie potrzeby.',
    source: 'pierwszy warsztat miejski',
  },
  {
    who: 'kornelia',
    days: 10,
    topic: 'section-reasons',
    title: 'Uzasadnienie słowami mieszkańców',
    text: 'Trzy cytaty z arkuszy ze spotkania przekonują bardziej niż strona ogólników. Podajcie numer arkusza, bez nazwisk.',
    source: 'szkice z dzielnicy XIII',
  },
  {
    who: 'kornelia',
    days: 12,
    topic: 'section-title',
    title: 'Co i gdzie, bez haseł',
    text: '„Zielona oaza radości” może być wszędzie. „Sześć drzew i ławki przy Przychodni Na Skarpie” mieści się w sześćdziesięciu znakach i każdy wie, o co chodzi.',
    source: 'szkice z poprzedniej edycji',
  },
  {
    who: 'bartek',
    days: 12,
    topic: 'section-summary',
    title: 'Dwa zdania, które da się powiedzieć przez telefon',
    text: 'Pierwsze zdanie: co zrobi miasto. Drugie: dla kogo i co się zmieni. Przeczytajcie je komuś, kto nie był na spotkaniu. Jeśli dopytuje, dopiszcie to, o co pyta.',
    source: 'maraton pisania na Zabłociu',
  },
  {
    who: 'ewa',
    days: 13,
    topic: 'section-description',
    title: 'Liczby zamiast przymiotników',
    text: '„Sporo zieleni” jednostka musi zgadywać. „Dziewięć drzew, czterdzieści metrów żywopłotu, bez ogrodzenia” da się wycenić w jeden dzień.\n\nJeśli czegoś nie wiecie, napiszcie: „miejsce drzew wskaże jednostka”.',
    source: 'opinie ZZM do szkiców z poprzedniej edycji',
  },
  {
    who: 'bartek',
    days: 13,
    topic: 'section-beneficiaries',
    title: 'Godziny i wstęp w jednym zdaniu',
    text: '„Dla wszystkich, całą dobę, bez opłat i zapisów” zamyka najczęstsze pytanie jednostek. Przy zajęciach dopiszcie dni i godziny, także popołudniowe.',
    source: 'odpowiedzi jednostek na pytania autorów',
  },
]
