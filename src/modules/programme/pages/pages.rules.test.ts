import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import {
  isSlug,
  mayPublish,
  type Publication,
  plannedAfter,
  readMore,
  shownNow,
  slugOf,
  textFor,
  wasShown,
} from '#modules/programme/pages/pages.rules.ts'

const at = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T08:00:00Z`)
const publication = (id: number, version: number | undefined, day: number, cancelled = false): Publication => ({
  id,
  version,
  publishAt: at(day),
  publisherName: 'Edyta',
  at: at(1),
  cancelled,
})
const editor: Actor = { id: 'edyta', name: 'Edyta', level: 1, grants: [{ role: 'editor' }] }
const coordinator: Actor = { ...editor, grants: [{ role: 'coordinator' }] }
const resident: Actor = { ...editor, grants: [] }
const page = { id: 'page_1', slug: 'o', position: 10, version: 3 }

test.each([
  ['nothing was published', [], 5, undefined],
  ['the time has not come', [publication(1, 1, 6)], 5, undefined],
  ['the time has come to the minute', [publication(1, 1, 5)], 5, 1],
  ['the newest wins', [publication(1, 1, 2), publication(2, 2, 4), publication(3, 3, 9)], 5, 2],
  ['what was called off never happened', [publication(1, 1, 2), publication(2, 2, 4, true)], 5, 1],
  ['taken off', [publication(1, 1, 2), publication(2, undefined, 3)], 5, undefined],
  ['put back', [publication(1, 1, 2), publication(2, undefined, 3), publication(3, 1, 4)], 5, 1],
] as const)('what is shown when %s', (_, publications, day, version) => {
  expect(shownNow([...publications], at(day))?.version).toBe(version)
})

test('a plan is ahead, and a version seen once stays readable', () => {
  const publications = [publication(1, 1, 2), publication(2, 2, 9)]
  expect(plannedAfter(publications, at(5))?.version).toBe(2)
  expect(plannedAfter(publications, at(9))).toBeUndefined()
  expect([wasShown(publications, 1, at(5)), wasShown(publications, 2, at(5))]).toEqual([true, false])
})

const shown = [publication(1, 2, 2)]
const planned = [publication(1, 2, 2), publication(2, 3, 9)]
test.each([
  ['a resident', resident, shown, 3, undefined, 'not-editor'],
  ['an editor', editor, shown, 3, undefined, 'yes'],
  ['a coordinator', coordinator, shown, 3, undefined, 'yes'],
  ['a version that is not there', editor, shown, 4, undefined, 'no-such-version'],
  ['what is seen already', editor, shown, 2, undefined, 'already-shown'],
  ['what is seen, to call off a plan', editor, planned, 2, undefined, 'yes'],
  ['a moment that has passed', editor, shown, 3, at(4), 'time-passed'],
  ['a moment to come', editor, shown, 3, at(8), 'yes'],
  ['the same plan twice', editor, planned, 3, at(9), 'already-planned'],
  ['another moment for the plan', editor, planned, 3, at(10), 'yes'],
] as const)('publishing: %s', (_, actor, publications, version, when, answer) => {
  const verdict = mayPublish(actor, page, publications, version, when, at(5))
  expect(verdict.ok ? 'yes' : verdict.why).toBe(answer)
})

test('what to read next: good lines and mistakes', () => {
  expect(readMore('Zasady | /zasady\n\nBIP | https://bip.example.pl\nbez adresu\n| /x\nzły | //evil.example\nzły | javascript:alert(1)')).toEqual({
    links: [
      { label: 'Zasady', href: '/zasady' },
      { label: 'BIP', href: 'https://bip.example.pl' },
    ],
    mistakes: ['bez adresu', '| /x', 'zły | //evil.example', 'zły | javascript:alert(1)'],
  })
})

test('English is shown only when it is whole', () => {
  const text = (title: string, body: string) => ({ title, body, summary: '', more: '' })
  const content = { author: '', publishingBody: '', note: '', pl: text('Tytuł', 'Treść') }
  expect(textFor({ ...content, en: text('Title', 'Text') }, 'en').language).toBe('en')
  expect(textFor({ ...content, en: text('Title', '') }, 'en')).toMatchObject({ language: 'pl', title: 'Tytuł' })
})

test('addresses of pages', () => {
  expect(slugOf('Ścieżka dzielnicowa: krok po kroku!')).toBe('sciezka-dzielnicowa-krok-po-kroku')
  expect(['jak-dziala', 'a', 'A', 'ą', 'a--b', '-a', 'a/b', ''].map(isSlug)).toEqual([true, true, false, false, false, false, false, false])
})
