import { pluralPl } from '#kit/texts.ts'

export const notificationsTexts = {
  news: {
    subject: (n: number) => `Twoje sprawy: ${n} ${pluralPl(n, 'nowość', 'nowości', 'nowości')}`,
    lead: 'Coś się ruszyło w sprawach, w których bierzesz udział albo które obserwujesz.',
    untitled: 'Twoja sprawa',
    act: 'Zobacz wszystkie wiadomości',
    foot: 'Piszemy, bo wybrano takie powiadomienia w profilu. Tam można je zmienić albo wyłączyć.',
    less: (title: string) => `Przestań obserwować: ${title}`,
  },
  inbox: {
    title: 'Wiadomości',
    lead: 'Co nowego w Twoich sprawach i w tym, co obserwujesz. Najnowsze są na górze.',
    unread: (n: number) => (n === 0 ? 'Wszystko przeczytane' : `${n} ${pluralPl(n, 'nieprzeczytana', 'nieprzeczytane', 'nieprzeczytanych')}`),
    fresh: 'nowe',
    read: 'Oznacz wszystkie jako przeczytane',
    done: 'Wszystkie wiadomości są przeczytane.',
    follows: 'Co obserwujesz',
    own: 'bierzesz udział',
    followed: 'obserwujesz',
    none: 'Nie ma jeszcze żadnych wiadomości',
    noneHelp: 'Zobaczysz je tu, gdy ktoś odpowie w Twojej sprawie albo ruszy się coś, co obserwujesz.',
    go: 'Wybierz, co obserwować',
    wrong: 'Tej wartości nie rozumiemy.',
  },
  feed: {
    city: 'Nowości z całego miasta',
    cityOnly: 'Nowości ogólnomiejskie',
    place: (name: string) => `Nowości: ${name}`,
    thing: (title: string) => `Nowości: ${title}`,
    theme: (name: string) => `Nowości na temat: ${name}`,
  },
}
