import { type Actor, has, house, isSomebody } from '#kit/actor.ts'
import { addDays, type Day } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { type Area, isInside, type Point } from '#kit/geo.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { CommentKind } from '#modules/discussions/discussions.rules.ts'
import { mayEnterFor } from '#modules/people/office/behalf.rules.ts'
import { lastMomentOf, opensAt, type Phase, type PhaseKind } from '#modules/programme/calendar.rules.ts'
import { plainName, territoryTitle } from '#modules/programme/territories/territories.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'talk.opened': { title: string }
    'talk.rounds-set': { title: string; rounds: readonly TalkRound[] }
    'talk.round-extended': { title: string; kind: RoundKind; until: Day; reason: string }
    'talk.round-opened': { title: string; kind: RoundKind; until: Day }
    'talk.round-closed': { title: string; kind: RoundKind; last: Day }
    'talk.split': { title: string; talks: readonly string[]; reason: string }
    'talk.joined': { title: string; into: string; comments: number; reason: string }
    'talk.place-chosen': { talk: string }
  }
}
export const talksFacts = {
  'talk.opened': { keep: { years: 10 } },
  'talk.rounds-set': { keep: { years: 10 } },
  'talk.round-extended': { keep: { years: 10 } },
  'talk.round-opened': { keep: { years: 10 } },
  'talk.round-closed': { keep: { years: 10 } },
  'talk.split': { keep: { years: 10 } },
  'talk.joined': { keep: { years: 10 } },
  'talk.place-chosen': { keep: { years: 6 } },
} satisfies FactRules

export const roundKinds = ['needs', 'ideas', 'draft', 'consultation', 'corrections', 'submission'] as const
export type RoundKind = (typeof roundKinds)[number]
/** `reason` says why it lasts longer than was planned. */
export type TalkRound = { readonly kind: RoundKind; readonly from: Day; readonly to: Day; readonly reason?: string }

export const talkStates = ['open', 'joined'] as const
export type TalkState = (typeof talkStates)[number]
/** A talk belongs to an edition and to a place: a district, a smaller area of it, or, with a theme, the city. */
export type Talk = {
  readonly id: string
  readonly editionId: string
  readonly territoryId: string
  readonly territoryName: string
  readonly territoryNumber: number | null
  readonly territoryKind: 'city' | 'district' | 'estate' | 'custom'
  readonly parentId: string | null
  /** Only talks of the whole city have one. */
  readonly theme: string
  /** Streets or an estate in words, for an area that nobody has drawn. */
  readonly areaWords: string
  readonly state: TalkState
  readonly joinedInto: string | null
  readonly version: number
  /** Rounds set for this talk alone; the others follow the calendar of the edition. */
  readonly ownRounds: readonly TalkRound[]
}

type Titled = Pick<Talk, 'territoryName' | 'territoryNumber' | 'theme'>
/** What a talk is called: its theme, or its place. */
export const talkTitle = ({ theme, territoryName, territoryNumber }: Titled): string =>
  theme || territoryTitle({ name: territoryName, number: territoryNumber })

/** Whoever runs the programme decides which talks there are. */
export const mayArrangeTalks = (actor: Actor): Verdict<'not-yours'> => (actor === house || has(actor, 'coordinator') ? yes : no('not-yours'))
export const holding = procedure<TalkState, Actor, Talk>('open')({
  join: { from: ['open'], to: 'joined', allows: actor => has(actor, 'coordinator') },
})

/** Only a district is split, so that every area lies in one; areas are named differently. */
export function maySplit(
  actor: Actor,
  talk: Talk,
  names: readonly string[],
  there: readonly string[],
): Verdict<'not-yours' | 'not-a-district' | 'no-areas' | 'name-there'> {
  const verdict = mayArrangeTalks(actor)
  if (!verdict.ok) return verdict
  if (talk.territoryKind !== 'district' || talk.state !== 'open') return no('not-a-district')
  if (names.length === 0) return no('no-areas')
  const all = [...names, ...there].map(plainName)
  return new Set(all).size === all.length ? yes : no('name-there')
}

/** Talks are joined with a neighbour: an area with its district or with another area of it, a theme with a theme. */
export function mayJoin(actor: Actor, talk: Talk, into: Talk): Verdict<'not-yours' | 'wrong-state' | 'not-near'> {
  const verdict = holding.may(actor, 'join', talk)
  if (!verdict.ok) return verdict
  if (into.state !== 'open') return no('wrong-state')
  const near =
    talk.territoryKind === 'city' || talk.territoryKind === 'district'
      ? talk.territoryId === into.territoryId
      : talk.parentId === into.territoryId || talk.parentId === into.parentId
  return near && talk.id !== into.id && talk.editionId === into.editionId ? yes : no('not-near')
}

