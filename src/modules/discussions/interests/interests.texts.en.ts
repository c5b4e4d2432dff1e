import type { Facts } from '#kit/facts.ts'
import { pluralEn, type Same } from '#kit/texts.ts'
import type { interestsTexts } from '#modules/discussions/interests/interests.texts.ts'

const people = (n: number) => `${n} ${pluralEn(n, 'person wants', 'people want')}`

export const interestsTextsEn: Same<typeof interestsTexts> = {
  title: 'Would you rather talk nearer by?',
  lead: 'Say that you would come to a talk about your neighbourhood. When there are more of you, the coordinator opens a smaller talk.',
  place: 'The neighbourhood in words',
  placeHint: 'For example a street, an estate, a stop. Leave out the number of the house.',
  send: 'I want a talk near me',
  mine: 'Noted: you want a talk nearer by.',
  change: 'Change the place',
  withdraw: 'Not any more',
  said: 'Noted. We will tell you when there is a talk of your neighbourhood.',
  withdrawn: 'Withdrawn.',
  count: (n: number) => `${people(n)} a talk nearer by.`,
  running: {
    title: 'Who wants a talk nearer by',
    nobody: 'Nobody has asked yet. People may do so on the page of the talk.',
    all: (n: number) => `${people(n)} a smaller talk.`,
    cell: (n: number) => `${n} ${pluralEn(n, 'person', 'people')} in a square of 300 metres`,
    scattered: (n: number) => `Scattered or without a place: ${n}. Groups of fewer than 3 are not shown here.`,
    words: 'Neighbourhoods in words',
    map: 'Map of neighbourhoods: talks of smaller areas and places where somebody wants a talk',
    where: (p: { lon: string; lat: string }) => `${p.lat} N, ${p.lon} E`,
  },
  why: {
    'sign-in': 'Sign in to ask for it.',
    joined: 'This talk was joined with another. Ask there.',
    'city-wide': 'A talk of the whole city has no neighbourhoods.',
    'point-elsewhere': 'This point lies in another district. Choose its talk.',
  },
  errors: { required: 'Fill in this field.', wrong: 'We do not understand this value. Choose again.', 'place-long': 'Shorten it to 200 characters.' },
  facts: {
    'talk.interest-said': (p: Facts['talk.interest-said']) => `somebody wants a smaller talk in: ${p.title}`,
    'talk.interest-withdrawn': (p: Facts['talk.interest-withdrawn']) => `somebody no longer wants a smaller talk in: ${p.title}`,
  },
}
