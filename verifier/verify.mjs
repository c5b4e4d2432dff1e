import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { verify } from './recount.mjs'

const says = {
  pl: { holds: 'Zgadza się: zwycięzcy, sumy i dowód wynikają z głosów.', differs: 'Nie zgadza się', said: 'w dowodzie', found: 'z głosów' },
  en: { holds: 'It holds: winners, sums and certificate follow from the ballots.', differs: 'Does not hold', said: 'certificate', found: 'ballots' },
}
const args = process.argv.slice(2)
const english = args.join(' ').endsWith('--lang en')
const [ballots, certificate] = args
const texts = english ? says.en : says.pl
try {
  if (!ballots || !certificate) throw new Error('npm run --silent verify -- FILE.pb CERTIFICATE.json [--lang en]')
  const read = name => readFileSync(resolve(process.env.INIT_CWD ?? '.', name), 'utf8')
  const wrong = verify(read(ballots), read(certificate))
  for (const { key, said, found } of wrong)
    console.log(`${texts.differs}: ${key}; ${texts.said}: ${JSON.stringify(said)}; ${texts.found}: ${JSON.stringify(found)}`)
  if (wrong.length === 0) console.log(texts.holds)
  process.exitCode = wrong.length === 0 ? 0 : 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
