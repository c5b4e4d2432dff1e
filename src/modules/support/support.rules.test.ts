import { expect, test } from 'vitest'
import { type Actor, nobody } from '#kit/actor.ts'
import { endOfDay } from '#kit/dates.ts'
import { krakow2020 } from '#modules/programme/editions/krakow-2020.rules.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { mayEndorse, mayExtend, mayKey, samePerson, windowOf } from '#modules/support/support.rules.ts'

const editionWith = (support: Partial<Edition['rules']['support']>): Edition =>
  ({
    ...krakow2020,
    phases: [{ id: 'lists', kind: 'support-lists', from: '2020-04-01', to: '2020-07-24', note: '' }],
    rules: { ...krakow2020.rules, support: { ...krakow2020.rules.support, ...support } },
  }) as unknown as Edition
const paper = editionWith({})
const online = editionWith({ channels: ['paper', 'online'] })
const project = { territoryId: 'd13', state: 'submitted' as const, submittedAt: new Date('2020-04-10T10:00:00Z'), authorIds: ['lead'] }
const someone = (id: string, grants: Actor['grants'] = []): Actor => ({ id, name: id, level: 1, grants })
const clerk = someone('clerk', [{ role: 'clerk', territoryId: 'd13' }])
const now = new Date('2020-05-01T10:00:00Z')
const open = windowOf(online, project, undefined, now)

test.each([
  ['Anna Żak', 'ul. Łąkowa 5/3', 'ŻAK ANNA', 'Łąkowa 5 m. 3, 30-001 Kraków', true],
  ['Anna Żak', 'os. Złotej Jesieni 4', 'Anna  Zak', 'Osiedle Zlotej Jesieni 4', true],
  ['Anna Żak', 'ul. Łąkowa 5/3', 'Anna Żak', 'ul. Łąkowa 53', false],
  ['Anna Żak', 'ul. Łąkowa 5/3', 'Jan Żak', 'ul. Łąkowa 5/3', false],
])('the same person or not: %s, %s and %s, %s', (name, address, otherName, otherAddress, same) => {
  expect(samePerson(name, address) === samePerson(otherName, otherAddress)).toBe(same)
})

test.each([
  ['a stranger', nobody, paper, project, 'not-clerk'],
  ['a resident', someone('r'), paper, project, 'not-clerk'],
  ['a clerk of another district', someone('c', [{ role: 'clerk', territoryId: 'd1' }]), paper, project, 'not-clerk'],
  ['a clerk who writes it', someone('lead', clerk.grants), paper, project, 'own-matter'],
  ['an edition without lists', clerk, editionWith({ count: 0 }), project, 'support-off'],
  ['a draft that changes', clerk, paper, { ...project, state: 'draft' as const }, 'not-ready'],
  ['the clerk of the place', clerk, paper, project, undefined],
])('keying in: %s', (_, actor, edition, about, why) => {
  const verdict = mayKey(actor, edition, about)
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})

const asked = { edition: online, project, window: open, districtId: 'd13', cityWide: false }
test.each([
  ['in Kraków 2020 the law speaks of signatures', someone('r'), { edition: paper }, 'online-off'],
  ['nobody', nobody, {}, 'sign-in'],
  ['after the last day', someone('r'), { window: windowOf(online, project, undefined, new Date('2020-07-25T10:00:00Z')) }, 'not-open'],
  ['without an address', someone('r'), { districtId: undefined }, 'no-address'],
  ['from another district', someone('r'), { districtId: 'd1' }, 'elsewhere'],
  ['from another district, city-wide', someone('r'), { districtId: 'd1', cityWide: true }, undefined],
  ['from the district', someone('r'), {}, undefined],
])('endorsing by account: %s', (_, actor, part, why) => {
  const verdict = mayEndorse(actor, { ...asked, ...part })
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})

test('days are counted from submission where the edition says so, and an extension moves the end, never back', () => {
  const tenDays = editionWith({ days: 10 })
  expect(windowOf(tenDays, { ...project, submittedAt: undefined }, undefined, now)).toEqual({ state: 'unplanned' })
  expect(windowOf(tenDays, project, undefined, now)).toMatchObject({ state: 'over' })
  const longer = windowOf(tenDays, project, '2020-05-02', now)
  expect(longer).toMatchObject({ state: 'open', until: new Date(endOfDay('2020-05-02').getTime() - 1) })
  expect(mayExtend(clerk, tenDays, project, { until: '2020-05-02', window: longer })).toEqual({ ok: false, why: 'not-later' })
  expect(mayExtend(clerk, tenDays, project, { until: '2020-05-03', window: longer }).ok).toBe(true)
})
