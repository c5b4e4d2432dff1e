import { expect, test } from 'vitest'
import { burstsOf, type Revision } from '#modules/proposals/drafting/history.rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 12, 10, minutes))
const change = (section: Revision['section'], revision: number, personId: string, minutes: number): Revision => ({
  section,
  revision,
  personId,
  at: at(minutes),
})
const shown = (revisions: readonly Revision[]) => burstsOf(revisions).map(({ section, personId, from, to }) => `${section} ${personId} ${from}-${to}`)

test.each([
  ['nothing', [], []],
  ['one burst of one person', [change('place', 1, 'a', 0), change('place', 2, 'a', 20), change('place', 3, 'a', 45)], ['place a 0-3']],
  ['a long rest begins another', [change('place', 1, 'a', 0), change('place', 2, 'a', 31)], ['place a 1-2', 'place a 0-1']],
  [
    'somebody else in between',
    [change('place', 1, 'a', 0), change('place', 2, 'b', 1), change('place', 3, 'a', 2)],
    ['place a 2-3', 'place b 1-2', 'place a 0-1'],
  ],
  [
    'another part does not end it',
    [change('place', 1, 'a', 0), change('costs', 1, 'b', 1), change('place', 2, 'a', 2)],
    ['place a 0-2', 'costs b 0-1'],
  ],
  ['in whatever order they come', [change('place', 2, 'a', 5), change('place', 1, 'a', 0)], ['place a 0-2']],
])('%s', (_, revisions, expected) => {
  expect(shown(revisions)).toEqual(expected)
})
