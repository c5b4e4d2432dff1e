import { createReadStream, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Count, isRuleName, isShares, type RuleName, ruleNames } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/engine/election.rules.ts'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { readPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import { addedByCity } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { countPools, type PoolCount } from '#modules/counting/results/pools.rules.ts'
import { fromCaller, refuse, refuseArguments } from '../command-line.ts'
import { decimal, pairsOf, type Settings, settingsOf } from '../count-settings.ts'

const usage = 'usage: npm run --silent count -- FILE.pb [--rule NAME] [--set key=value …] [--certificate OUT.json] --json'

function asked() {
  try {
    const options = {
      rule: { type: 'string' },
      set: { type: 'string', multiple: true },
      certificate: { type: 'string' },
      json: { type: 'boolean' },
    } as const
    const { values, tokens } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true, tokens: true })
    return { values, ...filesAndSettings(tokens) }
  } catch (error) {
    return refuseArguments(error, usage)
  }
}
/** One --set may be followed by several settings; all else that is no option is a file. */
function filesAndSettings(tokens: readonly { readonly kind: string; readonly name?: string; readonly value?: string | undefined }[]) {
  const [files, set]: [string[], string[]] = [[], []]
  let follows = false
  for (const { kind, name, value = '' } of tokens) {
    const isSet: boolean = kind === 'option' ? name === 'set' : follows && /^[a-z-]+=/.test(value)
    if (isSet) set.push(value)
    else if (kind === 'positional') files.push(value)
    follows = isSet
  }
  return { files, set }
}

async function open(file: string, byPoints: boolean) {
  const box = ballotBox(byPoints)
  const chunks = createReadStream(fromCaller(file), { highWaterMark: 1 << 18 })
  const { read, hash } = await readPabulib({ name: file, chunks, onBallot: box.put }).catch((error: NodeJS.ErrnoException) =>
    error.code ? refuse(`${file} cannot be read (${error.code}).`) : Promise.reject(error),
  )
  if (!read.ok) return refuse(`${file}, line ${read.fault.line}: ${checkTextsEn.said(read.fault.why, read.fault.what)}.`)
  return { read: read.election, ruleLine: read.ruleLine, e: electionOf(read.election, box), sha256: hash }
}

/** What META writes for rules that have a longer name here. */
const metaNames: Readonly<Record<string, RuleName>> = { 'equalshares-comparison': 'equalshares/add1-comparison' }

function ruleOf(file: string, { read, ruleLine }: Awaited<ReturnType<typeof open>>, named: string | undefined): RuleName {
  const name = named ?? metaNames[read.rule] ?? read.rule
  if (isRuleName(name)) return name
  return refuse(
    named
      ? `There is no rule "${named}": the rules are ${ruleNames.join(', ')}.`
      : `${file}, line ${ruleLine}: META names the rule "${read.rule}", which is not counted here, so name one with --rule.`,
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

type Read = Awaited<ReturnType<typeof open>> & { readonly file: string; readonly rule: RuleName }

/** What is told of one pool. */
function answerOf({ read, e, rule }: Read, { minimum, shown, ...told }: Settings, { count, byMinimum, byLeftover }: PoolCount) {
  return {
    rule,
    settings: shown,
    budget: decimal(e.budget),
    spent: decimal(count.spent),
    winners: count.winners,
    ties: count.ties,
    tiesWithoutEffect: count.harmlessTies,
    added: addedByCity(read),
    // won beyond the rule, by the settings of the pool
    ...(minimum > 0 ? { byMinimum } : {}),
    ...(told.leftover.policy === 'next' ? { byLeftover } : {}),
    ...('fromReserve' in count.certificate ? { fromReserve: count.certificate.fromReserve } : {}),
  }
}

const { values, files, set: written } = asked()
if (files.length === 0) refuse(`No file is named; ${usage}.`)
if (new Set(files).size < files.length) refuse('Each file is one pool: name it once.')
if (files.length > 1 && values.certificate) refuse('--certificate: a certificate is of one file.')
const set = pairsOf(written, refuse)
const pools: { pool: Read; settings: Settings }[] = []
for (const file of files) {
  const opened = await open(file, set.get('weights') === 'points')
  const pool = { ...opened, file, rule: ruleOf(file, opened, values.rule) }
  if (isShares(pool.rule) && pool.e.voters === 0) refuse(`${file}: there are no ballots to share the budget among.`)
  pools.push({ pool, settings: settingsOf(pool.read, pool.rule, set, refuse, files) })
}
const [first] = pools
const counted = countPools(
  pools.map(({ pool: { file, e, rule }, settings: { counted, minimum } }) => ({ id: file, election: e, rule, settings: counted, minimum })),
  first?.settings.leftover ?? { policy: 'stays' },
)
const answers = pools.flatMap(({ pool, settings }, i) => {
  const count = counted.pools[i]
  return count ? [{ pool, count, answer: answerOf(pool, settings, count) }] : []
})
const said = answers.map(
  ({ pool: { rule }, answer }) => `${rule}: ${answer.winners.length} projects for ${answer.spent} of ${answer.budget}\n${answer.winners.join('\n')}`,
)
const [one] = answers
if (files.length === 1 && one) {
  const certificate = certified({ ...one.answer, sha256: one.pool.sha256 }, one.count.count, values.certificate)
  console.log(values.json ? JSON.stringify({ ...one.answer, certificate }) : said[0])
} else {
  const all = answers.map(({ pool: { file }, count, answer }) => ({
    file,
    ...answer,
    budget: decimal(count.budget),
    left: decimal(count.budget - count.spent),
  }))
  console.log(
    values.json
      ? JSON.stringify({ pools: all, toNextEdition: decimal(counted.toNextEdition) })
      : said.map((text, i) => `${files[i]}\n${text}`).join('\n\n'),
  )
}
