import { no, type Verdict, yes } from '#kit/verdict.ts'

/** One row of a procedure: who may take this step, from which states, and where it leads. */
export type Step<State extends string, Actor, Case> = {
  readonly from: readonly State[]
  readonly to: State
  readonly allows: (actor: Actor, subject: Case) => boolean
}

/** A procedure is its table. `first` is where a case is born; house tests walk the table whole. */
export function procedure<State extends string, Actor, Case extends { state: State }>(first: State) {
  return <Name extends string>(steps: Record<Name, Step<State, Actor, Case>>) => ({
    first,
    steps,
    names: Object.keys(steps) as Name[],
    may(actor: Actor, name: Name, subject: Case): Verdict<'not-yours' | 'wrong-state'> {
      const step = steps[name]
      if (!step.allows(actor, subject)) return no('not-yours')
      return step.from.includes(subject.state) ? yes : no('wrong-state')
    },
    after: (name: Name, subject: Case): Case => ({ ...subject, state: steps[name].to }),
  })
}
