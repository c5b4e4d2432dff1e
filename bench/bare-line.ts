import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** The floor of the lines: bare ws that sends back what it hears, and nothing more. */
const server = createServer()
const lines = new WebSocketServer({ server, perMessageDeflate: false })
lines.on('connection', line => line.on('message', (data, binary) => line.send(data, { binary })))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
