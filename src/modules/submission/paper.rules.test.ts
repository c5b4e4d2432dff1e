import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import type { Phase } from '#modules/programme/calendar.rules.ts'
import { mayEnterPaper } from '#modules/submission/paper.rules.ts'

const who = (grants: Actor['grants']): Actor => ({ id: 'x', name: 'x', level: 1, grants })
const phases = [{ id: 'p', kind: 'submission', from: '2026-04-01', to: '2026-04-30', note: '' }] as unknown as readonly Phase[]

test.each([
  ['a clerk, in time', [{ role: 'clerk' }], '2026-04-30', '2026-05-04', 'yes'],
  ['a clerk of another district', [{ role: 'clerk', territoryId: 'd2' }], '2026-04-30', '2026-05-04', 'not-clerk'],
  ['an ambassador', [{ role: 'ambassador' }], '2026-04-30', '2026-05-04', 'not-clerk'],
  ['a day too late', [{ role: 'clerk' }], '2026-05-01', '2026-05-04', 'received-outside'],
  ['a day too early', [{ role: 'clerk' }], '2026-03-31', '2026-05-04', 'received-outside'],
  ['a day that has not come', [{ role: 'clerk' }], '2026-04-20', '2026-04-19', 'received-outside'],
] as const)('a paper form: %s', (_, grants, receivedOn, today, said) => {
  const verdict = mayEnterPaper(who(grants as unknown as Actor['grants']), { territoryId: 'd1', phases, receivedOn, today })
  expect(verdict.ok ? 'yes' : verdict.why).toBe(said)
})
