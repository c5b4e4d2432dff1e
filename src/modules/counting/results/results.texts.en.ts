import type { resultsTexts } from '#modules/counting/results/results.texts.ts'

const n = (count: number, one: string, many: string) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`
const people = (count: number) => n(count, 'person', 'people')
const projects = (count: number) => n(count, 'project', 'projects')
const percent = (part: number, whole: number) =>
  whole === 0 ? '0%' : `${((100 * part) / whole).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`

export const resultsTextsEn: typeof resultsTexts = {
  notYet: 'The ballots of this pool have not been examined',
  notYetHelp: 'This page comes when the city loads the file with the ballots. The result itself is on the page of the pool.',
  back: 'Result of this pool',
  percent,
  people,
  fewPeople: limit => `fewer than ${limit}`,
  hidden: '(hidden)',
  hiddenNote: limit =>
    `Groups of fewer than ${people(limit)} are not shown; where there is only one, a second is hidden so that it cannot be subtracted.`,
  voters: {
    title: 'What the voters got',
    lead: (share, withWinner, voters) =>
      `${share} of the voters have at least one project of their own among the winners: ${withWinner.toLocaleString('en')} of ${people(voters)}.`,
    figures: {
      withWinner: 'have a winner of their own',
      ballot: 'of their own ballot won, on average',
      marks: 'of all marks went to winners',
      winners: 'projects won',
    },
    byWinners: 'How many winners one person marked',
    winnersOfOne: count => (count === 0 ? 'none' : String(count)),
    group: 'Winners on the ballot',
    size: 'People',
    share: 'Share',
    money: 'Money for each person who supported',
    moneyHow: 'The cost of a project divided by the number of people who marked it, rounded to the złoty.',
    project: 'Project',
    cost: 'Cost',
    supporters: 'Supporters',
    each: 'For each',
    never: 'Counted from ballots without anything about people. No single ballot can be seen here.',
  },
  audit: {
    title: 'Whether any group can complain',
    asked: (share, budget, voters) =>
      `If ${budget} were shared equally among ${people(voters)}, each would have ${share}. We look for a project which the equal share of its supporters would pay for, and who got too little all the same.`,
    passed: 'There is no such group. This result passes the test of proportionality.',
    failed: count => `There is: the ${n(count, 'strongest case is', 'strongest cases are')} described below.`,
    complaint: c =>
      `${people(c.people)} supported “${c.title}” for ${c.cost}. Their equal share is ${c.share}. ${
        c.wonMost ? `Of what they marked, no more than ${c.wonMost} won for any of them` : 'Of what they marked, nothing won'
      }, so the project would fit into their share.`,
    meaning:
      'This does not mean that the vote was counted wrongly. The rule “from the top of the list” does not promise every group its part; this test shows when it did not give it.',
    source: 'The test is called EJR+ up to any project (Brill and Peters 2023). A mark for a project is read as support.',
  },
  rules: {
    title: 'The same ballots, other rules',
    lead: 'Who would have won if the same ballots were counted in another way. An exercise, not a verdict: under another rule people would vote differently.',
    names: {
      real: 'The city’s result',
      greedy: 'From the top of the list',
      'equalshares/add1': 'Equal Shares, by cost',
      'equalshares-cardinality/add1': 'Equal Shares, by number of projects',
      phragmen: 'Phragmén’s rule',
    },
    about: {
      greedy: 'Projects are taken in the order of points as long as the money lasts.',
      'equalshares/add1':
        'Everybody gets an equal part of the money. A project wins when those who support it pay for it together; the cheaper for them, the sooner. When something is left, the parts grow.',
      'equalshares-cardinality/add1': 'The same, but every project is worth the same to a person, so cheaper ones win more often.',
      phragmen:
        'Money comes to everybody little by little and equally fast. When those who support a project have enough for it, it wins; the count ends when the next does not fit.',
    },
    rule: 'Rule',
    won: 'Winners',
    spent: 'Spent',
    withWinner: 'Have a winner',
    more: 'People who gain',
    fewer: 'People who lose',
    complaints: 'Complaints',
    none: 'none',
    some: 'some',
    gain: 'Whoever has more of their own projects among the winners than in the city’s result gains; whoever has fewer loses.',
    numbers: 'The outcomes in figures',
    same: names => `The same winners as the city’s come from: ${names.join('; ').toLocaleLowerCase('en')}.`,
    side: 'Winners side by side',
    yes: 'yes',
    no: 'no',
    legend: 'Projects that win in at least one count, from the most points down.',
    topics: 'What the money goes to',
    topic: 'Topic',
    otherTopic: 'no topic',
    places: 'Where the winners lie',
    placesNote: 'Each circle is a winner whose place the file knows. Without a place:',
    projects,
  },
}
