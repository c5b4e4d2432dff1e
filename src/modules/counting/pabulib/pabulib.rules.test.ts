import { expect, test } from 'vitest'
import { pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'
import { pabulibFields } from '#modules/counting/pabulib/pabulib-fields.rules.ts'

const sound = `META
key;value
description;Municipal PB in Kraków
country;Poland
unit;Kraków
district;Podgórze
instance;2025
num_projects;3
num_votes;3
budget;2917710.16
vote_type;ordinal
rule;greedy
date_begin;19.09.2025
date_end;03.10.2025
max_length;3
PROJECTS
project_id;cost;votes;score;name;category;selected
1;400000;3;8;Park;sport;1
2;250.5;2;5;"Ławka; i ""cień""";culture;1
3;999999999;2;3;Bez ; cudzysłowu;culture;0
VOTES
voter_id;vote;voting_method
10;1,2,3;internet
11;2,1,3;paper
12;1;paper
`
const read = (text: string, end = '\n') => {
  const reader = pabulibReader()
  for (const line of text.split('\n')) {
    const fault = reader.line(end === '\r\n' ? line : line)
    if (fault) return { ok: false as const, fault }
  }
  return reader.end()
}

test('a file is read and counted: quoted and unquoted semicolons, grosze, a withdrawn project, places', () => {
  const answer = read(sound)
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
  expect(answer.election).toMatchObject({ unit: 'Kraków', district: 'Podgórze', year: 2025, budget: 291_771_016, ballots: 3, beginsOn: '2025-09-19' })
  expect(answer.election.projects).toMatchObject([
    { id: '1', title: 'Park', cost: 40_000_000, votes: 3, points: 8, marks: [2, 1, 0] },
    { id: '2', title: 'Ławka; i "cień"', cost: 25_050, votes: 2, points: 5, marks: [1, 1, 0] },
    { id: '3', title: 'Bez ; cudzysłowu', category: 'culture', cost: undefined, votes: 2, points: 2, official: { selected: 0 } },
  ])
})

test('points of the file come before points by place; approval gives one each', () => {
  const pointed = sound
    .replace('voter_id;vote;voting_method', 'voter_id;vote;points')
    .replace(';internet', ';5,1,0')
    .replace(';paper', ';3,3,3')
    .replace(';paper', ';9')
  const approved = sound.replace('ordinal', 'approval')
  for (const [text, points] of [
    [pointed, [17, 4, 3]],
    [approved, [3, 2, 2]],
  ] as const) {
    const answer = read(text)
    expect(answer.ok && answer.election.projects.map(project => project.points)).toEqual(points)
  }
})

test('a quoted name may go on in the next line, and a byte-order mark is not a name', () => {
  const answer = read(`\uFEFF${sound.replace('"Ławka; i', '"Ławka;\ni')}`)
  expect(answer.ok && answer.election.projects[1]?.title).toBe('Ławka;\ni "cień"')
})

test.each([
  ['Poland', 'x', 'PROJECTS\nproject_id;cost\n', 'no-section', undefined],
  ['budget;2917710.16', 'budget;1,5', undefined, 'not-money', 10],
  ['rule;greedy\n', '', undefined, 'no-meta', undefined],
  ['vote_type;ordinal', 'vote_type;draw', undefined, 'not-vote-type', 11],
  ['num_votes;3', 'num_votes;4', undefined, 'num-votes', 9],
  ['num_projects;3', 'num_projects;2', undefined, 'num-projects', 8],
  ['1;400000;3', '1;400 000;3', undefined, 'not-money', 18],
  ['1;400000;3;8;Park;sport;1', '1;400000', undefined, 'columns', 18],
  ['3;999999999', '1;999999999', undefined, 'project-twice', 20],
  ['project_id;cost;', 'id;cost;', undefined, 'no-column', 17],
  ['10;1,2,3', '10;1,2,7', undefined, 'unknown-project', 23],
  ['10;1,2,3', '10;1,2,2', undefined, 'marked-twice', 23],
  ['10;1,2,3', '10;1,2,3,1', undefined, 'ballot-too-long', 23],
  ['10;1,2,3;internet', '10;1,2,3', undefined, 'columns', 23],
  ['"Ławka; i ""cień""";', '"Ławka; i ""cień"";', undefined, 'open-quote', 19],
  ['VOTES\n', 'META\n', undefined, 'section-twice', 21],
] as const)('%j changed to %j is refused', (from, to, whole, why, line) => {
  const answer = read(whole ?? sound.replace(from, to))
  expect(answer.ok ? 'read' : answer.fault.why).toBe(why)
  if (!answer.ok && line) expect(answer.fault.line).toBe(line)
})

test('an empty file says which section is missing', () => {
  expect(read('')).toMatchObject({ ok: false, fault: { why: 'no-section', what: 'META' } })
})

test.each([
  ['a;b', ['a', 'b']],
  ['"a;b";c', ['a;b', 'c']],
  ['"a""b"', ['a"b']],
  ['a;', ['a', '']],
  ['"";x', ['', 'x']],
  ['a "b" c;d', ['a "b" c', 'd']],
  ['"a', undefined],
  ['"a" b;c', ['a b', 'c']],
])('fields of %s', (line, fields) => expect(pabulibFields(line)).toEqual(fields))
