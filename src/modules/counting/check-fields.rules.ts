import type { PabulibFault } from '#modules/counting/pabulib.rules.ts'

/** The fields of the format in the order in which its checker wants them. */
export const metaFields = `description country unit district subunit instance num_projects num_votes budget vote_type rule date_begin date_end
  min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost
  min_project_score_threshold neighborhoods subdistricts categories edition language currency fully_funded experimental comment acknowledgments
  leftover_budget budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category min_sum_cost_per_category
  max_sum_cost_per_category scoring_fn`.split(/\s+/)
export const requiredMeta = `description country unit instance num_projects num_votes budget vote_type rule date_begin date_end`.split(' ')
export const projectFields = `project_id cost votes score name category beneficiaries selected neighborhood subunit district description proposer
  public_id latitude longitude`.split(/\s+/)
export const voteFields = 'voter_id vote points age sex voting_method district neighborhood education'.split(' ')

/** What a file can be told about, a key of the texts; the reader's own faults among them. */
export type CheckCode =
  | PabulibFault['why']
  | 'ballot-too-short'
  | 'below-threshold'
  | 'choose-one'
  | 'column-twice'
  | 'comma'
  | 'comment-numbers'
  | 'coordinates'
  | 'costs-above'
  | 'costs-below'
  | 'dates'
  | 'date-order'
  | 'dearer-than-budget'
  | 'empty-line'
  | 'fully-funded'
  | 'key-order'
  | 'key-twice'
  | 'money-left'
  | 'no-cost'
  | 'no-threshold'
  | 'over-budget'
  | 'points-above'
  | 'points-below'
  | 'points-unsorted'
  | 'rule-not-followed'
  | 'score-differs'
  | 'selected'
  | 'sum-above'
  | 'sum-below'
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
