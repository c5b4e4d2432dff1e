import { pluralEn, type Same } from '#kit/texts.ts'
import type { searchTexts } from '#modules/city/search.texts.ts'

export const searchTextsEn: Same<typeof searchTexts> = {
  title: 'Search',
  lead: 'We look through needs, ideas, projects, pages and past editions. Typos and inflected words do not matter.',
  label: 'What are you looking for?',
  hint: 'For example: ławki na placu, Łąkowa, BO.D13.1/20',
  go: 'Search',
  short: 'Type at least three letters.',
  found: n => `${n} ${pluralEn(n, 'thing', 'things')} found.`,
  none: q => `Nothing matches “${q}”`,
  noneHelp: 'Try one word instead of a sentence, or look at your district.',
  all: 'Show more',
  kinds: {
    places: 'Districts',
    needs: 'Needs',
    ideas: 'Ideas',
    projects: 'Drafts and projects',
    pages: 'Pages of the programme',
    archive: 'Past editions',
  },
  archived: p => `edition ${p.year} · ${p.place} · ${p.votes} ${pluralEn(p.votes, 'vote', 'votes')}`,
  won: 'won',
  addNeed: 'Say what is missing',
}
