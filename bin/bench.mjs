import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeReady, root } from './ready.mjs'

await makeReady({ withDevelopment: true })
const { build } = await import('esbuild')
const outdir = join(root, '.cache')
await build({
  entryPoints: ['main', 'bare', 'bare-line', 'counting-line'].map(name => ({ in: join(root, 'bench', `${name}.ts`), out: `bench-${name}` })),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
})
const bench = spawn(process.execPath, ['--enable-source-maps', join(outdir, 'bench-main.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches both; we wait, so that the run can stop what it started
process.on('SIGINT', () => {})
process.on('SIGTERM', () => bench.kill('SIGTERM'))
bench.on('exit', code => {
  process.exitCode = code ?? 1
})
