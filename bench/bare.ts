import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The floor: bare node:http that sends one answer, head and body to the byte, to whoever asks. */
const [file = ''] = process.argv.slice(2)
const { head, body: text } = JSON.parse(readFileSync(file, 'utf8')) as { head: Record<string, string>; body: string }
const body = Buffer.from(text)
const server = createServer((_, response) => response.writeHead(200, head).end(body))
server.keepAliveTimeout = 65_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
