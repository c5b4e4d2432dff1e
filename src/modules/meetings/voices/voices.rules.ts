import { type Actor, isSomebody } from '#kit/actor.ts'
import type { Channel } from '#kit/channels.ts'
import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'voice.added': { title: string; voice: string; kind: VoiceKind; channel: Channel }
    'voice.claimed': { title: string; number: number }
    'sheets.printed': { title: string; from: number; to: number }
    'sheet.photographed': { title: string }
    'sheet.keyed': { title: string }
  }
}
export const voicesFacts = {
  'voice.added': { keep: { years: 6 } },
  'voice.claimed': { keep: { years: 2 } },
  'sheets.printed': { keep: { years: 6 } },
  'sheet.photographed': { keep: { years: 1 } },
  'sheet.keyed': { keep: { years: 1 } },
} satisfies FactRules

export const voiceKinds = ['need', 'idea', 'question', 'remark'] as const
export type VoiceKind = (typeof voiceKinds)[number]
export const voiceLimits = { textMin: 3, textMax: 1500, placeMax: 200, sheets: 60 } as const
/** The ways in which somebody else writes a voice down. */
export const writtenChannels = ['paper', 'phone', 'meeting', 'office'] as const satisfies readonly Channel[]

/** Głos: one thing that somebody said at a meeting or to it, however it came. An unknown author may claim it by the sheet's code. */
export type MeetingVoice = {
  readonly id: string
  readonly meetingId: string
  /** The question or the point of the agenda that it answers, in its words. */
  readonly about: string | null
  readonly kind: VoiceKind
  readonly text: string
  readonly placeWords: string | null
  readonly channel: Channel
  /** Empty while nobody has claimed it. */
  readonly authorId: string
  readonly enteredBy: string | null
  readonly sheetNumber: number | null
  readonly at: Date
}

/** What the rules must know of the meeting: whether its voices are open to everybody now, and whether its minutes stand. */
export type VoicesCase = {
  /** This visitor writes down for others here: the host, the office. */
  readonly helps: boolean
  readonly window: 'not-yet' | 'open' | 'over'
  readonly frozen: boolean
  readonly cancelled: boolean
}
export type SpeakWhy = 'sign-in' | 'not-yet' | 'over' | 'frozen' | 'cancelled'
/** Online everybody speaks for themselves, as long as the meeting lasts: an hour in a hall, 72 hours in an asynchronous one. */
export function maySpeak(actor: Actor, meeting: VoicesCase): Verdict<SpeakWhy> {
  const closed = endedFor(meeting)
  if (!closed.ok) return closed
  if (meeting.window !== 'open') return no(meeting.window)
  return isSomebody(actor) ? yes : no('sign-in')
}

const endedFor = (meeting: VoicesCase): Verdict<'frozen' | 'cancelled'> => {
  if (meeting.cancelled) return no('cancelled')
  return meeting.frozen ? no('frozen') : yes
}

export type KeyInWhy = 'not-helper' | 'frozen' | 'cancelled'
/** Paper comes late, so the office and the host write down what came until the minutes are frozen. */
export function mayKeyIn(actor: Actor, meeting: VoicesCase): Verdict<KeyInWhy> {
  return isSomebody(actor) && meeting.helps ? endedFor(meeting) : no('not-helper')
}
/** Sheets are printed for a meeting that will be held, and photographed by whoever holds them. */
export const mayPrintSheets = (actor: Actor, meeting: VoicesCase): Verdict<KeyInWhy> => mayKeyIn(actor, meeting)

/** The number of a sheet is for everybody, its code for whoever tore it off; guessing is hopeless, and tries are counted all the same. */
export const claimRules = { triesAnHour: 10, addressTriesAnHour: 60 } as const
export type ClaimWhy = 'too-many' | 'wrong-code' | 'claimed'

/** What became of a voice, from what grew out of it. */
export type Fate = { readonly id: string; readonly title: string; readonly path: string; readonly kind: string }
export type VoiceWithFates = {
  readonly voice: MeetingVoice
  readonly line: { readonly id: string; readonly number: number } | undefined
  readonly fates: readonly Fate[]
}
/** The kinds of things a fate may be, by the prefix of their ids; others (cards, tables) are on the way to one of these. */
export const fateKinds = ['need', 'idea', 'project', 'advice', 'task'] as const
export const fateKindOf = (id: string): (typeof fateKinds)[number] | undefined => fateKinds.find(kind => id.startsWith(`${kind}_`))
