import { type Actor, has } from '#kit/actor.ts'
import { type Day, endOfDay } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayNow, type Phase } from '#modules/programme/calendar.rules.ts'

export type PaperWhy = 'not-clerk' | 'received-outside'
/** A clerk writes down a form that came in time, however late it is written down. */
export function mayEnterPaper(
  actor: Actor,
  asked: { territoryId: string; phases: readonly Phase[]; receivedOn: Day; today: Day },
): Verdict<PaperWhy> {
  if (!has(actor, 'clerk', { territoryId: asked.territoryId })) return no('not-clerk')
  const lastMoment = new Date(endOfDay(asked.receivedOn).getTime() - 1)
  const inTime = asked.receivedOn <= asked.today && mayNow(asked.phases, 'submission', lastMoment).ok
  return inTime ? yes : no('received-outside')
}
