import type { FactName } from '#kit/facts.ts'
import type { Thing } from '#kit/things.ts'
import { concerns, type Follow, type Happening, type Known } from '#modules/following/follows.rules.ts'

/** A thing has come to be, as far as the public is concerned: what themes and saved searches tell of. */
export const beginnings: readonly FactName[] = [
  'need.added',
  'idea.proposed',
  'project.shared',
  'project.submitted',
  'meeting.announced',
  'talk.opened',
  'practice.added',
]

/** What is worth telling whoever follows. Single backings, views and work behind the scenes are not; nor what says more than the public page. */
export const toldFacts: readonly FactName[] = [
  ...beginnings,
  'need.taken-up',
  'need.released',
  'need.closed',
  'idea.needs-joined',
  'idea.taken-up',
  'idea.dropped',
  'comment.added',
  'project.frozen',
  'project.reopened',
  'project.withdrawn',
  'renewal.asked',
  'author.accepted',
  'advice.asked',
  'advice.answered',
  'handover.made',
  'handover.received',
  'handover.answered',
  'comment.settled',
  'question.passed',
  'question.answered',
  'talk.round-opened',
  'talk.round-closed',
  'talk.round-extended',
  'meeting.changed',
  'meeting.moved',
  'meeting.cancelled',
  'meeting.went-online',
  'meeting.returned-to-hall',
  'minutes.corrections-opened',
  'minutes.frozen',
  'term.activated',
]

/** In one's own matters one is also told of each backing and of the work of one's co-authors; not of who registered where or reported what. */
export const ownFacts: readonly FactName[] = [
  ...toldFacts,
  'need.backed',
  'idea.backed',
  'author.invited',
  'author.declined',
  'author.asked',
  'author.helps',
  'election.opened',
  'election.stopped',
  'election.lapsed',
  'election.decided',
  'author.left',
  'author.removed',
  'author.leads',
  'project.changed',
  'project.priced',
  'version.accepted',
  'version.signed',
  'advice.assigned',
  'advice.returned',
  'minutes.correction-answered',
]

/** How many lines a letter and a page of news hold at most. */
export const mostLines = 30
/** How many facts back the page of news and the feeds look. */
export const streamLength = 600

type Told = { readonly subject: string; readonly seq: number; readonly at: Date }
/** The newest fact of each thing, newest first: one line a thing. */
export function newestOfEach<F extends Told>(facts: readonly F[], limit = mostLines): F[] {
  const seen = new Set<string>()
  return [...facts]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.seq - a.seq)
    .filter(({ subject }) => !seen.has(subject) && seen.add(subject))
    .slice(0, limit)
}

/** What of the stream these follows tell their follower, each with the first follow that asks for it; never what they did themselves. */
export function followedNews<H extends Happening & Told>(stream: readonly H[], follows: readonly Follow[], personId: string, known: Known) {
  const told = stream
    .filter(({ actorId }) => actorId !== personId)
    .flatMap(happening => {
      const follow = follows.find(one => concerns(one, happening, known))
      return follow ? [{ ...happening, follow }] : []
    })
  return newestOfEach(told)
}

/** One's own matter is told unless it is hidden: what is private is told to its authors, what is no thing at all to whoever acted on it. */
export const mayTell = (thing: Pick<Thing, 'isPublic' | 'authorIds'> | undefined, personId: string): boolean =>
  thing === undefined || thing.isPublic || thing.authorIds.includes(personId)
