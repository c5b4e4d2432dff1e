import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import './recount.js'
import './words.js'

const args = process.argv.slice(2)
const at = args.indexOf('--lang')
const language = at >= 0 && args.splice(at, 2)[1] === 'en' ? 'en' : 'pl'
const [ballots, certificate, ...more] = args
try {
  if (!ballots || more.length > 0) throw new Error('npm run --silent verify -- FILE.pb [CERTIFICATE.json] [--lang en]')
  const read = name => readFileSync(resolve(process.env.INIT_CWD ?? '.', name))
  const wrong = globalThis.verifyElection(read(ballots), certificate && String(read(certificate)))
  for (const { text } of globalThis.verifierSays(wrong, certificate !== undefined, language)) console.log(text)
  process.exitCode = wrong.length === 0 ? 0 : 1
} catch (error) {
  console.error(`${globalThis.verifierWords[language].broken}: ${error.message}.`)
  process.exitCode = 2
}
