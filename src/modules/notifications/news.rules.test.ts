import { expect, test } from 'vitest'
import { mayTell } from '#modules/notifications/news.rules.ts'

test.each([
  ['what everybody reads', { isPublic: true, authorIds: ['anna'] }, 'olga', true],
  ['what is private, to its author', { isPublic: false, authorIds: ['anna'] }, 'anna', true],
  ['what is private or hidden, to anybody else', { isPublic: false, authorIds: ['anna'] }, 'olga', false],
  ['what is no thing at all, to whoever acted on it', undefined, 'olga', true],
])('%s', (_, thing, personId, told) => {
  expect(mayTell(thing, personId)).toBe(told)
})
