import { pluralEn, type Same } from '#kit/texts.ts'
import type { notificationsTexts } from '#modules/notifications/notifications.texts.ts'

export const notificationsTextsEn: Same<typeof notificationsTexts> = {
  news: {
    subject: n => `Your matters: ${n} ${pluralEn(n, 'piece of news', 'pieces of news')}`,
    lead: 'Something moved in matters that you take part in or follow.',
    untitled: 'Your matter',
    act: 'See all the news',
    foot: 'We write because these notices were chosen in the profile. They can be changed or switched off there.',
    less: title => `Stop following: ${title}`,
  },
  inbox: {
    title: 'News',
    lead: 'What is new in your matters and in what you follow. The newest comes first.',
    unread: n => (n === 0 ? 'Everything is read' : `${n} unread`),
    fresh: 'new',
    read: 'Mark all as read',
    done: 'All the news is read.',
    follows: 'What you follow',
    own: 'you take part',
    followed: 'you follow it',
    none: 'There is no news yet',
    noneHelp: 'You will see it here when somebody answers in your matter or something you follow moves.',
    go: 'Choose what to follow',
    wrong: 'We do not understand this value.',
  },
  feed: {
    city: 'News of the whole city',
    cityOnly: 'City-wide news',
    place: name => `News: ${name}`,
    thing: title => `News: ${title}`,
    theme: name => `News on: ${name}`,
  },
}
