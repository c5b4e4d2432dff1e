import type { Same } from '#kit/texts.ts'
import type { placeTexts } from '#modules/city/place.texts.ts'

export const placeTextsEn: Same<typeof placeTexts> = {
  list: {
    title: 'Districts',
    lead: 'Choose your district. In each you see the money, the needs, the ideas and the projects.',
    city: 'The whole of Kraków',
    find: 'You do not know which district you live in? Find it by your address.',
    money: 'to share out',
  },
  district: { kicker: 'District', lead: 'Here residents of the district say what is missing and write projects together.' },
  city: {
    kicker: 'The joint space of the city',
    title: 'The whole of Kraków',
    lead: 'Here we talk about what serves all districts and write projects for the whole city.',
  },
  money: {
    title: 'Money and rules',
    pool: 'to share out in this edition',
    limits: p => `One project may cost from ${p.min} to ${p.max}.`,
    support: count => `Every project needs ${count} signatures of support.`,
    supportDistrict: count => `Every project needs ${count} signatures of people who live here.`,
    anyDistrict: 'Everybody who lives in Kraków may submit a project, also from another district.',
    all: 'All rules in sentences',
    none: 'This edition has no separate money here.',
  },
  needs: {
    title: 'What is missing here',
    all: 'All needs',
    none: 'Nobody has said yet what is missing here',
    noneHelp: 'Make a start: write one sentence about a place you know.',
  },
  ideas: {
    title: 'Ideas',
    all: 'All ideas',
    none: 'There is no idea yet',
    noneHelp: 'An idea grows out of needs. Back a need and suggest what to do about it.',
  },
  projects: {
    title: 'Joint drafts and projects',
    all: 'All projects',
    none: 'There is no draft yet',
    noneHelp: 'Once somebody starts a draft of an idea, you will see it here and may join.',
  },
  plans: { title: 'What the city already plans here', all: 'The whole list of the city’s plans' },
  past: {
    title: 'What has won here before',
    all: 'Past editions',
    line: p => `edition ${p.year} · ${p.cost}`,
    lineNoCost: year => `edition ${year}`,
  },
  moved: 'What moved here',
}
