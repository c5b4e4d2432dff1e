import type { Same } from '#kit/texts.ts'
import type { territoriesTexts } from '#modules/programme/territories.texts.ts'

export const territoriesTextsEn: Same<typeof territoriesTexts> = {
  facts: {
    'territories.founded': p => `the city of ${p.city} and its districts (${p.districts}) were entered`,
    'territories.imported': p => `boundaries of ${p.areas} areas were loaded (file ${p.source})`,
  },
  find: {
    title: 'Find your district',
    lead: 'Type a street, an estate or a part of the city. You can also point at a place on the map.',
    words: 'Street, estate or part of the city',
    wordsHint: 'For example: Azory, os. Kazimierzowskie, XIII',
    byWords: 'Search',
    pointTitle: 'Or point at a place',
    byPoint: 'Check this place',
    one: 'It is here',
    several: 'It may be one of these districts',
    by: name => `matches: ${name}`,
    nothing: 'We do not know this place.',
    nothingHint: 'Try the name of an estate or of a part of the city, or choose a district from the list.',
    pointOutside: 'This place lies outside the city.',
    all: 'List of all districts',
    badPoint: 'Type two numbers, for example 19.9561 and 50.0412.',
    here: 'the place you pointed at',
  },
}
