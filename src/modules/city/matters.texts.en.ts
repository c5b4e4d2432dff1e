import { pluralEn, type Same } from '#kit/texts.ts'
import type { mattersTexts } from '#modules/city/matters.texts.ts'

export const mattersTextsEn: Same<typeof mattersTexts> = {
  title: 'My matters',
  lead: 'What waits for you, what you write and what you back.',
  inbox: 'News',
  follows: 'What you follow',
  waiting: {
    title: 'Waiting for you',
    none: 'Nothing waits for you now',
    noneHelp: 'When somebody asks you for something, you will see it here and in a letter.',
  },
  kinds: {
    invited: 'An invitation to write together',
    accept: version => `Version ${version} to accept`,
    submit: 'Everybody has agreed. You may submit the project',
    release: unit => `An opinion to release · ${unit}`,
    explain: unit => `A unit asks you · ${unit}`,
    assign: unit => `A question to assign · ${unit}`,
    answer: unit => `A question to answer · ${unit}`,
  },
  untitled: 'A draft without a title',
  until: day => `until: ${day}`,
  overdue: day => `overdue since: ${day}`,
  left: days => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} ${pluralEn(days, 'day', 'days')}`),
  projects: {
    title: 'My projects',
    none: 'You are not writing a project yet',
    noneHelp: 'Pick an idea you like and start a draft of it.',
    go: 'See the ideas',
  },
  needs: { title: 'My needs', none: 'You have no need yet', noneHelp: 'Say what your neighbourhood lacks.', go: 'Say what is missing' },
  ideas: { title: 'My ideas' },
  backed: n => `What you back (${n})`,
  ambassador: { title: "An ambassador's work", note: 'Your area, the meeting kit, requests to the office and messages.', go: 'Open' },
  queue: { title: 'The queue of the unit', note: 'All questions to your unit, the answered ones too.', go: 'Open the queue' },
  office: { title: 'Pages of the office', note: 'Editions, people, pages of the programme and the register.', go: 'Open' },
}
