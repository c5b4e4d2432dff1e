import type { BallotFault } from '#modules/counting/engine/ballots.rules.ts'
import type { PabulibFault } from '#modules/counting/pabulib/pabulib-election.rules.ts'

/** The fields of the format in the order in which its checker wants them. */
export const metaFields = `description country unit district subunit instance num_projects num_votes budget vote_type rule date_begin date_end
  min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost
  min_project_score_threshold neighborhoods subdistricts categories edition language currency fully_funded experimental comment acknowledgments
  leftover_budget budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category min_sum_cost_per_category
  max_sum_cost_per_category scoring_fn`.split(/\s+/)
export const requiredMeta = `description country unit instance num_projects num_votes budget vote_type rule date_begin date_end`.split(' ')
export const projectFields = `project_id cost votes score name category beneficiaries selected neighborhood subunit district description proposer
  public_id latitude longitude`.split(/\s+/)
export const voteFields = `voter_id vote points age sex voting_method district neighborhood education topic_preference_transport
  topic_preference_culture topic_preference_nature district_preference time_taken_seconds format_easiness format_expressiveness format_rank`.split(
  /\s+/,
)

/** Values that the format lists or shapes; what is empty is left out. */
export const shapes: Readonly<Record<string, RegExp>> = {
  sex: /^[MFO]$/,
  age: /^\d{1,3}$|^\d{1,3}-\d{1,3}$|^\d{1,3}\+$|^[<>]\d{1,3}$/,
  voting_method: /^(internet|paper)$/,
  language: /^[a-z]{2}$/,
  currency: /^[A-Z]{3}$/,
  experimental: /^1$/,
  fully_funded: /^1$/,
  ...Object.fromEntries(
    `min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost
      min_project_score_threshold`
      .split(/\s+/)
      .map(key => [key, /^-?\d{1,12}([.,]\d+)?$/]),
  ),
}

/** What a file can be told about, a key of the texts; the reader's own faults among them. */
export type CheckCode =
  | PabulibFault['why']
  | BallotFault
  | 'below-threshold'
  | 'column-order'
  | 'label-unknown'
  | 'label-unused'
  | 'odd-value'
  | 'not-recounted'
  | 'voters-unseen'
  | 'choose-one'
  | 'comma'
  | 'comment-numbers'
  | 'coordinates'
  | 'dates'
  | 'date-order'
  | 'dearer-than-budget'
  | 'empty-line'
  | 'fully-funded'
  | 'key-order'
  | 'money-left'
  | 'no-cost'
  | 'no-threshold'
  | 'over-budget'
  | 'rule-not-followed'
  | 'score-differs'
  | 'selected'
  | 'sum-needed'
  | 'threshold-unused'
  | 'unknown-column'
  | 'unknown-key'
  | 'unknown-rule'
  | 'voter-twice'
  | 'votes-differ'
  | 'whitespace'

/** `line` is 0 where the file as a whole is meant. */
export type Finding = { readonly line: number; readonly level: 'error' | 'warning'; readonly code: CheckCode; readonly what: string }
