import { linesOf } from '#kit/lines.ts'
import { ballotBox, type Election, electionOf, readElection } from '#modules/counting/engine/election.rules.ts'
import { experiment } from '#modules/counting/laboratory/laboratory.rules.ts'
import { pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'
import type { PabulibFault } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { readQuestion } from '#modules/counting/question.rules.ts'

/** What the page asks: the ballots of an archived pool or of a file, then one question after another. */
export type LabAsked = {
  readonly ballots?: string
  readonly file?: File
  readonly question?: Readonly<Record<string, string>>
  readonly turn?: number
}
export type LabRow = { readonly id: string; readonly title: string; readonly cost: number | null; readonly points: number; readonly real: boolean }
export type LabTold =
  | { readonly rows: readonly LabRow[]; readonly currency: string | undefined }
  | { readonly broken: PabulibFault }
  | { readonly turn: number; readonly progress: number }
  | { readonly turn: number; readonly outcome: import('#modules/counting/laboratory/laboratory.rules.ts').LabOutcome }
  | { readonly failed: true }

let election: Promise<Election | undefined> = Promise.resolve(undefined)
let turn = 0
const tell = (told: LabTold) => postMessage(told)

addEventListener('message', ({ data }: MessageEvent<LabAsked>) => {
  if (data.ballots) election = load(data.ballots)
  if (data.file) election = readFile(data.file).catch(failed)
  if (data.question) {
    turn = data.turn ?? 0
    void count(data.question, turn)
  }
})

async function count(asked: Readonly<Record<string, string>>, mine: number): Promise<void> {
  // why there is nothing to count has been told already
  const e = await election
  if (!e) return
  const steps = experiment(e, readQuestion(name => asked[name]).question)
  let said = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return tell({ turn: mine, outcome: step.value })
    if (performance.now() - said < 120) continue
    tell({ turn: mine, progress: step.value })
    // a newer question may have come meanwhile
    await new Promise(resolve => setTimeout(resolve))
    if (turn !== mine) return
    said = performance.now()
  }
}

async function load(address: string): Promise<Election | undefined> {
  const answer = await fetch(address).catch(() => undefined)
  return answer?.ok ? readElection(await answer.text()) : failed()
}
function failed(): undefined {
  tell({ failed: true })
}

async function readFile(file: File): Promise<Election | undefined> {
  const box = ballotBox(true)
  const reader = pabulibReader(box.put)
  let number = 0
  for await (const lines of linesOf(file.stream() as unknown as AsyncIterable<Uint8Array>))
    for (const line of lines) {
      number += 1
      const fault: PabulibFault | undefined = typeof line === 'string' ? reader.line(line) : { line: number, why: line.why, what: '' }
      if (fault) return broken(fault)
    }
  const read = reader.end()
  if (!read.ok) return broken(read.fault)
  const { projects, currency } = read.election
  const rows = projects.map(({ id, title, cost, points, official }) => ({ id, title, cost: cost ?? null, points, real: official.selected === 1 }))
  tell({ rows, currency })
  return electionOf(read.election, box)
}
function broken(fault: PabulibFault): undefined {
  tell({ broken: fault })
}
