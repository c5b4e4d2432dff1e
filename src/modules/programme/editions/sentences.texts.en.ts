import { longDate, startOfDay } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import type { Same } from '#kit/texts.ts'
import { calendarTextsEn } from '#modules/programme/calendar.texts.en.ts'
import type { sentencesTexts } from '#modules/programme/editions/sentences.texts.ts'
import type { Picks } from '#modules/programme/programme.rules.ts'

const money = (grosze: number) => formatMoney(grosze, 'en')
const day = (typed: string) => longDate(startOfDay(typed), 'en')
const list = (words: readonly string[], last = 'and') =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
const projects = (n: number) => (n === 1 ? '1 project' : `${n} projects`)
const picked = ({ min, max }: Picks) => (min === max ? `exactly ${projects(max)}` : `${min} to ${max} projects`)

const paths = { 'district-path': 'together in a district', 'city-path': 'together for the whole city', individual: 'on one’s own' }
const identity = {
  name: 'first and last name',
  address: 'address',
  'birth-date': 'date of birth',
  pesel: 'PESEL number',
  phone: 'phone number',
  email: 'e-mail address',
}
const ties = {
  votes: 'the number of people who chose the project',
  firsts: 'the number of first places',
  'lower-cost': 'the lower cost',
  lot: 'a draw before witnesses',
}
const methods = {
  'greedy-skip': 'The projects with most points win. When there is not enough money for the next one, it is skipped and those below it are tried.',
  'greedy-stop': 'The projects with most points win. When there is not enough money for the next one, the list ends.',
  'equal-shares': 'The money is shared equally among the voters, and projects win that their supporters can pay for together.',
}
const leftovers = {
  stays: 'Money that cannot be spent stays in the city budget.',
  'next-edition': 'Money that cannot be spent goes to the next edition.',
  'city-pool': 'Money that a district does not spend goes to the pool of the whole city.',
}
const voteTypes = { ordinal: 'and puts them in order', approval: 'without an order', points: 'and shares points among them', single: 'on each list' }

