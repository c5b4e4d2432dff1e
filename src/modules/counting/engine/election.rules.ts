import type { Grosze } from '#kit/money.ts'
import type { PabulibElection } from '#modules/counting/pabulib/pabulib-election.rules.ts'

/** What is counted: projects by number, and ballots that say the same merged into one with how often it was cast. */
export type Election = {
  readonly ids: readonly string[]
  /** Infinity: withdrawn, nobody can pay for it. */
  readonly costs: readonly Grosze[]
  readonly votes: readonly number[]
  readonly points: readonly number[]
  readonly firsts: readonly number[]
  readonly budget: Grosze
  /** All valid ballots, also empty ones: each gets its share of the money. */
  readonly voters: number
  /** How often each merged ballot was cast. */
  readonly times: Float64Array
  /** Merged ballots that name project p: `by` from starts[p] to starts[p + 1], and what weight each gives it. */
  readonly starts: Int32Array
  readonly by: Int32Array
  readonly weights: Int32Array
}
type Merged = { readonly projects: readonly number[]; readonly weights: readonly number[]; times: number }

/** Collects ballots while a file is read. `withPoints`: two ballots with other points are two ballots. */
export function ballotBox(withPoints: boolean) {
  const numbers = new Map<string, number>()
  const merged = new Map<string, Merged>()
  const numberOf = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size)
    return numbers.size - 1
  }
  return {
    put(projects: readonly string[], points: readonly number[], times = 1) {
      if (!withPoints) {
        const named = projects.map(numberOf).sort((a, b) => a - b)
        const key = named.join()
        const found = merged.get(key)
        if (found) found.times += times
        else merged.set(key, { projects: named, weights: named.map(() => 1), times })
        return
      }
      const pairs = projects.map((id, i) => [numberOf(id), points[i] ?? 0] as const).sort((a, b) => a[0] - b[0])
      const key = pairs.join(';')
      const found = merged.get(key)
      if (found) found.times += times
      else merged.set(key, { projects: pairs.map(pair => pair[0]), weights: pairs.map(pair => pair[1]), times })
    },
    close: () => ({ numbers, ballots: [...merged.values()] }),
  }
}
export type BallotBox = ReturnType<typeof ballotBox>

export function electionOf(read: PabulibElection, box: BallotBox): Election {
  const { numbers, ballots } = box.close()
  const places = new Int32Array(numbers.size)
  for (const [i, { id }] of read.projects.entries()) {
    const number = numbers.get(id)
    if (number !== undefined) places[number] = i
  }
  return {
    ids: read.projects.map(({ id }) => id),
    costs: read.projects.map(({ cost }) => cost ?? Number.POSITIVE_INFINITY),
    votes: read.projects.map(({ votes }) => votes),
    points: read.projects.map(({ points }) => points),
    firsts: read.projects.map(({ marks }) => marks[0] ?? 0),
    budget: read.budget,
    voters: read.ballots,
    times: Float64Array.from(ballots, ({ times }) => times),
    ...supporters(ballots, places, read.projects.length),
  }
}

function supporters(ballots: readonly Merged[], places: Int32Array, projects: number) {
  const scale = scaleOf(ballots)
  const starts = new Int32Array(projects + 1)
  for (const { projects: named } of ballots)
    for (const number of named) starts[(places[number] ?? 0) + 1] = (starts[(places[number] ?? 0) + 1] ?? 0) + 1
  for (let p = 0; p < projects; p += 1) starts[p + 1] = (starts[p + 1] ?? 0) + (starts[p] ?? 0)
  const next = starts.slice()
  const by = new Int32Array(starts[projects] ?? 0)
  const weights = new Int32Array(by.length)
  for (const [ballot, { projects: named, weights: gave }] of ballots.entries()) {
    for (const [i, number] of named.entries()) {
      const place = places[number] ?? 0
      const at = next[place] ?? 0
      next[place] = at + 1
      by[at] = ballot
      weights[at] = Math.round((gave[i] ?? 0) * scale)
    }
  }
  return { starts, by, weights }
}

/** Points with a fraction become whole numbers: only their ratios count. */
function scaleOf(ballots: readonly Merged[]): number {
  const whole = (scale: number) =>
    ballots.every(({ weights }) => weights.every(weight => Math.abs(weight * scale - Math.round(weight * scale)) < 1e-9))
  return [1, 10, 100].find(whole) ?? 1000
}

/** The same ballots where a mark is a mark, whatever the points: those that name the same projects are one. */
export function byMarks(e: Election): Election {
  const box = ballotBox(false)
  for (const { projects, times } of ballotsOf(e))
    box.put(
      projects.map(p => String(p)),
      [],
      times,
    )
  const { numbers, ballots } = box.close()
  const places = new Int32Array(numbers.size)
  for (const [p, number] of numbers) places[number] = Number(p)
  return { ...e, times: Float64Array.from(ballots, ({ times }) => times), ...supporters(ballots, places, e.ids.length) }
}

/**
 * The same ballots with other points: so many for what a ballot gives most, so many for the next. What a ballot gives alike gets alike, so one without an
 * order gives the first of the points to all that it names.
 */
export function withVector(e: Election, vector: readonly number[]): Election {
  const ballots = ballotsOf(e).map(({ projects, weights, times }) => {
    const order = weights.toSorted((a, b) => b - a)
    return { projects, times, weights: weights.map(weight => vector[order.indexOf(weight)] ?? 0) }
  })
  const points = e.ids.map(() => 0)
  for (const { projects, weights, times } of ballots)
    for (const [i, p] of projects.entries()) points[p] = (points[p] ?? 0) + (weights[i] ?? 0) * times
  return { ...e, points, ...supporters(ballots, Int32Array.from(e.ids.keys()), e.ids.length) }
}

/** The merged ballots one by one, each with the projects that it gives something, as the ballot gives it. */
export function ballotsOf(e: Election): Merged[] {
  const ballots = Array.from(e.times, times => ({ projects: [] as number[], weights: [] as number[], times }))
  for (let p = 0; p < e.ids.length; p += 1)
    for (let at = e.starts[p] ?? 0; at < (e.starts[p + 1] ?? 0); at += 1) {
      const ballot = ballots[e.by[at] ?? 0]
      ballot?.projects.push(p)
      ballot?.weights.push(e.weights[at] ?? 0)
    }
  return ballots
}

/** Merged ballots out of JSON, which knows neither infinity nor lists of one kind of number. */
export function readElection(json: string): Election {
  const plain = JSON.parse(json)
  return {
    ...plain,
    costs: plain.costs.map((cost: number | null) => cost ?? Number.POSITIVE_INFINITY),
    times: Float64Array.from(plain.times),
    starts: Int32Array.from(plain.starts),
    by: Int32Array.from(plain.by),
    weights: Int32Array.from(plain.weights),
  }
}
