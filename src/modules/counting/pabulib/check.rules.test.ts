import { expect, test } from 'vitest'
import { pabulibCheck } from '#modules/counting/pabulib/check.rules.ts'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { checkTexts } from '#modules/counting/pabulib/check.texts.ts'
import { voterSet } from '#modules/counting/pabulib/check-voters.rules.ts'

const sound = `META
key;value
description;Budżet
country;Poland
unit;Miasto
instance;2026
num_projects;3
num_votes;2
budget;100
vote_type;ordinal
rule;greedy
date_begin;01.06.2026
date_end;15.06.2026
min_length;2
max_length;2
max_sum_cost;150
min_points;1
max_points;2
min_sum_points;3
max_sum_points;3
comment;#1: jeden #2: dwa
PROJECTS
project_id;cost;votes;score;name;selected;latitude;longitude
a;60;2;4;Aleja;1;50.1;19.9
b;50;1;1;Boisko;0;;
c;30;1;1;Czytelnia;1;;
VOTES
voter_id;vote;points
1;a,b;2,1
2;a,c;2,1
`
function check(text: string) {
  const checking = pabulibCheck()
  for (const line of text.replace(/\n$/, '').split('\n')) checking.line(line)
  return checking.end()
}

test('a sound file, also with one empty line at its end', () => {
  for (const text of [sound, `${sound}\n`]) expect(check(text)).toEqual({ findings: [], unwritten: 0, ok: true })
})

test.each([
  ['1;a,b;2,1', '\n1;a,b;2,1', 29, 'empty-line'],
  ['c;30;', 'c;30,5;', 26, 'comma'],
  ['c;30;', 'c;;', 26, 'no-cost'],
  ['c;30;', 'c;NaN;', 26, 'not-money'],
  ['c;30;', 'c;-30;', 26, 'not-money'],
  ['c;30;', 'c;1e309;', 26, 'not-money'],
  ['c;30;', 'a;30;', 26, 'project-twice'],
  ['b;50;1;1;Boisko;0', 'b;500;1;1;Boisko;0', 25, 'dearer-than-budget'],
  ['budget;100', 'budget;80', 9, 'over-budget'],
  ['max_points;2', 'max_points;2\nfully_funded;1', 19, 'fully-funded'],
  ['Czytelnia;1', 'Czytelnia;0', 26, 'money-left'],
  ['Czytelnia;1', 'Czytelnia;0', 26, 'rule-not-followed'],
  ['num_projects;3', 'num_projects;4', 7, 'num-projects'],
  ['num_votes;2', 'num_votes;3', 8, 'num-votes'],
  ['1;a,b;', '1;a,a;', 29, 'marked-twice'],
  ['1;a,b;', '1;a,x;', 29, 'unknown-project'],
  ['1;a,b;2,1', '1;a;2', 29, 'ballot-too-short'],
  ['1;a,b;2,1', '1;a,b,c;2,1,0', 29, 'ballot-too-long'],
  ['1;a,b;', '1;a, b;', 29, 'whitespace'],
  ['a;60;2;', 'a;60;3;', 24, 'votes-differ'],
  ['a;60;2;4', 'a;60;2;5', 24, 'score-differs'],
  ['1;a,b;2,1', '1;a,b;2', 29, 'points-length'],
  ['1;a,b;2,1', '1;a,b;1,2', 29, 'points-unsorted'],
  ['1;a,b;2,1', '1;a,b;2,0', 29, 'points-below'],
  ['1;a,b;2,1', '1;a,b;3,1', 29, 'points-above'],
  ['1;a,b;2,1', '1;a,b;1,1', 29, 'sum-below'],
  ['1;a,b;2,1', '1;a,b;2,2', 29, 'sum-above'],
  ['max_sum_cost;150', 'max_sum_cost;100', 29, 'costs-above'],
  ['max_sum_cost;150', 'min_sum_cost;105', 30, 'costs-below'],
  ['2;a,c', '1;a,c', 30, 'voter-twice'],
  ['rule;greedy', 'rule;best', 11, 'unknown-rule'],
  ['rule;greedy', 'rule;greedy-threshold', 11, 'no-threshold'],
  ['max_sum_points;3', 'max_sum_points;3\nmin_project_score_threshold;1', 21, 'threshold-unused'],
  ['50.1;19.9', '150.1;19.9', 24, 'coordinates'],
  ['50.1;19.9', '50.1;', 24, 'half-point'],
  ['15.06.2026', '31.05.2026', 13, 'date-order'],
  ['15.06.2026', '31.06.2026', 13, 'dates'],
  ['country;Poland\n', '', 0, 'no-meta'],
  ['unit;Miasto', 'city;Miasto', 5, 'unknown-key'],
  ['unit;Miasto', 'country;Poland', 5, 'key-twice'],
  ['country;Poland\nunit;Miasto', 'unit;Miasto\ncountry;Poland', 5, 'key-order'],
  [';name;', ';target;', 23, 'unknown-column'],
  [';name;', ';votes;', 23, 'column-twice'],
  ['#2: dwa', '#3: trzy', 21, 'comment-numbers'],
  ['Aleja;1', 'Aleja;7', 24, 'selected'],
  ['vote_type;ordinal', 'vote_type;choose-1', 10, 'choose-one'],
  ['vote_type;ordinal', 'vote_type;loud', 10, 'not-vote-type'],
  ['Aleja', '"Aleja', 24, 'open-quote'],
  ['max_sum_points;3', 'max_sum_points;three', 20, 'odd-value'],
  ['1;a,b;2,1', '1;a,b;2,1e309', 29, 'not-number'],
  ['max_length;2', 'max_length;9007199254740993', 15, 'not-number'],
  ['comment;#1', 'language;polski\ncomment;#1', 21, 'odd-value'],
  ['voter_id;vote;points', 'voter_id;points;vote', 28, 'column-order'],
] as const)('%j -> %j: line %i, %s', (from, to, line, code) => {
  expect(sound).toContain(from)
  expect(check(sound.replace(from, to)).findings).toContainEqual(expect.objectContaining({ line, code }))
})