export const sentencesTextsEn: Same<typeof sentencesTexts> = {
  sections: {
    money: 'Money',
    ways: 'How to prepare a project',
    dates: 'Dates',
    submission: 'Submitting a project',
    support: 'Signatures of support',
    review: 'Review and protests',
    vote: 'Voting',
    count: 'How we count',
    data: 'Personal data',
  },
  sentences: {
    'money.total': p =>
      `There is ${money(p.total)} to spend: ${money(p.city)} for projects of the whole city and ${money(p.districts)} for districts.`,
    'money.city': p => `A project for the whole city may cost from ${money(p.min)} to ${money(p.max)}.`,
    'money.districts': p =>
      `A district project costs at least ${money(p.min)}. ${p.share === null ? 'The table of pools gives the highest cost.' : `One project may take at most ${p.share}% of the money of its district.`}`,
    'ways.paths': p =>
      `A project can be prepared ${list(
        p.paths.map(path => paths[path as keyof typeof paths]),
        'or',
      )}.`,
    'ways.support-from-city': p =>
      `${p.advice ? 'Before submitting one may ask a city unit for a preliminary opinion; it does not decide the later review.' : ''}${p.advice && p.workshops ? ' ' : ''}${p.workshops ? 'Workshops with experts of the city help with writing.' : ''}`,
    'ways.ambassadors': p =>
      `${p.minAge === null ? 'Anybody, of any age, may become an ambassador.' : `An ambassador is at least ${p.minAge} years old.`}${p.signedForm ? ' The form must be signed.' : ''}${p.certificate ? ' At the end the city gives a certificate.' : ''}`,
    'dates.phase': p => `${calendarTextsEn.phases[p.kind]}: ${calendarTextsEn.span(p)}.`,
    'submission.who': p =>
      p.minAge === null
        ? 'Everybody who lives in the city may submit a project, at any age.'
        : `A person who lives in the city and is at least ${p.minAge} years old may submit a project.`,
    'submission.any-district': p =>
      p.any
        ? 'A district project may be submitted also in a district one does not live in.'
        : 'A district project is submitted in one’s own district.',
    'submission.form': p => `The title has at most ${p.titleMax} characters, the summary from ${p.summaryMin} to ${p.summaryMax}.`,
    'submission.cost': p => `The cost ${p.optional ? 'may be given but need not be' : 'must be given'}. The city makes the final pricing.`,
    'submission.not-twice': () => 'The same project cannot be submitted both as a city and as a district project.',
    'submission.per-person': p => `One person may submit at most this many projects: ${p.most}.`,
    'drafting.lead': p =>
      `When the lead of a joint draft does nothing in it for ${days(p.days)}, the co-authors may elect another among themselves. The lead is told and may object.`,
    'drafting.substance': p =>
      `When a new version changes the title, the aim, the place, or the cost by more than ${p.percent} per cent, whoever supports it is told and may withdraw.`,
    'drafting.names': () => 'The authors of a submitted project are named in full, also where they show only a part of their name elsewhere.',
    'support.none': () => 'No support list is needed.',
    'support.count': p =>
      `A project needs the signatures of ${p.count === 1 ? '1 person' : `${p.count} people`}.${p.districtResidentsOnly ? ' Only people who live in the district support a district project.' : ''}`,
    'support.days': p => `The support list must be handed in within ${days(p.days)} of submission.`,
    'support.deadline': p => `Last day to hand in the support list: ${day(p.day)}.`,
    'support.channels': p =>
      p.online && p.paper
        ? 'Support is given on paper or online.'
        : p.online
          ? 'Support is given online.'
          : 'Support is given by a handwritten signature on paper.',
    'review.completion': p =>
      `When something is missing, the office asks for it. There are ${days(p.days)} to complete it. ${p.allAgree ? 'All authors agree to the answer.' : 'The lead answers.'} ${p.stops ? 'A project that is not completed goes no further.' : 'A project that is not completed is checked as it was submitted.'}`,
    'review.protest': p =>
      `${p.scope === 'substantive-legal' ? 'A negative substantive and legal review' : 'Every refusal'} can be protested against ${calendarTextsEn.span(p)}. ${p.decider === 'mayor' ? 'The mayor' : 'The city council'} decides.`,
    'vote.who': p =>
      `${p.minAge === null ? 'Everybody who lives in the city votes, at any age, registered there or not.' : `A person who lives in the city and is at least ${p.minAge} years old votes.`}${p.ownDistrict ? ' District projects are voted on in the district one lives in.' : ''}`,
    'vote.picks': p => `Everybody chooses ${picked(p.city)} for the whole city and ${picked(p.district)} in the district ${voteTypes[p.type]}.`,
    'vote.points': p => `For each next place a project gets: ${list(p.points.map(points => (points === 1 ? '1 point' : `${points} points`)))}.`,
    'vote.both-pools': () => 'A vote is valid only when it has both city and district projects.',
    'vote.identity': p =>
      `To vote one gives: ${list(p.identity.map(item => identity[item]))}.${p.sms ? ' A code sent by SMS confirms the vote.' : ''}`,
    'vote.channels': p => (p.online && p.paper ? 'Voting is online or on paper.' : p.online ? 'Voting is online.' : 'Voting is on paper.'),
    'count.method': p => methods[p.method],
    'count.min-votes': p => `A project needs at least ${p.count === 1 ? '1 vote' : `${p.count} votes`}.`,
    'count.ties': p =>
      `When results are equal, this decides: ${list(
        p.ties.map(step => ties[step]),
        'and finally',
      )}.`,
    'count.leftover': p => leftovers[p.leftover],
    'data.retention': p => `Personal data of this edition will be erased by ${day(p.day)}.`,
  },
}
