import type { AdviceVerdict, Criterion } from '#modules/consultation/advice.rules.ts'

/** What a unit said on one criterion before submission. */
export type Remembered = {
  readonly adviceId: string
  readonly unitId: string
  readonly answeredAt: Date
  readonly criterion: Criterion
  readonly verdict: AdviceVerdict
  readonly remark: string
  readonly basis: string
}
export type Judged = { readonly criterion: Criterion; readonly verdict: AdviceVerdict }

const helpful = (verdict: AdviceVerdict) => verdict === 'fine' || verdict === 'fine-if'

/**
 * Advice that a later review contradicts: it said "can be done" of what the review refuses, or the other way round. It binds nobody, but
 * whoever reviews owes a reason for each of these. "Not ours" is no opinion, so nothing contradicts it.
 */
export const contradicted = (remembered: readonly Remembered[], review: readonly Judged[]): Remembered[] =>
  remembered.filter(advice =>
    review.some(
      ({ criterion, verdict }) =>
        criterion === advice.criterion && verdict !== 'not-ours' && advice.verdict !== 'not-ours' && helpful(verdict) !== helpful(advice.verdict),
    ),
  )
