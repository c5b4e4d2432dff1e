import type { FactName } from '#kit/facts.ts'

/** Facts that neighbours would tell each other; the whole register stands on its own page. */
export const newsFacts: readonly FactName[] = [
  'need.added',
  'idea.proposed',
  'idea.needs-joined',
  'project.shared',
  'project.frozen',
  'project.submitted',
  'advice.asked',
  'advice.answered',
]

type Fact = { readonly subject: string; readonly seq: number }

/** The newest fact of each thing, in the order given. */
export function newestOfEach<F extends Fact>(facts: readonly F[], limit: number): F[] {
  const seen = new Set<string>()
  return facts.filter(({ subject }) => !seen.has(subject) && seen.add(subject)).slice(0, limit)
}

export type Kind = 'need' | 'idea' | 'project'
export const kindOf = (id: string): Kind | undefined => /^(need|idea|project)_/.exec(id)?.[1] as Kind | undefined
