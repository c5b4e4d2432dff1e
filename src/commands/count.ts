import { createReadStream, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lotsOf } from '#kit/draw.ts'
import type { Grosze } from '#kit/money.ts'
import {
  type Count,
  type CountSettings,
  countElection,
  defaultTies,
  isRuleName,
  isShares,
  type RuleName,
  ruleNames,
} from '#modules/counting/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/election.rules.ts'
import { readPabulib } from '#modules/counting/pabulib.actions.ts'
import type { PabulibElection } from '#modules/counting/pabulib.rules.ts'
import { type TieStep, tieSteps } from '#modules/counting/ties.rules.ts'
import { faults } from '../pabulib-faults.ts'

const usage = `Usage: npm run --silent count -- FILE.pb [--rule NAME] [--set key=value …] [--certificate OUT.json] --json
Rules: ${ruleNames.join(', ')}.`

/** Bad input: one sentence, exit 2. */
function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
const fromCaller = (name: string) => resolve(process.env.INIT_CWD ?? '.', name)
/** Decimal strings in the currency of the file: "1250.5" becomes "1250.50", whole amounts stay whole. */
const decimal = (grosze: Grosze) =>
  grosze % 100 === 0 ? String(grosze / 100) : `${Math.trunc(grosze / 100)}.${String(grosze % 100).padStart(2, '0')}`

function asked() {
  try {
    const options = {
      rule: { type: 'string' },
      set: { type: 'string', multiple: true },
      certificate: { type: 'string' },
      json: { type: 'boolean' },
    } as const
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

async function open(file: string) {
  const box = ballotBox(false)
  const { read } = await readPabulib({ name: file, chunks: createReadStream(fromCaller(file), { highWaterMark: 1 << 18 }), onBallot: box.put }).catch(
    (error: NodeJS.ErrnoException) => (error.code ? refuse(`${file} cannot be read (${error.code}).`) : Promise.reject(error)),
  )
  if (!read.ok) return refuse(`${file}, line ${read.fault.line}: ${faults[read.fault.why](read.fault.what)}.`)
  return { read: read.election, e: electionOf(read.election, box) }
}

/** What META writes for rules that have a longer name here. */
const metaNames: Readonly<Record<string, RuleName>> = { 'equalshares-comparison': 'equalshares/add1-comparison' }

function ruleOf(read: PabulibElection, named: string | undefined): RuleName {
  const name = named ?? metaNames[read.rule] ?? read.rule
  if (isRuleName(name)) return name
  return refuse(
    named ? `There is no rule "${named}". ${usage}` : `META names the rule "${read.rule}", which is not counted here: name one with --rule.`,
  )
}

const keys = ['stop-exhaustive', 'ties', 'seed', 'threshold', 'increment'] as const
function pairs(set: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    set.map(pair => {
      const [key = '', ...value] = pair.split('=')
      if (!(keys as readonly string[]).includes(key) || value.length === 0) refuse(`"${pair}" is not a setting: they are ${keys.join('=, ')}=.`)
      return [key, value.join('=')] as const
    }),
  )
}

function settingsOf(read: PabulibElection, rule: RuleName, set: ReadonlyMap<string, string>) {
  const steps = set.get('ties')?.split(',') ?? defaultTies(rule)
  const unknown = steps.find(step => !(tieSteps as readonly string[]).includes(step))
  if (unknown !== undefined) refuse(`ties: "${unknown}" is not known; they are ${tieSteps.join(', ')}.`)
  const seed = set.get('seed')
  if (steps.includes('draw') && !seed) refuse('ties: a draw needs seed=.')
  const stop = set.get('stop-exhaustive') ?? 'false'
  if (stop !== 'true' && stop !== 'false') refuse('stop-exhaustive: true or false.')
  const ids = read.projects.map(({ id }) => id)
  const ties = { steps: steps as readonly TieStep[], ...(seed ? { lots: lotsOf(seed, ids) } : {}) }
  const increment = money(set.get('increment') ?? '1')
  const counted: CountSettings = { ties, threshold: thresholdOf(read, rule, set.get('threshold')), increment, stopExhaustive: stop === 'true' }
  const shown =
    rule === 'phragmen'
      ? { ties: steps }
      : isShares(rule)
        ? { ties: steps, 'stop-exhaustive': counted.stopExhaustive, increment: decimal(increment) }
        : { ties: steps, threshold: counted.threshold }
  return { counted, shown: { ...shown, ...(seed ? { seed } : {}) } }
}
function money(written: string): Grosze {
  const [, whole, rest = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(written) ?? []
  const grosze = Number(whole) * 100 + Number(rest.padEnd(2, '0'))
  return grosze > 0 ? grosze : refuse(`increment: "${written}" is not an amount above zero with at most two decimals.`)
}
/** Points, or a share of the ballots as "10%". META's own threshold holds for greedy-threshold. */
function thresholdOf(read: PabulibElection, rule: RuleName, written: string | undefined): number {
  if (written === undefined) {
    if (rule !== 'greedy-threshold') return 0
    return read.threshold ?? refuse('greedy-threshold: META has no min_project_score_threshold and no threshold= was set.')
  }
  if (!/^\d+(\.\d+)?%?$/.test(written)) return refuse(`threshold: "${written}" is not a number or a share like 10%.`)
  return written.endsWith('%') ? Math.ceil((Number(written.slice(0, -1)) * read.ballots) / 100 - 1e-9) : Number(written)
}

/** The certificate stands beside what it proves, so that the verifier needs nothing but it and the file of ballots. */
function certified(answer: object, { certificate }: Count, out: string | undefined): string | null {
  if (!out) return null
  try {
    writeFileSync(fromCaller(out), `${JSON.stringify({ ...answer, ...certificate }, null, 2)}\n`)
  } catch (error) {
    return refuse(`${out} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  return out
}

const { values, positionals } = asked()
const [file, ...more] = positionals
if (!file || more.length > 0) refuse(usage)
else {
  const { read, e } = await open(file)
  const rule = ruleOf(read, values.rule)
  const { counted, shown } = settingsOf(read, rule, pairs(values.set ?? []))
  if (isShares(rule) && e.voters === 0) refuse(`${file}: there are no ballots to share the budget among.`)
  const count = countElection(e, rule, counted)
  const answer = {
    rule,
    settings: shown,
    budget: decimal(e.budget),
    spent: decimal(count.spent),
    winners: count.winners,
    ties: count.ties,
    tiesWithoutEffect: count.harmlessTies,
    // decided by the city, paid from other money
    added: read.projects.filter(({ official }) => (official.selected ?? 0) > 1).map(({ id }) => id),
  }
  const certificate = certified(answer, count, values.certificate)
  if (values.json) console.log(JSON.stringify({ ...answer, certificate }))
  else console.log(`${rule}: ${count.winners.length} projects for ${answer.spent} of ${answer.budget}\n${count.winners.join('\n')}`)
}
