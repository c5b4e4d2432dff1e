import type { spotsTexts } from '#modules/proposals/spots.texts.ts'

export const spotsTextsEn: typeof spotsTexts = {
  title: 'Place on the map',
  lead: 'Mark a point, draw an area, or both. It can be done without a map too: the place is told in words in a section of its own.',
  kicker: title => `Draft: ${title}`,
  save: 'Save the place',
  saved: 'The place on the map is saved.',
  edit: 'Mark the place on the map',
  point: 'Point',
  area: 'Area',
  size: ha => `The area has ${ha} ha.`,
  words: 'The place in words',
  errors: {
    required: 'Fill in this field.',
    wrong: 'Correct this field.',
    long: 'This is too long.',
    point: 'Type both numbers, for example 19.9561 and 50.0412, or leave both empty.',
  },
  why: {
    'point-elsewhere': 'The point lies outside the place of this project. Move it, or start a draft there.',
    'area-elsewhere': 'The area lies outside the place of this project. Correct its points.',
    'area-broken': 'Each line has two numbers: longitude and latitude.',
    'area-few': 'An area needs at least three points.',
    'area-many': 'Too many points. Leave the main corners.',
    'area-crossing': 'The line of the area crosses itself. Correct it or start anew.',
    'area-tiny': 'This area is too small. A point is enough.',
  },
}
