import { pluralEn, type Same } from '#kit/texts.ts'
import type { notificationsTexts } from '#modules/notifications/notifications.texts.ts'

export const notificationsTextsEn: Same<typeof notificationsTexts> = {
  news: {
    subject: n => `Your matters: ${n} ${pluralEn(n, 'piece of news', 'pieces of news')}`,
    lead: 'Something moved in matters that you take part in.',
    act: 'See your matters',
    foot: 'We write because these notices were chosen in the profile. They can be changed or switched off there.',
  },
}
