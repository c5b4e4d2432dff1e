import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { burstOf, isNewcomer, linksIn, mayPost, maySlow, type SlowMode, type Standing } from '#modules/moderation/limits.rules.ts'

const now = new Date('2026-03-12T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const daysAgo = (days: number) => minutesAgo(days * 24 * 60)
const marta: Actor = { id: 'marta', name: 'Marta', level: 1, grants: [] }
const celina: Actor = { ...marta, grants: [{ role: 'clerk' }] }
const post = { subjectId: 'need_1', text: 'Dzień dobry' }
const posts = (...minutes: number[]) => minutes.map(at => ({ subjectId: 'need_1', at: minutesAgo(at) }))
const standing = (more: Partial<Standing> = {}): Standing => ({ joinedAt: daysAgo(1), posts: [], slow: [], ...more })
const links = 'Zobacz https://a.pl i http://b.pl oraz www.c.pl'

test.each([
  ['the first post of a new account', {}, post, undefined],
  ['the third', { posts: posts(10, 20) }, post, undefined],
  ['the fourth of a day', { posts: posts(10, 20, 30) }, post, 'new-too-many'],
  ['the first of the next day', { posts: posts(700, 710, 720) }, post, undefined],
  ['two links', {}, { ...post, text: 'https://a.pl www.b.pl' }, undefined],
  ['three links', {}, { ...post, text: links }, 'new-links'],
  ['a picture', {}, { ...post, pictures: 1 }, 'new-pictures'],
  ['the tenth of an account of four days', { joinedAt: daysAgo(4), posts: posts(1, 2, 3, 4, 5, 6, 7, 8, 9) }, post, undefined],
  ['links and a picture of an old account', { joinedAt: daysAgo(4) }, { ...post, text: links, pictures: 1 }, undefined],
] as const)('%s', (_, more, what, why) => {
  const verdict = mayPost(marta, standing(more as Partial<Standing>), what, { now, wall: now })
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
  if (!verdict.ok) expect(verdict.until?.getTime()).toBeGreaterThan(now.getTime())
})
test('who works here is not new', () => {
  expect(mayPost(celina, standing({ posts: posts(1, 2, 3, 4) }), post, { now, wall: now }).ok).toBe(true)
})
test('three days are three days', () => {
  expect([isNewcomer(daysAgo(3), now), isNewcomer(new Date(daysAgo(3).getTime() + 1), now)]).toEqual([false, true])
  expect(linksIn(links)).toBe(3)
})

const mode = (more: Partial<SlowMode> = {}): SlowMode => ({
  id: 'slow_1',
  kind: 'thread',
  subjectId: 'need_1',
  minutes: 10,
  since: minutesAgo(60),
  until: new Date(now.getTime() + 3_600_000),
  reason: 'Ochłońmy.',
  setAs: 'host',
  ...more,
})
const old = { joinedAt: daysAgo(100) }
test.each([
  ['nothing said yet', { slow: [mode()] }, undefined],
  ['said four minutes ago', { slow: [mode()], posts: posts(4) }, 6],
  ['said ten minutes ago', { slow: [mode()], posts: posts(10) }, undefined],
  ['said elsewhere', { slow: [mode()], posts: [{ subjectId: 'need_2', at: minutesAgo(1) }] }, undefined],
  ['another thread is slow', { slow: [mode({ subjectId: 'need_2' })], posts: posts(1) }, undefined],
  ['the mode is over', { slow: [mode({ until: minutesAgo(1) })], posts: posts(1) }, undefined],
  ['it ends before the wait does', { slow: [mode({ minutes: 120, until: new Date(now.getTime() + 180_000) })], posts: posts(1) }, 3],
  [
    'the person is slow, said elsewhere',
    { slow: [mode({ kind: 'person', subjectId: 'marta' })], posts: [{ subjectId: 'need_2', at: minutesAgo(1) }] },
    9,
  ],
  ['both are slow: the longer wait', { slow: [mode(), mode({ kind: 'person', subjectId: 'marta', minutes: 60 })], posts: posts(5) }, 55],
] as const)('slow mode: %s', (_, more, minutes) => {
  const verdict = mayPost(marta, standing({ ...old, ...(more as Partial<Standing>) }), post, { now, wall: now })
  expect(verdict.ok ? undefined : (verdict.until?.getTime() ?? 0) - now.getTime()).toBe(minutes && minutes * 60_000)
})

test.each([
  ['host', 'thread', 24, undefined],
  ['host', 'thread', 25, 'too-long'],
  ['host', 'person', 1, 'not-person'],
  ['moderator', 'person', 168, undefined],
  ['moderator', 'thread', 169, 'too-long'],
  ['coordinator', 'person', 24, undefined],
] as const)('%s slows a %s for %s hours', (as, kind, hours, why) => {
  expect(maySlow(as, { kind, hours })).toEqual(why ? { ok: false, why } : { ok: true })
})

test.each([
  ['person', 28, false],
  ['person', 29, true],
  ['person-in-thread', 8, false],
  ['person-in-thread', 9, true],
  ['thread', 38, false],
  ['thread', 39, true],
] as const)('%s: after %s posts a burst: %s', (kind, count, burst) => {
  expect(
    burstOf(
      kind,
      Array.from({ length: count }, () => minutesAgo(1)),
      now,
    ),
  ).toBe(burst)
  expect(
    burstOf(
      kind,
      Array.from({ length: count }, () => minutesAgo(60)),
      now,
    ),
  ).toBe(false)
})
