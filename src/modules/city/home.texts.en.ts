import type { Same } from '#kit/texts.ts'
import type { homeTexts } from '#modules/city/home.texts.ts'

export const homeTextsEn: Same<typeof homeTexts> = {
  title: 'From a talk on the estate to a finished playground',
  lead: 'Say what your neighbourhood lacks. Neighbours, ambassadors and city experts will help turn it into a project that can be built.',
  description: 'Residents and the city work out projects for the citizens’ budget together.',
  kicker: p => `${p.city} · edition ${p.no} · ${p.total}`,
  now: 'Now',
  between: next => `A pause. The next step: ${next}`,
  doing: {
    'needs-ideas': {
      title: 'We are collecting needs and ideas',
      body: 'Say what your neighbourhood lacks, or back the need of somebody else. One sentence is enough.',
    },
    needs: {
      title: 'We are collecting needs',
      body: 'Say what your neighbourhood lacks, or back the need of somebody else. One sentence is enough.',
    },
    ideas: { title: 'We are collecting ideas', body: 'See what your neighbours lack and suggest what to do about it.' },
    drafts: { title: 'We are writing joint drafts', body: 'Pick an idea and start a draft of it together with neighbours.' },
    submission: { title: 'Projects can be submitted', body: 'Submit a finished draft as a project. We help at every step.' },
    'support-lists': { title: 'We are collecting signatures', body: 'Every project needs signatures of residents.' },
    advice: { title: 'City units advise', body: 'Experts answer the questions of authors in public.' },
    review: { title: 'The city checks the projects', body: 'City units check whether a project can be built, and for how much.' },
    protests: { title: 'Protests can be lodged', body: 'A refusal can be appealed. A meeting with the authors and the unit follows.' },
    voting: { title: 'We are voting', body: 'Choose projects for your district and for the whole city.' },
    results: { title: 'The results are in', body: 'See what won and why.' },
    implementation: { title: 'We are building', body: 'See how far the winning projects have got.' },
    'ambassador-call': { title: 'We are looking for ambassadors', body: 'An ambassador brings neighbours together and helps them write.' },
  },
  also: 'Also under way',
  next: p => `Next: ${p.what}, ${p.day}.`,
  calendar: 'Calendar of the edition',
  needsAndIdeas: 'Needs and ideas',
  wholeCalendar: 'The whole calendar',
  ics: 'Add to your own calendar (.ics)',
  acts: { need: 'Say what is missing', idea: 'Suggest an idea', draft: 'Start a joint draft', project: 'Submit a project' },
  map: {
    title: 'What is going on in the districts',
    list: 'List of districts',
    words: 'The districts in words',
    find: 'Find your district',
    city: 'Matters of the whole city',
  },
  moved: {
    title: 'What moved lately',
    all: 'All facts in the register',
    none: 'Nothing yet',
    noneHelp: 'Once somebody adds the first need, you will see it here.',
  },
  backed: { title: 'What is missed most', all: 'All needs' },
  ways: {
    title: n => (n === 3 ? 'Three ways to a project' : n === 2 ? 'Two ways to a project' : 'The way to a project'),
    more: 'How it works',
    district: {
      title: 'In a district',
      lead: 'Neighbours write one project together.',
      steps: ['Needs and ideas', 'A joint draft', 'The answer of a city unit', 'A joint application'],
    },
    city: {
      title: 'For the whole city',
      lead: 'Ideas that serve all districts.',
      steps: ['Summing up the needs', 'Developing ideas', 'Turning them into applications'],
    },
    alone: {
      title: 'On your own',
      lead: 'As every year: one form, help at every step.',
      steps: ['Description and place', 'Cost', 'Support list', 'Submission'],
    },
  },
}
