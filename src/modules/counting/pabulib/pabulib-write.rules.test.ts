import { expect, test } from 'vitest'
import { writeFaithful, writePrivate } from '#modules/counting/pabulib/pabulib-write.rules.ts'

const ballots = ['77;a;33;K', '12;a,b;44;M', '45;b;55;K', '31;a;66;M', '90;b;29;K']
const text = `META
key;value
description;Wspólny park
comment;dzwonić do pani Kowalskiej
country;Poland
unit;Kraków
instance;2020
num_projects;2
num_votes;5
budget;100
rule;greedy
vote_type;approval
PROJECTS
project_id;cost;name;proposer;telefon;description
a;60;Ławki;Jan Nowak;601202303;Pisał Nowak
b;50;Lipy;Anna Nowak;601202304;
VOTES
voter_id;vote;age;sex
${ballots.join('\n')}
`
/** Always the last: whatever is shuffled stays as it is. */
const still = (below: number) => below - 1

test('a private file keeps what is counted and nothing of who proposed, who voted or who keeps the file', () => {
  const written = writePrivate(text, still)
  if (!written.ok) return expect.fail(written.why)
  const rows = written.text.split('\n')
  expect(rows).toContain('project_id;cost;name')
  expect(rows).toContain('voter_id;vote')
  expect(rows.filter(row => /^\d+;[ab,]+$/.test(row))).toEqual(['1;a', '2;a,b', '3;b', '4;a', '5;b'])
  expect(written.text).not.toMatch(/Nowak|Kowalsk|601|telefon|proposer|age|sex|77|33/)
})
test('ballots are shuffled, so their order says nothing of who came when', () => {
  const written = writePrivate(text, () => 0)
  if (!written.ok) return expect.fail(written.why)
  const votes = written.text.split('\n').flatMap(row => /^\d+;([ab,]+)$/.exec(row)?.[1] ?? [])
  expect(votes).not.toEqual(['a', 'a,b', 'b', 'a', 'b'])
  expect(votes.toSorted()).toEqual(['a', 'a', 'a,b', 'b', 'b'])
})
test('a group that is too small is not published ballot by ballot; faithfully it is written as it was', () => {
  const few = text.replace(`${ballots[4]}\n`, '')
  expect(writePrivate(few, still).ok).toBe(false)
  expect(writeFaithful(text)).toBe(text)
})
