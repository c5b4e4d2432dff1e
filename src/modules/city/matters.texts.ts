import { pluralPl } from '#kit/texts.ts'

export const mattersTexts = {
  title: 'Moje sprawy',
  lead: 'Co czeka na Ciebie, co piszesz i co popierasz.',
  inbox: 'Wiadomości',
  follows: 'Co obserwujesz',
  waiting: {
    title: 'Czeka na Ciebie',
    none: 'Nic teraz na Ciebie nie czeka',
    noneHelp: 'Gdy ktoś Cię o coś poprosi, zobaczysz to tutaj i w liście.',
  },
  kinds: {
    invited: 'Zaproszenie do wspólnego pisania',
    accept: (version: number) => `Wersja ${version} do przyjęcia`,
    submit: 'Wszyscy się zgodzili. Możesz złożyć projekt',
    release: (unit: string) => `Opinia do wydania · ${unit}`,
    explain: (unit: string) => `Jednostka Cię pyta · ${unit}`,
    assign: (unit: string) => `Pytanie do przydzielenia · ${unit}`,
    answer: (unit: string) => `Pytanie do odpowiedzi · ${unit}`,
  },
  untitled: 'Szkic bez tytułu',
  until: (day: string) => `do: ${day}`,
  overdue: (day: string) => `po terminie: ${day}`,
  left: (days: number) => (days === 0 ? 'dziś' : days === 1 ? 'jutro' : `za ${days} ${pluralPl(days, 'dzień', 'dni', 'dni')}`),
  projects: {
    title: 'Moje projekty',
    none: 'Nie piszesz jeszcze żadnego projektu',
    noneHelp: 'Wybierz pomysł, który lubisz, i zacznij z niego szkic.',
    go: 'Zobacz pomysły',
  },
  needs: {
    title: 'Moje potrzeby',
    none: 'Nie masz jeszcze żadnej potrzeby',
    noneHelp: 'Powiedz, czego brakuje w Twojej okolicy.',
    go: 'Powiedz, czego brakuje',
  },
  ideas: { title: 'Moje pomysły' },
  backed: (n: number) => `Co popierasz (${n})`,
  ambassador: { title: 'Praca ambasadora', note: 'Twój obszar, zestaw na spotkanie, prośby do urzędu i wiadomości.', go: 'Otwórz' },
  queue: { title: 'Kolejka jednostki', note: 'Wszystkie pytania do Twojej jednostki, także te z odpowiedzią.', go: 'Otwórz kolejkę' },
  office: { title: 'Strony urzędu', note: 'Edycje, osoby, strony programu i dziennik.', go: 'Otwórz' },
}
