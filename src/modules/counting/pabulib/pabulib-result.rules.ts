import { isRuleName, type RuleName, usual } from '#modules/counting/engine/count.rules.ts'
import type { Election } from '#modules/counting/engine/election.rules.ts'
import { countGreedy } from '#modules/counting/engine/greedy.rules.ts'
import type { PabulibElection, PabulibProject } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { counterfactualsOf } from '#modules/counting/results/counterfactuals.rules.ts'
import type { PointsCheck, ProjectResult, Result, WinnersCheck } from '#modules/programme/archive/archive.rules.ts'

/** Where the money of a file belongs in this city. */
export type PoolPlace = { readonly territoryId: string; readonly slug: string; readonly name: string }

/** The rule of a file that we recount turn by turn; the others (equal shares, exclusive groups, a city's own) keep what the city says. */
const recounted: ReadonlySet<string> = new Set(['greedy', 'greedy-no-skip', 'greedy-threshold'] satisfies RuleName[])

/** Turns an election read from a file into what the archive keeps, counted anew from its ballots. */
export function resultOf(
  election: PabulibElection,
  e: Election,
  place: PoolPlace,
  source: { readonly name: string; readonly hash: string; readonly file: string | null },
): Result {
  const { rule, threshold = 0 } = election
  const isOurs = recounted.has(rule) && !(rule === 'greedy-threshold' && election.threshold === undefined)
  const settings = { ...usual('greedy'), threshold: rule === 'greedy-threshold' ? threshold : 0 }
  const count = countGreedy(e, { skip: rule !== 'greedy-no-skip', threshold: settings.threshold, ties: settings.ties, exclusive: [] })
  const top = mostPoints(election)
  const peopleMissing = (id: string) =>
    (isOurs && isRuleName(rule) && top !== undefined && counterfactualsOf(e, id, { rule, settings, top }).people) || null
  const byId = new Map(election.projects.map(project => [project.id, project]))
  const stated = election.projects.some(project => project.official.selected !== undefined)
  const winnersCheck: WinnersCheck = !isOurs
    ? 'other-rule'
    : !stated
      ? 'unstated'
      : count.turns.every(turn => (turn.outcome === 'won') === (byId.get(turn.id)?.official.selected === 1))
        ? 'agree'
        : 'differ'
  // what was left at each turn explains the result only where our count is the result
  const explains = winnersCheck === 'agree' || winnersCheck === 'unstated'
  const projects = count.turns.flatMap((turn): ProjectResult[] => {
    const project = byId.get(turn.id)
    if (!project) return []
    const ours = turn.outcome === 'excluded' ? 'lost' : turn.outcome
    const outcome = explains ? ours : project.official.selected === 1 ? 'won' : ours === 'won' || !isOurs ? 'lost' : ours
    return [
      {
        number: project.id,
        title: project.title,
        category: project.category ?? null,
        cost: project.cost ?? null,
        votes: project.votes,
        points: project.points,
        marks: project.marks,
        place: turn.place,
        outcome: project.cost === undefined && outcome !== 'won' ? 'withdrawn' : outcome,
        leftBefore: explains ? turn.left : null,
        missingPoints: explains ? (count.missingPoints(turn) ?? null) : null,
        missingPeople: explains && outcome !== 'won' ? peopleMissing(turn.id) : null,
        lon: project.point?.lon ?? null,
        lat: project.point?.lat ?? null,
      },
    ]
  })
  return {
    edition: { slug: String(election.year), year: election.year, no: election.edition ?? null, invented: false },
    pool: {
      ...place,
      budget: election.budget,
      spent: projects.reduce((sum, { outcome, cost }) => sum + (outcome === 'won' ? (cost ?? 0) : 0), 0),
      ballots: election.ballots,
      voteType: election.voteType,
      rule: election.rule,
      maxMarks: election.maxLength,
      pointsCheck: pointsCheck(election.projects),
      winnersCheck,
      beginsOn: election.beginsOn ?? null,
      endsOn: election.endsOn ?? null,
      comment: election.comment ?? null,
      acknowledgments: election.acknowledgments ?? null,
    },
    projects,
    sourceName: source.name,
    sourceHash: source.hash,
    file: source.file,
  }
}

/** The most that one person may give one project; undefined where the file does not say. */
function mostPoints({ voteType, maxLength }: PabulibElection): number | undefined {
  if (voteType === 'ordinal') return maxLength
  return voteType === 'approval' || voteType === 'choose-1' ? 1 : undefined
}

function pointsCheck(projects: readonly PabulibProject[]): PointsCheck {
  const stated = projects.filter(({ official }) => official.votes !== undefined || official.score !== undefined)
  if (stated.length === 0) return 'unstated'
  const agree = stated.every(({ official, votes, points }) => (official.votes ?? votes) === votes && (official.score ?? points) === points)
  return agree ? 'agree' : 'differ'
}
