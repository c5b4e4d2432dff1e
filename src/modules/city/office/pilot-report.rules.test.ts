import { expect, test } from 'vitest'
import { type Cell, keepBack, reportTables, smallest } from '#modules/city/office/pilot-report.rules.ts'

test.each<[readonly number[], boolean, readonly Cell[], Cell]>([
  [[], true, [], 0],
  [[0, 0], true, [0, 0], 0],
  [[5, 12], true, [5, 12], 17],
  // alone, a small group could be reckoned from the sum: the smallest neighbour goes with it
  [[3, 9, 20], true, [null, null, 20], 32],
  [[3, 9, 20], false, [null, 9, 20], 32],
  // two of one person each leave only one way to share two out
  [[1, 1, 8, 30], true, [null, null, null, 30], 40],
  [[1, 2, 30], true, [null, null, 30], 33],
  // nobody left to go with it: the sum itself
  [[2, 0, 0], true, [null, 0, 0], null],
  [[1, 1], true, [null, null], null],
  [[4], false, [null], 4],
])('%j with a sum: %s', (cells, withSum, shown, sum) => {
  expect(keepBack(cells, withSum)).toEqual({ cells: shown, sum })
})

/** Every way in which the kept-back cells may be filled by whoever knows the sum and that none of them is nobody. */
function waysOf(shown: readonly Cell[], sum: number): number[][] {
  const hidden = shown.flatMap((cell, at) => (cell === null ? [at] : []))
  const missing = sum - shown.reduce<number>((all, cell) => all + (cell ?? 0), 0)
  const fill = (left: number, places: number): number[][] =>
    places === 1
      ? left >= 1
        ? [[left]]
        : []
      : Array.from({ length: Math.max(0, left - 1) }, (_, n) => n + 1).flatMap(n => fill(left - n, places - 1).map(rest => [n, ...rest]))
  return hidden.length === 0 ? [] : fill(missing, hidden.length)
}

test('no group of one to four is shown, and none can be reckoned from what is', () => {
  const values = [0, 1, 2, 4, 5, 6, 11]
  for (const a of values)
    for (const b of values)
      for (const c of values)
        for (const d of values) {
          const cells = [a, b, c, d]
          const { cells: shown, sum } = keepBack(cells, true)
          for (const [at, cell] of shown.entries()) if (cell !== null) expect([cells[at], cell === 0 || cell >= smallest]).toEqual([cell, true])
          expect(sum === null || sum === a + b + c + d).toBe(true)
          expect(sum === null || sum === 0 || sum >= smallest).toBe(true)
          if (sum === null) continue
          const ways = waysOf(shown, sum)
          for (let at = 0; at < (ways[0]?.length ?? 0); at += 1) expect(new Set(ways.map(way => way[at])).size, `${cells}`).toBeGreaterThan(1)
        }
})

test('the guard catches what it is for: keeping back only the small one is found out', () => {
  expect(waysOf([null, 9, 20], 32)).toEqual([[3]])
  expect(waysOf([null, null, 8], 10)).toEqual([[1, 1]])
})

test('where an edition has no ambassadors the report has no trace of them', () => {
  const figures = {
    people: new Map(),
    everybody: 0,
    channels: new Map(),
    districts: [{ territoryId: 'd', people: 3, attendance: 3, meetings: 1, needs: 2, ideas: 1, drafts: 0, ambassadors: 2 }],
    units: [],
    meetings: [],
    handovers: [],
    ambassadors: { active: 2, trained: 2 },
  }
  expect(JSON.stringify(reportTables(figures, false))).not.toContain('ambassadors')
  expect(reportTables(figures, true).find(({ section }) => section === 'ambassadors')?.rows).toEqual([
    { key: 'active', cells: [2] },
    { key: 'trained', cells: [null] },
  ])
})
