import { pluralPl } from '#kit/texts.ts'

export const notificationsTexts = {
  news: {
    subject: (n: number) => `Twoje sprawy: ${n} ${pluralPl(n, 'nowość', 'nowości', 'nowości')}`,
    lead: 'W sprawach, w których bierzesz udział, coś się ruszyło.',
    act: 'Zobacz swoje sprawy',
    foot: 'Piszemy, bo wybrano takie powiadomienia w profilu. Tam można je zmienić albo wyłączyć.',
  },
}
