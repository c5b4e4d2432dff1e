import { spawn } from 'node:child_process'
import { makeReady, root } from './ready.mjs'

await makeReady({ withDevelopment: true })
const vitest = spawn(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test' },
})
// Ctrl-C reaches both; we wait, so that the run can stop what it started.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => vitest.kill('SIGTERM'))
vitest.on('exit', code => {
  process.exitCode = code ?? 1
})
