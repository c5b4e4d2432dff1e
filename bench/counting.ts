import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LineTold } from './counting-line.ts'
import { middle } from './load.ts'
import { most } from './words.ts'

// real elections lie beside the project, never in it
export const elections = ['../shared/data/pabulib', '../../shared/data/pabulib'].find(path => existsSync(path))
const rule = 'equalshares/add1'

/** A process of its own for each figure, so that its memory is what this one job takes. */
function run(job: string, files: readonly string[]): LineTold {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./bench-counting-line.mjs', import.meta.url)), job, ...files],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
const middleOf = (rounds: readonly LineTold[], of: (told: LineTold) => number) => middle(rounds.map(of))

/** Equal Shares with Add1 over real elections, and reading a file beside merely splitting it into lines and values. */
export function measureCounting(): readonly string[] {
  if (!elections) return ['       counting: there is no ../shared/data/pabulib beside the project']
  const pools = readdirSync(elections)
    .filter(file => /^Poland_Krakow_2024.*\.pb$/.test(file))
    .map(file => `${elections}/${file}`)
  const lodz = [`${elections}/Poland_Lodz_2022.pb`]
  const times = [0, 1, 2]
  const [city, one] = [times.map(() => run(rule, pools)), times.map(() => run(rule, lodz))]
  const [split, parse] = [times.map(() => run('split', lodz)), times.map(() => run('read', lodz))]
  const [floor, own] = [middleOf(split, ({ seconds }) => seconds), middleOf(parse, ({ seconds }) => seconds)]
  return [
    most(
      `${rule} over ${pools.length} pools of Kraków 2024, read and counted`,
      middleOf(city, ({ seconds }) => seconds),
      2,
      's',
    ),
    most(
      `${rule} over Łódź 2022, 90,494 ballots, read and counted`,
      middleOf(one, ({ seconds }) => seconds),
      1,
      's',
    ),
    most(
      'the memory of that process',
      middleOf(one, ({ mb }) => mb),
      150,
      'MB',
    ),
    most('reading Łódź 2022, in times of reading and splitting the file', own / floor, 3, 'times'),
    `       ${(own * 1000).toFixed(0)} ms and ${(floor * 1000).toFixed(0)} ms; the empty process takes ${middleOf(one, ({ emptyMb }) => emptyMb).toFixed(0)} MB`,
  ]
}
