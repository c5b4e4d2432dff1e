import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Answered = { readonly rate: number; readonly statuses: ReadonlyMap<number, number> }
type Request = (client: number, turn: number) => string | undefined

/** A client as thin as can be, so that it is the server that is measured: raw sockets with keep-alive, one request under way on each. Goes on until the time is over and `least` answers have come. */
export async function load(port: number, clients: number, milliseconds: number, request: Request, least = 0): Promise<Answered> {
  const statuses = new Map<number, number>()
  const start = performance.now()
  const until = start + milliseconds
  let answered = 0
  const oneClient = async (client: number) => {
    const line = await openLine(port)
    for (let turn = 0; performance.now() < until || answered < least; turn++) {
      const text = request(client, turn)
      if (text === undefined) break
      const status = await line.ask(text)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      answered += 1
    }
    line.close()
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => oneClient(client)))
  return { rate: (answered / (performance.now() - start)) * 1000, statuses }
}

const headEnd = Buffer.from('\r\n\r\n')
const chunksEnd = Buffer.from('0\r\n\r\n')

/** One connection with keep-alive, and one request under way on it. */
export async function openLine(port: number): Promise<{ ask(text: string): Promise<number>; close(): void }> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let told: ((status: number) => void) | undefined
  let failed: ((error: Error) => void) | undefined
  let gathered = Buffer.alloc(0)
  let left = -1
  let status = 0
  const finish = () => {
    left = -1
    gathered = Buffer.alloc(0)
    told?.(status)
  }
  socket.on('error', error => failed?.(error))
  socket.on('close', () => failed?.(new Error('the server closed the connection')))
  socket.on('data', part => {
    if (left > 0) {
      left -= part.length
      if (left === 0) finish()
      return
    }
    gathered = gathered.length > 0 ? Buffer.concat([gathered, part]) : part
    const end = gathered.indexOf(headEnd)
    if (end < 0) return
    const head = gathered.toString('latin1', 0, end)
    status = Number(head.slice(9, 12))
    const [, length] = /content-length: (\d+)/i.exec(head) ?? []
    if (length !== undefined) {
      left = Number(length) - (gathered.length - end - 4)
      if (left === 0) finish()
    } else if (gathered.subarray(-5).equals(chunksEnd)) finish()
  })
  return {
    ask: text =>
      new Promise((resolve, reject) => {
        told = resolve
        failed = reject
        socket.write(text)
      }),
    close() {
      failed = undefined
      socket.removeAllListeners('close').destroy()
    },
  }
}

/** Floor and product by turns, so that whatever else the machine does falls on both; the middle of three. */
export async function compare(rounds: number, floor: () => Promise<number>, product: () => Promise<number>) {
  const [floors, products]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    floors.push(await floor())
    await pause(100)
    products.push(await product())
    await pause(100)
  }
  const [base, rate] = [middle(floors), middle(products)]
  return { base, rate, ratio: rate / base }
}

export const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
