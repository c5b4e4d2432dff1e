import { existsSync, readdirSync } from 'node:fs'
import { makeReady } from './ready.mjs'

const [name = '', ...args] = process.argv.slice(2)
await makeReady()
const folder = new URL('../dist/commands/', import.meta.url)
if (!/^[a-z-]+$/.test(name) || !existsSync(new URL(`${name}.js`, folder))) {
  const known = existsSync(folder) ? readdirSync(folder).filter(file => /^[a-z-]+\.js$/.test(file)) : []
  console.error(`There is no command "${name}"; there are: ${known.map(file => file.slice(0, -3)).join(', ') || 'none'}.`)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
process.argv = [process.argv[0], name, ...args]
await import(new URL(`${name}.js`, folder).href)
