import { expect, test } from 'vitest'
import { linesOf } from '#kit/lines.ts'
import { defaultTies } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/engine/election.rules.ts'
import { certificateOf, dice, type Roll } from '#modules/counting/engine/testing-elections.ts'
import { pabulibCheck } from '#modules/counting/pabulib/check.rules.ts'
import { readPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import { addedByCity } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import '../../../../verifier/recount.js'

const sound = `META
key;value
description;Budżet
country;Poland
unit;Miasto
instance;2026
num_projects;4
num_votes;4
budget;1000.50
vote_type;cumulative
rule;greedy
date_begin;01.06.2026
date_end;15.06.2026
min_length;0
max_length;3
max_sum_points;9
PROJECTS
project_id;cost;votes;score;name;selected
a;600;2;5;"Aleja; nowa";1
b;500.25;2;3;Boisko;0
c;300;1;4;Czytelnia;1
d;100;1;1;Drzewa;1
VOTES
voter_id;vote;points
1;a,b;3,2
2;a,c;2,4
3;b,d;1,1
4;;
`
const odd = '1e309 9007199254740993 NaN -1 -0 0x10 1_000 ١٢ 1,5 1.005 .5 5. +7 Infinity 00012 1e2 999999999999999999 null'.split(' ')
const signs = [
  ';',
  ',',
  '"',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '\u00a0',
  'ą',
  '😀',
  '-',
  '.',
  '__proto__',
  'constructor',
  'META',
]

const pick = <T>(all: readonly T[], roll: Roll): T => all[roll(all.length)] as T
const mutations: readonly ((text: string, roll: Roll) => string)[] = [
  // a number becomes an odd one
  (text, roll) => {
    const numbers = [...text.matchAll(/\d+(\.\d+)?/g)]
    const { index, 0: found } = pick(numbers, roll)
    return text.slice(0, index) + pick(odd, roll) + text.slice(index + found.length)
  },
  // a number is another sound number
  (text, roll) => {
    const { index, 0: found } = pick([...text.matchAll(/\d+/g)], roll)
    return text.slice(0, index) + roll(2000) + text.slice(index + found.length)
  },
  (text, roll) => {
    const at = roll(text.length)
    return text.slice(0, at) + pick(signs, roll) + text.slice(at + roll(2))
  },
  // a piece is lost, doubled, or the file ends early
  (text, roll) => {
    const [at, length] = [roll(text.length), 1 + roll(30)]
    return pick([text.slice(0, at) + text.slice(at + length), text.slice(0, at + length) + text.slice(at), text.slice(0, at)], roll)
  },
  // a line is lost, doubled or moved
  (text, roll) => {
    const lines = text.split('\n')
    const [line = ''] = lines.splice(roll(lines.length), 1)
    const times = roll(3)
    for (let i = 0; i < times; i += 1) lines.splice(roll(lines.length), 0, line)
    return lines.join('\n')
  },
  // the name of one thing becomes that of another
  (text, roll) => {
    const words = [...text.matchAll(/[\w-]+/g)]
    const { index, 0: found } = pick(words, roll)
    return text.slice(0, index) + pick(words, roll)[0] + text.slice(index + found.length)
  },
]
/** Other encodings and single broken bytes. */
function bytesOf(text: string, roll: Roll): Buffer {
  const kind = roll(40)
  if (kind === 0) return Buffer.from(text, 'utf16le')
  if (kind === 1) return Buffer.from(text, 'latin1')
  const bytes = Buffer.from(text)
  if (kind === 2) bytes[roll(bytes.length)] = roll(256)
  return bytes
}
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function isCorrect(bytes: Uint8Array): Promise<boolean> {
  const checking = pabulibCheck()
  for await (const lines of linesOf(pieces(bytes, 600))) for (const line of lines) checking.line(line)
  return checking.end().ok
}

test('10,000 broken files: never a crash, never a count that an independent one does not give', async () => {
  const roll = dice(2026)
  let [counted, refused, correct] = [0, 0, 0]
  for (let i = 0; i < 10_000; i += 1) {
    let text = sound
    // a file that is cut to nothing has nothing left to change
    for (let times = 1 + roll(2); times > 0 && /\d/.test(text); times -= 1) text = pick(mutations, roll)(text, roll)
    const bytes = bytesOf(text, roll)
    const box = ballotBox(false)
    const { read } = await readPabulib({ name: 'x.pb', chunks: pieces(bytes, 200 + roll(500)), onBallot: box.put })
    const passes = await isCorrect(bytes)
    if (passes) correct += 1
    if (!read.ok) {
      refused += 1
      expect([passes, read.fault.line >= 0], text).toEqual([false, true])
      continue
    }
    counted += 1
    const e = electionOf(read.election, box)
    const said = JSON.stringify(certificateOf(bytes, e, 'greedy', { steps: defaultTies('greedy'), added: addedByCity(read.election) }))
    // what the file itself states may be wrong, unless the validator has passed it
    const differs = verifyElection(bytes, said).filter(({ key }) => passes || !/^(votes|score) /.test(key))
    expect(differs, JSON.stringify(text)).toEqual([])
  }
  expect([counted > 1000, refused > 1000, correct > 100]).toEqual([true, true, true])
})

test('a line of 50 MB is refused before it is held, and so is one quotation mark that is never closed', async () => {
  let sent = 0
  async function* endless(begin: string, piece: Buffer): AsyncGenerator<Uint8Array> {
    yield Buffer.from(begin)
    for (; sent < 50_000_000; sent += piece.length) yield piece
  }
  const faultOf = async (begin: string, piece: string) => {
    sent = 0
    const { read } = await readPabulib({ name: 'x.pb', chunks: endless(begin, Buffer.from(piece)) })
    return [read.ok ? 'read' : read.fault.why, sent < 2_000_000]
  }
  expect(await faultOf('META\nkey;value\n', 'a'.repeat(100_000))).toEqual(['line-too-long', true])
  expect(await faultOf('META\nkey;value\ndescription;"', 'a\n'.repeat(50_000))).toEqual(['open-quote', true])
  expect(await faultOf('META\nkey;value\n', Array.from({ length: 2000 }, (_, i) => `k${i};1\n`).join(''))).toEqual(['too-many', true])
})
