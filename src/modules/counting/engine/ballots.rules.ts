/** What a ballot of one pool may hold. A knapsack ballot is one whose choices must fit `maxSumCost`, as a rule the money of the pool. */
export type BallotLimits = {
  readonly minLength: number
  readonly maxLength: number
  readonly minSumCost: number
  readonly maxSumCost: number
  readonly minPoints: number
  readonly maxPoints: number
  readonly minSumPoints: number
  readonly maxSumPoints: number
}
export const noLimits: BallotLimits = {
  minLength: 1,
  maxLength: Number.POSITIVE_INFINITY,
  minSumCost: 0,
  maxSumCost: Number.POSITIVE_INFINITY,
  minPoints: Number.NEGATIVE_INFINITY,
  maxPoints: Number.POSITIVE_INFINITY,
  minSumPoints: Number.NEGATIVE_INFINITY,
  maxSumPoints: Number.POSITIVE_INFINITY,
}

export type BallotFault =
  | 'ballot-too-short'
  | 'ballot-too-long'
  | 'costs-below'
  | 'costs-above'
  | 'points-unsorted'
  | 'points-below'
  | 'points-above'
  | 'sum-below'
  | 'sum-above'

/** All that is wrong with a ballot; nothing means that it is valid. `points` are there only where the ballot gives them itself. */
export function ballotFaults(
  limits: BallotLimits,
  { marked, cost, points }: { readonly marked: number; readonly cost: number; readonly points?: readonly number[] },
): readonly BallotFault[] {
  const sum = points?.reduce((all, one) => all + one, 0) ?? 0
  const told: Readonly<Record<BallotFault, boolean>> = {
    'ballot-too-short': marked < limits.minLength,
    'ballot-too-long': marked > limits.maxLength,
    'costs-below': cost < limits.minSumCost,
    'costs-above': cost > limits.maxSumCost,
    'points-unsorted': points?.some((one, i) => one > (points[i - 1] ?? one)) ?? false,
    'points-below': points?.some(one => one < limits.minPoints) ?? false,
    'points-above': points?.some(one => one > limits.maxPoints) ?? false,
    'sum-below': points !== undefined && sum < limits.minSumPoints,
    'sum-above': points !== undefined && sum > limits.maxSumPoints,
  }
  return (Object.keys(told) as BallotFault[]).filter(fault => told[fault])
}
