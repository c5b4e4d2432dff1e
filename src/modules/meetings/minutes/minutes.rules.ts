import { type Actor, isSomebody } from '#kit/actor.ts'
import { addDays, type Day, dayOf } from '#kit/dates.ts'
import type { FactRules } from '#kit/facts.ts'
import { procedure } from '#kit/procedure.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'minutes.begun': { title: string }
    'minutes.notes-opened': { title: string; open: boolean }
    'minutes.noted': { title: string; line: string }
    'minutes.line-changed': { title: string; line: string }
    'minutes.line-removed': { title: string; line: string }
    'minutes.drafted': { title: string }
    'minutes.corrections-opened': { title: string; until: Day }
    'minutes.correction-proposed': { title: string }
    'minutes.correction-answered': { title: string; outcome: CorrectionOutcome }
    /** `hash` is SHA-256 of the canonical lines; `lines` one of each line, so that a changed one is found. */
    'minutes.frozen': { title: string; hash: string; lines: readonly string[] }
    'task.set': { title: string; what: string }
    'task.done': { title: string; what: string }
  }
}
export const minutesFacts = {
  'minutes.begun': { keep: { years: 10 } },
  'minutes.notes-opened': { keep: { years: 2 } },
  'minutes.noted': { keep: { years: 2 } },
  'minutes.line-changed': { keep: { years: 2 } },
  'minutes.line-removed': { keep: { years: 2 } },
  'minutes.drafted': { keep: { years: 10 } },
  'minutes.corrections-opened': { keep: { years: 10 } },
  'minutes.correction-proposed': { keep: { years: 10 } },
  'minutes.correction-answered': { keep: { years: 10 } },
  'minutes.frozen': { keep: { years: 50 } },
  'task.set': { keep: { years: 6 } },
  'task.done': { keep: { years: 6 } },
} satisfies FactRules

export const minutesStates = ['live', 'draft', 'corrections', 'frozen'] as const
export type MinutesState = (typeof minutesStates)[number]
export const lineKinds = ['note', 'agreed', 'voice'] as const
export type LineKind = (typeof lineKinds)[number]
export const correctionOutcomes = ['taken', 'partly', 'not'] as const
export type CorrectionOutcome = (typeof correctionOutcomes)[number]
export const minutesLimits = { lineMin: 2, lineMax: 1500, lines: 600, answerMin: 5, days: { min: 1, max: 30, usual: 7 }, whoMax: 100 } as const

/** What the rules must know of the minutes and of this visitor's part in the meeting. */
export type MinutesCase = {
  readonly state: MinutesState
  /** This visitor leads the meeting; or writes down for others here, as the office does. */
  readonly leads: boolean
  readonly helps: boolean
  readonly tookPart: boolean
  readonly openNotes: boolean
  readonly correctionsUntil: Day | null
  readonly unanswered: number
  readonly lines: number
}
export type Minutes = Pick<MinutesCase, 'state' | 'openNotes' | 'correctionsUntil'> & {
  readonly meetingId: string
  readonly hash: string | null
  readonly frozenAt: Date | null
}
export type MinuteLine = {
  readonly id: string
  readonly meetingId: string
  readonly kind: LineKind
  readonly voiceId: string | null
  readonly text: string
  readonly version: number
  readonly authorId: string
  readonly at: Date
}
export type Correction = {
  readonly id: string
  readonly meetingId: string
  readonly lineId: string | null
  readonly text: string
  readonly personId: string
  readonly at: Date
  readonly outcome: CorrectionOutcome | null
  readonly answer: string | null
}
export type Task = {
  readonly id: string
  readonly meetingId: string
  readonly lineId: string | null
  readonly what: string
  readonly who: string
  readonly keeperId: string
  readonly dueOn: Day
  readonly doneAt: Date | null
}

const leads = (actor: Actor, minutes: MinutesCase) => isSomebody(actor) && minutes.leads

/** Notes are taken by several at once, tidied by the host, corrected by those who were there, and then stand for ever. */
export const minuting = procedure<MinutesState, Actor, MinutesCase>('live')({
  tidy: { from: ['live'], to: 'draft', allows: leads },
  resume: { from: ['draft'], to: 'live', allows: leads },
  open: { from: ['draft'], to: 'corrections', allows: leads },
  freeze: { from: ['corrections'], to: 'frozen', allows: leads },
})

