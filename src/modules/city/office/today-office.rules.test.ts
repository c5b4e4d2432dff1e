import { expect, test } from 'vitest'
import { countKinds, isLate, type Taken, todayKindOf, todayRows } from '#modules/city/office/today-office.rules.ts'

const matter = (id: string, dueOn?: string) => ({ id, title: id, note: '', path: '/', dueOn })
const all = [
  matter('call_1'),
  matter('handover_1', '2026-03-01'),
  matter('case_1', '2026-03-20'),
  matter('advice_1', '2026-03-10'),
  matter('case_1', '2026-03-20'),
]
const taken = new Map<string, Taken>([
  ['case_1', { personId: 'me', name: 'Ja', at: new Date(0) }],
  ['advice_1', { personId: 'ola', name: 'Ola', at: new Date(0) }],
])
const ids = (asked: Parameters<typeof todayRows>[2]) => todayRows(all, taken, asked).map(({ id }) => id)

test('what is late first, what has no day last, each row once', () => {
  expect(ids({ whose: 'all', me: 'me' })).toEqual(['handover_1', 'advice_1', 'case_1', 'call_1'])
})
test.each([
  [{ whose: 'free', me: 'me' }, ['handover_1', 'call_1']],
  [{ whose: 'mine', me: 'me' }, ['case_1']],
  [{ whose: 'mine', me: 'ola' }, ['advice_1']],
  [{ whose: 'all', kind: 'moderation', me: 'me' }, ['case_1']],
  [{ whose: 'free', kind: 'moderation', me: 'me' }, []],
] as const)('the filter %j', (asked, expected) => {
  expect(ids(asked)).toEqual(expected)
})
test.each([
  ['application_x', 'decisions'],
  ['assistance_x', 'requests'],
  ['comment_x', 'overdue'],
  ['meeting_x-freeze', 'meetings'],
  ['unheard-of_x', 'other'],
  ['', 'other'],
])('%s is one of: %s', (id, kind) => {
  expect(todayKindOf(id)).toBe(kind)
})
test('counts by kind, and lateness by the days of Warsaw', () => {
  expect(Object.fromEntries(countKinds(todayRows(all, taken, { whose: 'all', me: 'me' })))).toMatchObject({
    decisions: 1,
    moderation: 1,
    overdue: 1,
    handovers: 1,
    other: 0,
  })
  expect([
    isLate({ dueOn: '2026-03-10' }, new Date('2026-03-10T20:00:00Z')),
    isLate({ dueOn: '2026-03-10' }, new Date('2026-03-10T23:30:00Z')),
    isLate({}, new Date()),
  ]).toEqual([false, true, false])
})
