import { expect, test } from 'vitest'
import { pabulibCheck } from '#modules/counting/check.rules.ts'

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
] as const)('%j -> %j: line %i, %s', (from, to, line, code) => {
  expect(sound).toContain(from)
  expect(check(sound.replace(from, to)).findings).toContainEqual(expect.objectContaining({ line, code }))
})

test('bytes that are not UTF-8 are told with their line, and a broken file never passes', () => {
  const checking = pabulibCheck()
  checking.line('META')
  checking.line(undefined)
  expect(checking.end()).toMatchObject({ ok: false, findings: expect.arrayContaining([{ line: 2, level: 'error', code: 'not-utf8', what: '' }]) })
})
test('of very many findings a thousand are written and the others counted', () => {
  const wrong = check(sound + '1;a,b;2,1\n'.repeat(5000))
  expect(wrong.findings).toHaveLength(1000)
  expect(wrong.unwritten).toBeGreaterThan(3900)
})