const labelled = sound
  .replace('comment;', 'categories;green,sport\ncomment;')
  .replace('name;selected', 'name;category;selected')
  .replace('Aleja;', 'Aleja;green;')
  .replace('Boisko;', 'Boisko;"sport,green";')
  .replace('Czytelnia;', 'Czytelnia;;')
test('labels of META and of projects are the same', () => {
  expect(check(labelled)).toMatchObject({ findings: [], ok: true })
  expect(check(labelled.replace('Aleja;green', 'Aleja;culture')).findings).toEqual([
    { line: 25, level: 'error', code: 'label-unknown', what: 'category: culture' },
  ])
  expect(check(labelled.replace('"sport,green"', 'green')).findings).toEqual([
    { line: 21, level: 'warning', code: 'label-unused', what: 'categories: sport' },
  ])
})
const peopled = sound.replace('voter_id;vote;points', 'voter_id;vote;points;age;sex;voting_method').replace('2;a,c;2,1', '2;a,c;2,1;40-59;F;internet')
test.each([
  ['1;a,b;2,1', '1;a,b;2,1;33;M;paper', []],
  ['1;a,b;2,1', '1;a,b;2,1;;;', []],
  ['1;a,b;2,1', '1;a,b;2,1;old;M;paper', ['age: old']],
  ['1;a,b;2,1', '1;a,b;2,1;33;K;fax', ['sex: K', 'voting_method: fax']],
] as const)('what ballots say of people has the shape of the format: %j', (from, to, odd) => {
  expect(check(peopled.replace(from, to)).findings.map(({ what }) => what)).toEqual(odd)
})
test('a value may go on in the next line, and the lines after it keep their numbers', () => {
  const text = sound.replace('Aleja', '"Aleja\nklonów"').replace('2;a,c', '2;a,x')
  expect(check(text).findings).toEqual([{ line: 31, level: 'error', code: 'unknown-project', what: 'x' }])
})
test('numbers of voters are told apart whatever they are, up to the limit of memory', () => {
  const voters = voterSet(50_000)
  for (let i = 0; i < 50_000; i += 1) expect(voters.add(`v${i}`)).toBe(false)
  expect([voters.add('v7'), voters.add('new')]).toEqual([undefined, undefined])
  const few = voterSet()
  expect([few.add(''), few.add('0'), few.add(''), few.add('0')]).toEqual([false, false, true, true])
})

test('no sentence says a thing twice', () => {
  for (const texts of [checkTexts, checkTextsEn])
    for (const [from, to] of [
      ['rule;greedy', 'rule;best'],
      ['country;Poland\n', ''],
      ['budget;100', 'budget;80'],
      ['c;30;', 'c;NaN;'],
      ['num_votes;2', 'num_votes;3'],
    ] as const)
      for (const { code, what } of check(sound.replace(from, to)).findings)
        expect(texts.said(code, what).toLowerCase()).not.toMatch(/(\b\p{L}{3,}\b)\W+\1/u)
})

test('bytes that are not UTF-8 are told with their line, and a broken file never passes', () => {
  const checking = pabulibCheck()
  checking.line('META')
  checking.line({ why: 'not-utf8' })
  expect(checking.end()).toMatchObject({ ok: false, findings: expect.arrayContaining([{ line: 2, level: 'error', code: 'not-utf8', what: '' }]) })
})
test('of very many findings a thousand are written and the others counted', () => {
  const wrong = check(sound + '1;a,b;2,1\n'.repeat(5000))
  expect(wrong.findings).toHaveLength(1000)
  expect(wrong.unwritten).toBeGreaterThan(3900)
})
