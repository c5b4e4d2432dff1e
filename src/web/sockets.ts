import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isSomebody } from '#kit/actor.ts'
import type { Path } from '#paths'
import type { Config } from '#platform/config.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { sameHouse } from '#web/security.ts'
import { type ReadSession, sessionCookie } from '#web/session.ts'

/** One open line of one browser tab. */
export type Line = {
  readonly params: Readonly<Record<string, string>>
  /** Who speaks, asked anew: undefined once the session has ended. */
  readonly ctx: () => Promise<Ctx | undefined>
  readonly send: (message: string | Uint8Array) => void
  readonly close: () => void
}
/** What a line brings: words for the machine, or bytes. */
export type Heard = { readonly words: string } | { readonly bytes: Uint8Array }
export type Ear = { readonly hear: (message: Heard) => void; readonly gone: () => void }
/** A door for lines. Whoever is not signed in is turned away before; everything else is asked with each message. */
export type SocketDoor = { readonly path: Path; readonly open: (line: Line) => Ear; readonly close: () => Promise<void> }

export type Sockets = { readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void; readonly close: () => Promise<void> }
type Options = {
  readonly config: Config
  readonly db: Db
  readonly modules: readonly { readonly sockets?: readonly SocketDoor[] }[]
  readonly readSession: ReadSession
  readonly now: () => Promise<Date>
  readonly onError?: (error: unknown) => void
}

const mostLines = 4_000
const mostOfOne = 20
const mostBytes = 256 * 1024
const mostUnread = 1024 * 1024
const beat = 25_000
/** So many messages at once, and so many a second after that; a person's fingers and carets need a tenth. */
const burst = 200
const pace = 40

export function openSockets(options: Options): Sockets {
  const { config, modules, onError = () => {} } = options
  const doors = modules.flatMap(({ sockets = [] }) => sockets).map(door => ({ ...door, match: matcher(door.path) }))
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes, perMessageDeflate: false })
  const people = new Map<string, number>()
  const silent = new WeakSet<WebSocket>()
  // a line whose other end is gone says nothing: it is asked, and let go when it does not answer
  const beating = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      socket.ping()
    }
  }, beat)
  beating.unref()

  async function accept(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = request.url?.split('?')[0] ?? ''
    const door = doors.find(({ match }) => match(path))
    const token = cookieOf(request)
    if (!door) return refuse(socket, 404)
    if (!sameHouse(request.headers.origin ?? '', config)) return refuse(socket, 403)
    const ctx = await contextOf(options, token)
    if (!ctx) return refuse(socket, 401)
    const mine = people.get(ctx.actor.id) ?? 0
    if (server.clients.size >= mostLines || mine >= mostOfOne) return refuse(socket, 503)
    server.handleUpgrade(request, socket, head, line => {
      people.set(ctx.actor.id, (people.get(ctx.actor.id) ?? 0) + 1)
      line.on('close', () => {
        const left = (people.get(ctx.actor.id) ?? 1) - 1
        if (left === 0) people.delete(ctx.actor.id)
        else people.set(ctx.actor.id, left)
      })
      line.on('pong', () => silent.delete(line))
      attend(line, door.open({ params: door.match(path) ?? {}, ctx: () => contextOf(options, token), ...mouthOf(line) }))
    })
  }
  return {
    accept(request, socket, head) {
      socket.on('error', () => {})
      accept(request, socket, head).catch(error => {
        onError(error)
        refuse(socket, 500)
      })
    },
    async close() {
      clearInterval(beating)
      await Promise.all(doors.map(door => door.close()))
      for (const line of server.clients) line.terminate()
    },
  }
}

const mouthOf = (line: WebSocket): Pick<Line, 'send' | 'close'> => ({
  send(message) {
    // whoever does not read is let go, and catches up when they come back
    if (line.bufferedAmount > mostUnread) line.terminate()
    else if (line.readyState === line.OPEN) line.send(message)
  },
  close: () => line.close(),
})

function attend(line: WebSocket, { hear, gone }: Ear): void {
  let [left, since] = [burst, performance.now()]
  line.on('message', (data: Buffer, binary) => {
    const now = performance.now()
    left = Math.min(burst, left + ((now - since) * pace) / 1000) - 1
    since = now
    if (left < 0) return line.close(1013)
    hear(binary ? { bytes: new Uint8Array(data) } : { words: data.toString() })
  })
  line.on('error', () => line.terminate())
  line.on('close', gone)
}

async function contextOf({ db, readSession, now }: Options, token: string): Promise<Ctx | undefined> {
  const session = await readSession(db, token, new Date())
  if (!session || !isSomebody(session.actor)) return undefined
  return { db, actor: session.actor, now: await now(), wall: new Date(), locale: session.locale }
}

const cookieOf = ({ headers }: IncomingMessage): string => new RegExp(`(?:^|; )${sessionCookie}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? ''

/** `/projekty/:id` as a question to an address: its parts by name, or nothing. */
function matcher(path: Path): (address: string) => Record<string, string> | undefined {
  const shape = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[\\w-]+)')}$`)
  return address => shape.exec(address)?.groups
}

const refuse = (socket: Duplex, status: number): void =>
  void socket.end(`HTTP/1.1 ${status} ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
