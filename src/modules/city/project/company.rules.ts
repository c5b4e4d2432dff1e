import type { ParticipationForm } from '#modules/ambassadors/tenure/terms.rules.ts'
import type { Standing, Talk } from '#modules/discussions/talks.rules.ts'
import type { Meeting } from '#modules/meetings/meetings.rules.ts'

type TalkNow = Talk & { readonly comments: number; readonly lastAt: Date | null; readonly standing: Standing }
type AmbassadorHere = { readonly id: string; readonly name: string; readonly areaWords: string; readonly forms: readonly ParticipationForm[] }

/** Where people meet: what an edition has switched off is empty, and then leaves no trace. */
export type Company = {
  readonly meetings: readonly Meeting[]
  readonly talks: readonly TalkNow[]
  readonly ambassadors: readonly AmbassadorHere[]
}
export const noCompany: Company = { meetings: [], talks: [], ambassadors: [] }

/** Of the whole city: where somebody spoke last. */
export const livelyFirst = <T extends { readonly lastAt: Date | null }>(talks: readonly T[]): T[] =>
  [...talks].filter(({ lastAt }) => lastAt !== null).sort((a, b) => (b.lastAt?.getTime() ?? 0) - (a.lastAt?.getTime() ?? 0))
