import { expect, test } from 'vitest'
import type { Actor, Grant } from '#kit/actor.ts'
import { ownPath } from '#kit/own-path.ts'
import { mayDeclareAddress } from '#modules/people/own/address.rules.ts'
import {
  isPublicName,
  mayEndGrant,
  mayEnterPerson,
  mayErase,
  mayEraseFor,
  mayGrant,
  mayMakeTakeoverCode,
  maySeePerson,
  normalPhone,
  type Person,
  shownName,
} from '#modules/people/people.rules.ts'
import { codeDigits, printedCode } from '#modules/people/sign-in/codes.rules.ts'
import { deviceOf } from '#modules/people/sign-in/device.rules.ts'

const actor = (id: string, ...grants: Grant[]): Actor => ({ id, name: id, level: 1, grants })
const olga = actor('olga')
const bartek = actor('bartek', { role: 'ambassador' })
const celina = actor('celina', { role: 'clerk' })
const kornelia = actor('kornelia', { role: 'coordinator' })
const district = actor('district', { role: 'coordinator', territoryId: 'd13' })
const waldemar = actor('waldemar', { role: 'auditor' })
const everybody = { olga, bartek, celina, kornelia, waldemar }

const halina: Person = {
  id: 'halina',
  name: 'Halina',
  wholeName: 'Halina',
  nameShown: 'whole',
  named: true,
  email: undefined,
  emailFails: false,
  phone: undefined,
  level: 0,
  districtId: undefined,
  locale: 'pl',
  mailWish: 'none',
  enteredBy: 'bartek',
  createdAt: new Date(0),
  version: 1,
  erased: false,
}
const tadeusz: Person = { ...halina, id: 'tadeusz', email: 't@example.com', enteredBy: undefined }
const gone: Person = { ...halina, erased: true }

test('who may do what with whom', () => {
  const questions = {
    enter: (who: Actor) => mayEnterPerson(who),
    'see Halina': (who: Actor) => maySeePerson(who, halina),
    'see Tadeusz': (who: Actor) => maySeePerson(who, tadeusz),
    "Halina's address": (who: Actor) => mayDeclareAddress(who, halina),
    "Tadeusz's address": (who: Actor) => mayDeclareAddress(who, tadeusz),
    "Halina's code": (who: Actor) => mayMakeTakeoverCode(who, halina),
    "Tadeusz's code": (who: Actor) => mayMakeTakeoverCode(who, tadeusz),
    "a dead one's code": (who: Actor) => mayMakeTakeoverCode(who, gone),
    'erase Halina': (who: Actor) => mayEraseFor(who, halina),
    'erase Tadeusz': (who: Actor) => mayEraseFor(who, tadeusz),
    'erase myself': (who: Actor) => mayErase(who, who.id),
    'give Olga a role': (who: Actor) => mayGrant(who, 'olga', { role: 'editor' }),
  }
  const table = Object.entries(questions).map(([question, ask]) => {
    const answers = Object.values(everybody).map(who => {
      const verdict = ask(who)
      return verdict.ok ? `${who.name}: yes` : `${who.name}: ${verdict.why}`
    })
    return `${question}? ${answers.join(', ')}`
  })
  expect(table).toEqual([
    'enter? olga: not-clerk, bartek: yes, celina: yes, kornelia: yes, waldemar: not-clerk',
    'see Halina? olga: not-clerk, bartek: yes, celina: yes, kornelia: yes, waldemar: yes',
    'see Tadeusz? olga: not-clerk, bartek: not-clerk, celina: yes, kornelia: yes, waldemar: yes',
    "Halina's address? olga: not-yours, bartek: yes, celina: yes, kornelia: yes, waldemar: not-yours",
    "Tadeusz's address? olga: not-yours, bartek: not-yours, celina: not-yours, kornelia: not-yours, waldemar: not-yours",
    "Halina's code? olga: not-clerk, bartek: yes, celina: yes, kornelia: yes, waldemar: not-clerk",
    "Tadeusz's code? olga: not-clerk, bartek: not-clerk, celina: has-email, kornelia: has-email, waldemar: not-clerk",
    "a dead one's code? olga: not-clerk, bartek: erased, celina: erased, kornelia: erased, waldemar: not-clerk",
    'erase Halina? olga: not-clerk, bartek: not-clerk, celina: yes, kornelia: yes, waldemar: not-clerk',
    'erase Tadeusz? olga: not-clerk, bartek: not-clerk, celina: has-email, kornelia: has-email, waldemar: not-clerk',
    'erase myself? olga: yes, bartek: yes, celina: staff, kornelia: staff, waldemar: staff',
    'give Olga a role? olga: not-coordinator, bartek: not-coordinator, celina: not-coordinator, kornelia: yes, waldemar: not-coordinator',
  ])
})

test.each([
  ['a role of a unit without a unit', mayGrant(kornelia, 'olga', { role: 'unit-head' }), 'unit-missing'],
  ['with one', mayGrant(kornelia, 'olga', { role: 'unit-head', unitId: 'u' }), undefined],
  ['to oneself', mayGrant(kornelia, 'kornelia', { role: 'clerk' }), 'own-matter'],
  ['from oneself', mayEndGrant(kornelia, 'kornelia', { role: 'coordinator' }), 'own-matter'],
  ['wider than mine', mayGrant(district, 'olga', { role: 'clerk' }), 'wider-than-yours'],
  ['elsewhere', mayGrant(district, 'olga', { role: 'clerk', territoryId: 'd1' }), 'wider-than-yours'],
  ['within mine', mayGrant(district, 'olga', { role: 'clerk', territoryId: 'd13' }), undefined],
  ['back, of a unit that was never named', mayEndGrant(kornelia, 'olga', { role: 'unit-head' }), undefined],
])('a role is given %s', (_, verdict, why) => {
  expect(verdict.ok ? undefined : verdict.why).toBe(why)
})

test.each([
  ['Jo', true],
  ['Żaneta z Azorów', true],
  ['x', false],
  ['123', false],
  ['anna@example.com', false],
  ['[usunięto]', false],
  ['a\nb', false],
  ['a'.repeat(61), false],
])('public name %j: %s', (typed, right) => {
  expect(isPublicName(typed)).toBe(right)
})

test.each([
  ['600 100 200', '+48600100200'],
  ['+48 (12) 345-67-89', '+48123456789'],
  ['0048600100200', '+48600100200'],
  ['112', undefined],
  ['zadzwoń', undefined],
])('telephone %j', (typed, number) => {
  expect(normalPhone(typed)).toBe(number)
})

test.each([
  ['/potrzeby?x=1', '/potrzeby?x=1'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['/a\nb', '/'],
  [undefined, '/'],
])('a way back to %j', (typed, path) => {
  expect(ownPath(typed, '/')).toBe(path)
})

test('codes are read as people type them', () => {
  expect(codeDigits(' 123 456 ')).toBe('123456')
  expect(printedCode('abc def-ghk mnp')).toBe('ABC-DEF-GHK-MNP')
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
  ['curl/8', ''],
  [undefined, ''],
])('of a browser only its family and system are kept: %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})

test.each([
  ['Marta Wilk', 'Marta W.'],
  ['Anna Maria Nowak-Żak', 'Anna N.'],
  ['  Łukasz   żak ', 'Łukasz Ż.'],
  ['Sowa', 'Sowa'],
])('what others see of "%s" where its bearer wishes to show less: "%s"', (typed, shown) => {
  expect(shownName(typed, 'initial')).toBe(shown)
  expect(shownName(typed, 'whole')).toBe(typed)
})