export type NoteWhy = 'sign-in' | 'not-noting' | 'not-host' | 'frozen' | 'corrections-only' | 'too-many-lines'
/** While live: the host, the office, and everybody who came if the host lets them. A draft is the host's alone. */
export function mayNote(actor: Actor, minutes: MinutesCase): Verdict<NoteWhy> {
  if (!isSomebody(actor)) return no('sign-in')
  if (minutes.state === 'frozen') return no('frozen')
  if (minutes.state === 'corrections') return no('corrections-only')
  if (minutes.lines >= minutesLimits.lines) return no('too-many-lines')
  if (minutes.leads) return yes
  if (minutes.state === 'draft') return no('not-host')
  return minutes.helps || (minutes.openNotes && minutes.tookPart) ? yes : no('not-noting')
}

export type CorrectWhy = 'sign-in' | 'not-there' | 'not-open' | 'term-over'
/** Only those who were there know what was said. */
export function mayCorrect(actor: Actor, minutes: MinutesCase, now: Date): Verdict<CorrectWhy> {
  if (!isSomebody(actor)) return no('sign-in')
  if (minutes.state !== 'corrections') return no('not-open')
  if (!minutes.tookPart && !minutes.leads) return no('not-there')
  return minutes.correctionsUntil !== null && dayOf(now) > minutes.correctionsUntil ? no('term-over') : yes
}

export type StepWhy = 'not-yours' | 'wrong-state' | 'no-lines' | 'unanswered' | 'term-runs'
/** A draft without a line says nothing; what was proposed is answered first, and the time for it is kept. */
export function mayStep(actor: Actor, step: (typeof minuting.names)[number], minutes: MinutesCase, now: Date): Verdict<StepWhy> {
  const verdict = minuting.may(actor, step, minutes)
  if (!verdict.ok) return verdict
  if (step !== 'resume' && minutes.lines === 0) return no('no-lines')
  if (step !== 'freeze') return yes
  if (minutes.unanswered > 0) return no('unanswered')
  return minutes.correctionsUntil !== null && dayOf(now) <= minutes.correctionsUntil ? no('term-runs') : yes
}
export const mayAnswerCorrection = (actor: Actor, minutes: MinutesCase, correction: Pick<Correction, 'outcome' | 'personId'>) => {
  if (!leads(actor, minutes)) return no('not-yours')
  if (correction.outcome !== null || minutes.state !== 'corrections') return no('answered')
  return yes
}
export const correctionDays = (now: Date, days: number): Day => addDays(dayOf(now), days)

export type TaskWhy = 'sign-in' | 'not-noting' | 'done'
export const maySetTask = (actor: Actor, minutes: Pick<MinutesCase, 'helps'>): Verdict<TaskWhy> => {
  if (!isSomebody(actor)) return no('sign-in')
  return minutes.helps ? yes : no('not-noting')
}
export const mayEndTask = (actor: Actor, task: Pick<Task, 'keeperId' | 'doneAt'>, minutes: Pick<MinutesCase, 'helps'>) => {
  if (task.doneAt !== null) return no('done')
  return isSomebody(actor) && actor.id === task.keeperId ? yes : maySetTask(actor, minutes)
}

/** What is hashed: the line's id, its number, its kind and its words. Whose it was is left out, so that it can be erased. */
export const canonicalLine = (line: Pick<MinuteLine, 'id' | 'kind' | 'text'>, at: number) => ({
  id: line.id,
  n: at + 1,
  kind: line.kind,
  text: line.text,
})
export const canonicalMinutes = (meetingId: string, lines: readonly MinuteLine[]) => ({ meeting: meetingId, lines: lines.map(canonicalLine) })

export type MinutesCheck =
  | { readonly state: 'whole'; readonly hash: string; readonly seq: number; readonly at: Date }
  | { readonly state: 'changed'; readonly hash: string; readonly changed: readonly number[]; readonly seq: number; readonly at: Date }
  | { readonly state: 'not-frozen' }
/** Numbers of lines whose digest is not the one that was frozen; one more when a line is missing or added at the end. */
export const changedLines = (frozen: readonly string[], now: readonly string[]): number[] =>
  Array.from({ length: Math.max(frozen.length, now.length) }, (_, at) => at).flatMap(at => (frozen[at] === now[at] ? [] : [at + 1]))
