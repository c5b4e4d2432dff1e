import { expect, test } from 'vitest'
import { type ArchivedOutcome, decidingTies } from '#modules/programme/archive/archive.rules.ts'

const project = (place: number, points: number, cost: number, outcome: ArchivedOutcome, leftBefore: number | null, first = 0, votes = 9) => ({
  place,
  points,
  cost,
  outcome,
  leftBefore,
  marks: [first, 0, 0],
  votes,
})

test.each([
  ['more people put it first', [project(1, 487, 40, 'won', 50, 30), project(2, 487, 40, 'no-money', 10, 10)], 'firsts'],
  ['more people marked it', [project(1, 5, 40, 'won', 50, 1, 9), project(2, 5, 40, 'no-money', 10, 1, 8)], 'votes'],
  ['it is cheaper', [project(1, 5, 30, 'won', 50), project(2, 5, 40, 'no-money', 20)], 'cost'],
  ['its number is first', [project(1, 5, 40, 'won', 50), project(2, 5, 40, 'no-money', 10)], 'number'],
  [
    'one too dear in any order stands above',
    [project(1, 5, 90, 'no-money', 50, 7), project(2, 5, 40, 'won', 50, 6), project(3, 5, 30, 'no-money', 10)],
    'firsts',
  ],
  ['both fit', [project(1, 5, 20, 'won', 50), project(2, 5, 30, 'won', 30)], undefined],
  ['the loser never fitted', [project(1, 5, 20, 'won', 50), project(2, 5, 90, 'no-money', 30)], undefined],
  ['other points', [project(1, 6, 40, 'won', 50), project(2, 5, 40, 'no-money', 10)], undefined],
  ['shown as published', [project(1, 5, 40, 'won', null), project(2, 5, 40, 'lost', null)], undefined],
] as const)('a tie that decided who won is told: %s', (_, projects, step) => {
  expect(decidingTies(projects).map(tie => tie.step)).toEqual(step ? [step] : [])
})