const phaseOfRound: Readonly<Record<Exclude<RoundKind, 'corrections'>, PhaseKind>> = {
  needs: 'needs',
  ideas: 'ideas',
  draft: 'drafts',
  consultation: 'advice',
  submission: 'submission',
}
type Phases = readonly Omit<Phase, 'id' | 'note'>[]

/** What the calendar of the edition gives every talk. Corrections lie between the advice of units and the end of drafting. */
export function defaultRounds(phases: Phases): TalkRound[] {
  const spanOf = (kind: PhaseKind) => {
    const found = phases.filter(phase => phase.kind === kind)
    if (found.length === 0) return undefined
    return {
      from: found.map(phase => phase.from).sort()[0] ?? '',
      to:
        found
          .map(phase => phase.to)
          .sort()
          .at(-1) ?? '',
    }
  }
  return roundKinds.flatMap((kind): TalkRound[] => {
    if (kind !== 'corrections') {
      const span = spanOf(phaseOfRound[kind])
      return span ? [{ kind, ...span }] : []
    }
    const [advice, drafts] = [spanOf('advice'), spanOf('drafts')]
    return advice && drafts && advice.to < drafts.to ? [{ kind, from: addDays(advice.to, 1), to: drafts.to }] : []
  })
}

export const roundsOf = (talk: Pick<Talk, 'ownRounds'>, phases: Phases): TalkRound[] => {
  const own = new Map(talk.ownRounds.map(round => [round.kind, round]))
  const rounds = new Map([...defaultRounds(phases).map(round => [round.kind, round] as const), ...own])
  return roundKinds.flatMap(kind => rounds.get(kind) ?? [])
}

const spanned = (round: TalkRound) => ({ kind: 'needs' as const, from: round.from, to: round.to })
export const roundOpensAt = (round: TalkRound): Date => opensAt(spanned(round))
export const roundClosesAt = (round: TalkRound): Date => lastMomentOf(spanned(round))
export const isRoundOpen = (round: TalkRound, now: Date): boolean => roundOpensAt(round) <= now && now <= roundClosesAt(round)

/** What is open now, what comes next, and since when all is over. */
export type Standing = { readonly open: readonly TalkRound[]; readonly next: TalkRound | undefined; readonly overSince: Date | undefined }
export function standingOf(rounds: readonly TalkRound[], now: Date): Standing {
  const open = rounds.filter(round => isRoundOpen(round, now))
  const next = rounds.filter(round => roundOpensAt(round) > now).sort((a, b) => a.from.localeCompare(b.from))[0]
  const ends = rounds.map(round => roundClosesAt(round).getTime()).filter(end => end < now.getTime())
  return { open, next, overSince: open.length === 0 && ends.length > 0 ? new Date(Math.max(...ends)) : undefined }
}

export type Notice = {
  readonly talkId: string
  readonly kind: RoundKind
  readonly what: 'opened' | 'closed'
  /** The day it opened, or the last one. */
  readonly day: Day
  readonly until: Day
}
export const noticeKey = ({ talkId, kind, what, day }: Omit<Notice, 'until'>): string => [talkId, kind, what, day].join(' ')
/** What the calendar has done with a talk and nobody has been told. */
export function noticesDue(talk: Pick<Talk, 'id'>, rounds: readonly TalkRound[], said: ReadonlySet<string>, now: Date): Notice[] {
  return rounds.flatMap((round): Notice[] => {
    const opened = { talkId: talk.id, kind: round.kind, what: 'opened' as const, day: round.from, until: round.to }
    const closed = { ...opened, what: 'closed' as const, day: round.to }
    if (isRoundOpen(round, now)) return said.has(noticeKey(opened)) ? [] : [opened]
    return roundClosesAt(round) < now && said.has(noticeKey(opened)) && !said.has(noticeKey(closed)) ? [closed] : []
  })
}

/** What may be said in a round. Near the end no new sides are opened: changes and questions only. */
const kindsOfRound: Readonly<Record<RoundKind, readonly CommentKind[]>> = {
  needs: ['experience', 'question', 'for', 'against'],
  ideas: ['for', 'against', 'experience', 'question', 'change'],
  draft: ['for', 'against', 'experience', 'question', 'change'],
  consultation: ['for', 'against', 'experience', 'question', 'change'],
  corrections: ['change', 'question'],
  submission: ['question'],
}
export const kindsIn = (open: readonly TalkRound[]): CommentKind[] =>
  (['for', 'against', 'question', 'change', 'experience'] as const).filter(kind => open.some(round => kindsOfRound[round.kind].includes(kind)))

