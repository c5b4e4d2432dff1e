import { createReadStream, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkTextsEn } from '#modules/counting/check.texts.en.ts'
import { type Count, isRuleName, isShares, type RuleName, ruleNames } from '#modules/counting/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/election.rules.ts'
import { readPabulib } from '#modules/counting/pabulib.actions.ts'
import type { PabulibElection } from '#modules/counting/pabulib-election.rules.ts'
import { countPool } from '#modules/counting/pools.rules.ts'
import { decimal, pairsOf, settingsOf } from '../count-settings.ts'

const usage = `Usage: npm run --silent count -- FILE.pb [--rule NAME] [--set key=value …] [--certificate OUT.json] --json
Rules: ${ruleNames.join(', ')}.`

/** Bad input: one sentence, exit 2. */
function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
const fromCaller = (name: string) => resolve(process.env.INIT_CWD ?? '.', name)

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

async function open(file: string, byPoints: boolean) {
  const box = ballotBox(byPoints)
  const chunks = createReadStream(fromCaller(file), { highWaterMark: 1 << 18 })
  const { read, hash } = await readPabulib({ name: file, chunks, onBallot: box.put }).catch((error: NodeJS.ErrnoException) =>
    error.code ? refuse(`${file} cannot be read (${error.code}).`) : Promise.reject(error),
  )
  if (!read.ok) return refuse(`${file}, line ${read.fault.line}: ${checkTextsEn.said(read.fault.why, read.fault.what)}.`)
  return { read: read.election, e: electionOf(read.election, box), sha256: hash }
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
  const set = pairsOf(values.set ?? [], refuse)
  const { read, e, sha256 } = await open(file, set.get('weights') === 'points')
  const rule = ruleOf(read, values.rule)
  const { counted, shown, minimum, buysNext } = settingsOf(read, rule, set, refuse)
  if (isShares(rule) && e.voters === 0) refuse(`${file}: there are no ballots to share the budget among.`)
  const { count, byMinimum, byLeftover } = countPool({ id: file, election: e, rule, settings: counted, minimum }, buysNext)
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
    // won beyond the rule, by the settings of the pool
    ...(minimum > 0 ? { byMinimum } : {}),
    ...(buysNext ? { byLeftover } : {}),
    ...('fromReserve' in count.certificate ? { fromReserve: count.certificate.fromReserve } : {}),
  }
  const certificate = certified({ ...answer, sha256 }, count, values.certificate)
  if (values.json) console.log(JSON.stringify({ ...answer, certificate }))
  else console.log(`${rule}: ${count.winners.length} projects for ${answer.spent} of ${answer.budget}\n${count.winners.join('\n')}`)
}
