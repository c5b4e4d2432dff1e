import { setImmediate as breath } from 'node:timers/promises'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { experiment, type LabOutcome } from '#modules/counting/laboratory/laboratory.rules.ts'
import type { Question } from '#modules/counting/question.rules.ts'

/** A count that was asked for: how far it is, from 0 to 1, and its outcome once it is there. */
export type Run = { readonly progress: number; readonly outcome?: LabOutcome }

const mostRuns = 200
const runs = new Map<string, Run>()
let last: Promise<unknown> = Promise.resolve()

export const findRun = (key: string): Run | undefined => runs.get(key)

/**
 * Counts on the server for whoever has no scripts. One after another, a step at a time, so that others are served meanwhile; kept in memory only,
 * since the same address gives the same outcome again.
 */
export function startRun(key: string, question: Question, load: () => Promise<Election | undefined>): void {
  if (runs.has(key)) return
  if (runs.size >= mostRuns) runs.delete(runs.keys().next().value ?? '')
  runs.set(key, { progress: 0 })
  last = last.then(async () => {
    try {
      const election = await load()
      if (!election) return runs.delete(key)
      const steps = experiment(election, question)
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return runs.set(key, { progress: 1, outcome: step.value })
        runs.set(key, { progress: step.value })
        await breath()
      }
    } catch {
      // the next who asks begins anew
      runs.delete(key)
    }
  })
}
