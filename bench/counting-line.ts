import { createReadStream } from 'node:fs'
import { countElection, isRuleName, usual } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/engine/election.rules.ts'
import { readPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'

export type LineTold = { readonly seconds: number; readonly mb: number; readonly emptyMb: number }

const [job = '', ...files] = process.argv.slice(2)
const open = (file: string) => createReadStream(file, { highWaterMark: 1 << 18 })

/** What no reader can do without: bytes to text, text to lines, lines to values. */
async function split(file: string): Promise<number> {
  let [values, rest] = [0, '']
  for await (const chunk of open(file).setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) values += line.split(';').length
  }
  return values
}
async function count(file: string): Promise<number> {
  const box = ballotBox(false)
  const { read } = await readPabulib({ name: file, chunks: open(file), onBallot: job === 'read' ? () => {} : box.put })
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return isRuleName(job) ? countElection(electionOf(read.election, box), job, usual(job)).winners.length : read.election.ballots
}

const peak = () => process.resourceUsage().maxRSS / 1024
// what the processor did for this process: other work on the machine does not count
const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const [emptyMb, start] = [peak(), spent()]
let found = 0
for (const file of files) found += await (job === 'split' ? split(file) : count(file))
if (found === 0) throw new Error('nothing was found')
console.log(JSON.stringify({ seconds: spent() - start, mb: peak(), emptyMb } satisfies LineTold))
