import { type Actor, isStaff } from '#kit/actor.ts'
import { addDays, dayOf, endOfDay, startOfDay } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { ActingAs } from '#modules/moderation/cases.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'moderation.slowed': { kind: SlowKind; minutes: number; until: string; as: ActingAs }
    'moderation.slowing-ended': { kind: SlowKind; as: ActingAs }
  }
}
export const limitsFacts = {
  'moderation.slowed': { keep: { years: 2 } },
  'moderation.slowing-ended': { keep: { years: 2 } },
} satisfies FactRules

export type SlowKind = 'person' | 'thread'
/** Until then, so many minutes between two posts of one person. */
export type SlowMode = {
  readonly id: string
  readonly kind: SlowKind
  readonly subjectId: string
  readonly minutes: number
  readonly since: Date
  readonly until: Date
  readonly reason: string
  readonly setAs: ActingAs
}
export const slowLimits = { minutesMin: 1, minutesMax: 120, hoursMax: 168, hostHoursMax: 24, reasonMin: 10, reasonMax: 300 } as const
/** A host slows a thread down for a day at most, and never a person. */
export function maySlow(as: ActingAs, { kind, hours }: { kind: SlowKind; hours: number }): Verdict<'too-long' | 'not-person'> {
  if (as === 'host' && kind === 'person') return no('not-person')
  return hours <= (as === 'host' ? slowLimits.hostHoursMax : slowLimits.hoursMax) ? yes : no('too-long')
}

export const newcomer = { days: 3, postsADay: 3, links: 2 } as const
const minute = 60_000
export const isNewcomer = (joinedAt: Date, wall: Date): boolean => wall.getTime() - joinedAt.getTime() < newcomer.days * 24 * 60 * minute

/** Addresses of pages in a text, written out or not. */
export const linksIn = (text: string): number => (text.match(/\bhttps?:\/\/\S+|\bwww\.\S+/giu) ?? []).length

/** What the house knows of a person who wants to post. `times` are their posts of the last day, here and elsewhere. */
export type Standing = {
  readonly joinedAt: Date
  readonly posts: readonly { readonly subjectId: string; readonly at: Date }[]
  readonly slow: readonly SlowMode[]
}
export type Post = {
  readonly subjectId: string
  readonly text: string
  readonly pictures?: number
  /** Said at a meeting that asks for it: a newcomer may answer all its questions. */
  readonly asked?: boolean
}
export type PostWhy = 'new-too-many' | 'new-links' | 'new-pictures' | 'slow-person' | 'slow-thread'
export type PostVerdict = Verdict<PostWhy> & { readonly until?: Date; readonly reason?: string }

/** The answer for a page: may this visitor post, and which slow modes do they meet here. */
export type Posting = { readonly verdict: PostVerdict; readonly slow: readonly SlowMode[] }

/** How an action of another module answers when this one says no: what and until when is in `limit`. */
export type Limited = { readonly ok: false; readonly why: 'limited'; readonly limit: PostVerdict; readonly id?: undefined }

/** One answer for everything that people write: who is new writes little, and where talk runs hot it runs slower. */
export function mayPost(actor: Actor, standing: Standing, post: Post, { now, wall }: { now: Date; wall: Date }): PostVerdict {
  const slow = slowedUntil(actor, standing, post, now)
  if (slow) return { ...no(slow.mode.kind === 'person' ? 'slow-person' : 'slow-thread'), until: slow.until, reason: slow.mode.reason }
  if (isStaff(actor) || !isNewcomer(standing.joinedAt, wall)) return yes
  const today = standing.posts.filter(({ at }) => at >= startOfDay(dayOf(now)))
  if (!post.asked && today.length >= newcomer.postsADay) return { ...no('new-too-many'), until: endOfDay(dayOf(now)) }
  const grown = new Date(standing.joinedAt.getTime() + newcomer.days * 24 * 60 * minute)
  if (linksIn(post.text) > newcomer.links) return { ...no('new-links'), until: grown }
  return (post.pictures ?? 0) > 0 ? { ...no('new-pictures'), until: grown } : yes
}

function slowedUntil(actor: Actor, { posts, slow }: Standing, { subjectId }: Post, now: Date) {
  const waits = slow
    .filter(mode => mode.until > now && (mode.subjectId === subjectId || mode.subjectId === actor.id))
    .flatMap(mode => {
      const last = Math.max(...posts.filter(post => mode.kind === 'person' || post.subjectId === subjectId).map(({ at }) => at.getTime()))
      const free = new Date(Math.min(last + mode.minutes * minute, mode.until.getTime()))
      return last > 0 && free > now ? [{ mode, until: free }] : []
    })
  return waits.sort((a, b) => b.until.getTime() - a.until.getTime())[0]
}

export const bursts = {
  person: { posts: 30, withinMinutes: 5, slowMinutes: 10, hours: 1 },
  'person-in-thread': { posts: 10, withinMinutes: 5, slowMinutes: 10, hours: 1 },
  thread: { posts: 40, withinMinutes: 10, slowMinutes: 10, hours: 2 },
} as const
/** So much in so short a time that the house itself slows it down. `times` are the posts just before this one. */
export function burstOf(kind: keyof typeof bursts, times: readonly Date[], now: Date): boolean {
  const { posts, withinMinutes } = bursts[kind]
  return times.filter(at => now.getTime() - at.getTime() < withinMinutes * minute).length + 1 >= posts
}
/** Posts older than this say nothing any more. */
export const countedSince = (now: Date): Date => startOfDay(addDays(dayOf(now), -1))
