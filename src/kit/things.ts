import type { Day } from '#kit/dates.ts'

/** Whatever has an id that others point at: in reports, follows, digests and life lines. `path` is its address, with the place on the page where it has one. */
export type Thing = {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly territoryId: string | undefined
  readonly authorIds: readonly string[]
  /** What it is about, where it only stands with something else: a comment. Its place is that one's. */
  readonly aboutId?: string
  /** Authors of what it is about: they are no judges of it either. */
  readonly aboutAuthorIds?: readonly string[]
  /** What it says, where it says more than its title. */
  readonly text?: string
  /** Everybody may read it now: neither private nor hidden by a moderator. */
  readonly isPublic: boolean
}
/** What came of somebody's work in a span of time, in whole numbers, as far as a module counts it. */
export type Deeds = {
  readonly meetings?: number | undefined
  readonly people?: number | undefined
  readonly voices?: number | undefined
  readonly hours?: number | undefined
}
/** A thing that waits for somebody, in the words of their language; `dueOn` is the last day to do it. */
export type WaitingMatter = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly path: string
  readonly territoryId?: string | undefined
  readonly dueOn?: Day | undefined
  /** Of this person alone: the office's list leaves it out. */
  readonly own?: boolean | undefined
}