export type TalkWhy = 'sign-in' | 'joined' | 'round-not-yet' | 'round-over' | 'round-unplanned'
/** May anybody speak here now at all? A kind that no open round takes is refused by `mayContribute`. */
export function mayTalk(actor: Actor, talk: Pick<Talk, 'state'>, { open, next, overSince }: Standing): Verdict<TalkWhy> {
  if (talk.state === 'joined') return no('joined')
  if (open.length === 0) return no(next ? 'round-not-yet' : overSince ? 'round-over' : 'round-unplanned')
  return isSomebody(actor) ? yes : no('sign-in')
}
/** An answer has no kind of its own and is welcome in every open round. */
export function mayContribute(
  actor: Actor,
  talk: Pick<Talk, 'state'>,
  standing: Standing,
  kind: CommentKind | undefined,
): Verdict<TalkWhy | 'not-this-kind'> {
  const verdict = mayTalk(actor, talk, standing)
  if (!verdict.ok) return verdict
  return kind === undefined || kindsIn(standing.open).includes(kind) ? yes : no('not-this-kind')
}

/** Only what has not ended is extended, and only to a later day. */
export function mayExtend(
  actor: Actor,
  round: TalkRound | undefined,
  until: Day,
  now: Date,
): Verdict<'not-yours' | 'no-round' | 'not-later' | 'round-over'> {
  const verdict = mayArrangeTalks(actor)
  if (!verdict.ok) return verdict
  if (!round) return no('no-round')
  if (roundClosesAt(round) < now) return no('round-over')
  return until > round.to ? yes : no('not-later')
}

/** The place of a talk as grants know it: an area lies in its district. */
export const placesOfTalk = (talk: Pick<Talk, 'territoryId' | 'parentId' | 'territoryKind'>): string[] =>
  talk.parentId !== null && talk.territoryKind !== 'district' ? [talk.territoryId, talk.parentId] : [talk.territoryId]

/** An ambassador hosts the talks of their own area, a moderator those in their scope. A city talk has no ambassador. */
export const isHost = (actor: Actor, talk: Pick<Talk, 'editionId' | 'territoryId' | 'parentId' | 'territoryKind'>): boolean =>
  placesOfTalk(talk).some(
    territoryId =>
      has(actor, 'moderator', { territoryId, editionId: talk.editionId }) || has(actor, 'ambassador', { territoryId, editionId: talk.editionId }),
  )

/** Whoever hosts never moderates, summarises or speeds up a thing that they co-author; whose it is comes with the question. */
export function mayHost(actor: Actor, talk: Parameters<typeof isHost>[1], authorIds: readonly string[] = []): Verdict<'not-host' | 'co-author'> {
  if (!isHost(actor, talk)) return no('not-host')
  return authorIds.includes(actor.id) ? no('co-author') : yes
}

/** An area that a talk is about; the smaller one of two that hold a point has the talk. */
export type TalkArea = {
  readonly talkId: string
  readonly territoryId: string
  readonly parentId: string | null
  readonly squareKm: number
  readonly area: Area
}
type Placed = { readonly territoryId: string; readonly point?: Point | null | undefined }

/** Which talk a need belongs to: the smallest area that holds its point, else the talk of its district. Never a guess. */
export function talkOf(
  { territoryId, point }: Placed,
  areas: readonly TalkArea[],
  ofPlace: (territoryId: string) => string | undefined,
): string | undefined {
  const holding = point
    ? areas.filter(({ parentId, area }) => parentId === territoryId && isInside(point, area)).sort((a, b) => a.squareKm - b.squareKm)
    : []
  return holding[0]?.talkId ?? ofPlace(territoryId)
}

/** Only those whose matter it is say where it is talked over. */
export const mayChooseTalk = (actor: Actor, authorIds: readonly string[]): Verdict<'not-yours'> =>
  isSomebody(actor) && authorIds.includes(actor.id) ? yes : no('not-yours')

export const orders = ['losowo', 'po-kolei'] as const
export type Order = (typeof orders)[number]
/** FNV-1a: the same visitor sees the same order all day, another visitor another one. */
const hashOf = (text: string): number => [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261)
export const shuffled = <T extends { readonly id: string }>(things: readonly T[], seed: string): T[] =>
  things
    .map(thing => ({ thing, at: hashOf(`${seed} ${thing.id} ${hashOf(`${thing.id}${seed}`)}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)

export const talkLimits = { themeMin: 3, themeMax: 80, nameMin: 3, nameMax: 80, wordsMax: 500, reasonMin: 10, reasonMax: 500, areasMax: 8 } as const

/** The words of somebody without e-mail: written down by the office, or by an ambassador of the area or of its district. */
export const mayEnterInTalk = (actor: Actor, talk: Talk): Verdict<'not-helper'> =>
  placesOfTalk(talk).some(territoryId => mayEnterFor(actor, territoryId).ok) ? yes : no('not-helper')
