import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { makeReady, root } from './ready.mjs'

let server = null
let stopping = false
let pending = null

function startServer() {
  server = spawn(process.execPath, ['--enable-source-maps', `${root}dist/main.js`], { stdio: 'inherit' })
  const own = server
  own.on('exit', code => {
    if (server !== own) return
    server = null
    if (stopping || code === 2) process.exit(code ?? 0)
    console.error('The server ended; it starts again when a file changes.')
  })
}

async function restart() {
  const { build } = await import('./build.mjs')
  try {
    await build()
  } catch {
    return // esbuild has shown what is wrong; the server that runs stays
  }
  if (server) {
    const old = server
    server = null
    old.kill('SIGTERM')
    await once(old, 'exit')
  }
  if (!stopping) startServer()
}

let turn = makeReady({ withDevelopment: true }).then(startServer)
await turn
watch(`${root}src`, { recursive: true }, (_, file) => {
  if (!file || /\.test\.tsx?$|~$/.test(file)) return
  clearTimeout(pending)
  pending = setTimeout(() => {
    turn = turn.then(restart)
  }, 100)
})
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true
    clearTimeout(pending)
    if (server) server.kill(signal)
    else process.exit(0)
  })
}
