import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'wspolne-count-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (rule: string, votes = '1;a\n2;a\n3;b\n') =>
  `META\nkey;value\ndescription;X\ncountry;Poland\nunit;X\ninstance;2026\nnum_projects;2\nnum_votes;3\nbudget;100\nvote_type;approval\nrule;${rule}\ndate_begin;2026\ndate_end;2026\nPROJECTS\nproject_id;cost\na;60\nb;50.50\nVOTES\nvoter_id;vote\n${votes}`
writeFileSync(join(folder, 'plain.pb'), file('greedy'))
writeFileSync(join(folder, 'unknown.pb'), file('unknown'))
writeFileSync(join(folder, 'shares.pb'), file('equalshares/add1'))
writeFileSync(join(folder, 'empty.pb'), '')
writeFileSync(join(folder, 'broken.pb'), file('greedy', '1;a\n2;x\n3;b\n'))

/** Runs the command as somebody does who stands in the folder of the files. */
function run(name: string, ...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/command.mjs'), name, ...args], { env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test.each([
  [['plain.pb'], { rule: 'greedy', settings: { ties: ['points', 'firsts', 'votes', 'cost', 'id'] }, budget: '100', spent: '60', winners: ['a'] }],
  [['shares.pb'], { rule: 'equalshares/add1', settings: { 'stop-exhaustive': false, increment: '1' }, winners: ['a'] }],
  [['unknown.pb', '--rule', 'phragmen'], { rule: 'phragmen', settings: { ties: ['cost', 'votes', 'id'] }, winners: ['a'], certificate: null }],
  [['plain.pb', '--rule', 'greedy-threshold', '--set', 'threshold=50%'], { settings: { threshold: 2 }, winners: ['a'] }],
  [['plain.pb', '--set', 'ties=draw', '--set', 'seed=kos'], { settings: { ties: ['draw'], seed: 'kos' } }],
  [['plain.pb', '--rule', 'greedy', '--certificate', 'c.json'], { certificate: 'c.json' }],
] as const)('count %j', (args, answer) => {
  const { status, stdout } = run('count', ...args, '--json')
  expect(JSON.parse(stdout)).toMatchObject(answer)
  expect(status).toBe(0)
})
test('the certificate lies in the folder of whoever asked, with the answer that it proves', () => {
  expect(run('count', 'plain.pb', '--certificate', 'proof.json').status).toBe(0)
  expect(JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8'))).toMatchObject({
    winners: ['a'],
    turns: [
      { project: 'a', points: 2, left: 10000, outcome: 'won' },
      { project: 'b', points: 1, left: 4000, outcome: 'no-money' },
    ],
  })
})
test.each([
  [['unknown.pb'], 'unknown.pb, line 11: META names the rule "unknown"'],
  [['missing.pb'], 'ENOENT'],
  [['broken.pb'], 'line 21'],
  [['plain.pb', '--rule', 'best'], 'best'],
  [['plain.pb', '--set', 'colour=red'], 'colour'],
  [['plain.pb', '--set', 'ties=luck'], 'luck'],
  [['plain.pb', '--set', 'ties=draw'], 'seed'],
  [['plain.pb', '--rule', 'greedy-threshold'], 'threshold'],
  [['shares.pb', '--set', 'increment=0'], 'increment'],
  [['shares.pb', '--set', 'stop-exhaustive=maybe'], 'stop-exhaustive'],
  [['plain.pb', '--colour'], '--colour'],
  [['empty.pb'], 'line 1: '],
  [[], 'usage'],
] as const)('count %j is refused with a sentence', (args, says) => {
  const { status, stdout, stderr } = run('count', ...args, '--json')
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(says) })
  expect(stderr).toMatch(/^.+\.\n$/)
})
test.each([
  [['--rule', 'greedy-exclusive', '--set', 'exclusive=a+b'], { settings: { exclusive: [['a', 'b']] }, winners: ['a'] }],
  [['--rule', 'greedy-custom'], { winners: ['a'], fromReserve: [] }],
  [['--set', 'ties=draw,id', 'seed=kos', 'threshold=1'], { settings: { ties: ['draw', 'id'], seed: 'kos', threshold: 1 } }],
  [['--rule', 'equalshares/greedy'], { winners: ['a'] }],
  [['--rule', 'equalshares', '--set', 'weights=points'], { settings: { weights: 'points', increment: '1' } }],
  [['--set', 'threshold=9', '--set', 'minimum=1'], { winners: [], byMinimum: ['a'] }],
  [['--rule', 'greedy-no-skip', '--set', 'leftover=next'], { winners: ['a'], byLeftover: [] }],
] as const)('count %j', (args, answer) => {
  expect(JSON.parse(run('count', 'plain.pb', ...args, '--json').stdout)).toMatchObject(answer)
})
test.each([
  ['exclusive=a', 'two'],
  ['exclusive=a+x', 'no project "x"'],
  ['weights=points', 'Equal Shares'],
  ['minimum=few', 'minimum'],
  ['leftover=mine', 'stays or next'],
])('the setting %s is refused', (setting, says) => {
  expect(run('count', 'plain.pb', '--set', setting)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(says) })
})
const several = (leftover: string) => run('count', 'plain.pb', 'small.pb', '--rule', 'greedy', '--set', `leftover=${leftover}`, '--json')
test('several files are pools of one vote: what one leaves stays, goes to another pool or to the next edition', () => {
  writeFileSync(join(folder, 'small.pb'), file('greedy').replace('budget;100', 'budget;30'))
  const answer = (leftover: string) => JSON.parse(several(leftover).stdout)
  expect(answer('stays')).toMatchObject({
    pools: [
      { file: 'plain.pb', rule: 'greedy', budget: '100', spent: '60', winners: ['a'], left: '40' },
      { file: 'small.pb', budget: '30', winners: [], left: '30' },
    ],
    toNextEdition: '0',
  })
  expect(answer('edition')).toMatchObject({ toNextEdition: '70' })
  expect(answer('pool:small.pb')).toMatchObject({
    pools: [{ winners: ['a'] }, { budget: '70', spent: '60', winners: ['a'], settings: { leftover: 'pool:small.pb' } }],
    toNextEdition: '0',
  })
  expect(answer('next')).toMatchObject({ pools: [{ byLeftover: [] }, { byLeftover: [] }] })
  for (const [args, says] of [
    [['plain.pb', 'small.pb', '--set', 'leftover=pool:other.pb'], 'other.pb'],
    [['plain.pb', 'small.pb', '--certificate', 'c.json'], 'one file'],
    [['plain.pb', 'plain.pb'], 'once'],
    [['plain.pb', '--set', 'leftover=edition'], 'stays or next'],
  ] as const)
    expect(run('count', ...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(says) })
})
test('a file is written without anything about people, or just as it was', () => {
  const people = file('greedy', '1;a;33\n2;a;44\n3;b;55\n').replace('voter_id;vote', 'voter_id;vote;age')
  const many = people.replace('num_votes;3', 'num_votes;6').replace('3;b;55\n', '3;b;55\n4;a;66\n5;a;77\n6;b;88\n')
  writeFileSync(join(folder, 'many.pb'), many)
  expect(run('pabulib', 'many.pb', 'same.pb', '--mode', 'faithful').status).toBe(0)
  expect(readFileSync(join(folder, 'same.pb'), 'utf8')).toBe(many)
  expect(run('pabulib', 'many.pb', 'private.pb').status).toBe(0)
  const written = readFileSync(join(folder, 'private.pb'), 'utf8')
  expect(written).not.toMatch(/age|33|88/)
  expect(JSON.parse(run('count', 'private.pb', '--json').stdout)).toMatchObject({ winners: ['a'], spent: '60' })
  writeFileSync(join(folder, 'people.pb'), people)
  expect(run('pabulib', 'people.pb', 'no.pb')).toMatchObject({ status: 2, stderr: expect.stringContaining('fewer than 5') })
  expect(run('pabulib', 'many.pb', 'nowhere/no.pb')).toMatchObject({ status: 2, stderr: 'nowhere/no.pb cannot be written (ENOENT).\n' })
  expect(run('pabulib', 'broken.pb', 'no.pb')).toMatchObject({ status: 2, stderr: expect.stringContaining('line 21') })
})
test('validate speaks Polish and English, and ends with 2 where something is wrong', () => {
  expect(run('validate', 'plain.pb')).toMatchObject({ status: 0, stdout: expect.stringContaining('Plik jest poprawny') })
  expect(run('validate', 'broken.pb', '--lang', 'en')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('line 21: error: the ballot names'),
  })
  expect(run('validate', 'broken.pb')).toMatchObject({ status: 2, stdout: expect.stringContaining('wiersz 21: błąd: głos wskazuje') })
  expect(run('validate', 'plain.pb', '--lang', 'de')).toMatchObject({ status: 2, stdout: '' })
})
