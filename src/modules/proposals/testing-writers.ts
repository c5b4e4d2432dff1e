import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket as Socket } from 'ws'
import type { Actor } from '#kit/actor.ts'
import { openRooms } from '#modules/proposals/drafting/rooms.routes.ts'
import type { keepTyped } from '#modules/proposals/drafting/together.actions.ts'
import { paths, url } from '#paths'
import { readConfig } from '#platform/config.ts'
import type { Db } from '#platform/db.ts'
import { type LineState, openSharedLine, type Person } from '#ui/islands/shared-line.ts'
import { sessionCookie } from '#web/session.ts'
import { openSockets } from '#web/sockets.ts'

export type Relay = Awaited<ReturnType<typeof openRelay>>

/** The lines of one instance on a real port; sessions are in `sessions`, by person. */
export async function openRelay(
  db: Db,
  sessions: Map<string, Actor>,
  options: { port?: number; keep?: typeof keepTyped; rest?: number; now?: Date } = {},
) {
  const config = readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATA_DIR: '/nonexistent', LOG_LEVEL: 'silent' })
  const rooms = openRooms(options)
  const readSession = async (_: Db, token: string) => {
    const actor = sessions.get(token)
    return actor && { actor, locale: 'pl' as const, sessionId: token }
  }
  const sockets = openSockets({ config, db, modules: [{ sockets: [rooms] }], readSession, now: async () => options.now ?? new Date() })
  const open = new Set<Duplex>()
  const server = createServer().on('upgrade', sockets.accept)
  server.on('connection', socket => open.add(socket.on('close', () => open.delete(socket))))
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    rooms,
    /** Lines stay open and say nothing more, as in a tunnel. */
    mute() {
      for (const socket of open) socket.pause()
    },
    /** Lines break, nothing is tidied up. */
    async kill() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
    async stop() {
      await sockets.close()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Somebody at a browser, without the browser: the very line that the page uses. `offline` cuts it until it is taken back. */
export function openWriter(address: () => string, cookie: string, place: { id: string; section: string }, silence = 60_000) {
  const path = url(paths.projectSectionLine, place)
  let socket: Socket | undefined
  let offline = false
  const seen: LineState[] = []
  let people: readonly Person[] = []
  let unsent: Uint8Array | undefined
  const line = openSharedLine({
    connect() {
      const here = address()
      socket = new Socket(`${offline ? 'ws://127.0.0.1:1' : here.replace('http', 'ws')}${path}`, { headers: { Cookie: cookie, Origin: here } })
      return socket as unknown as WebSocket
    },
    onState: state => seen.push(state),
    onPeople: now => {
      people = now
    },
    keep: now => {
      unsent = now
    },
    gather: 20,
    patience: 30,
    silence,
  })
  return {
    ...line,
    seen,
    people: () => people,
    unsent: () => unsent,
    words: () => line.text.toString(),
    cut(until = false) {
      offline = until
      socket?.terminate()
    },
    online() {
      offline = false
    },
  }
}
export type Writer = ReturnType<typeof openWriter>
export const writerAt = (relay: () => Relay, actor: Actor, place: { id: string; section: string }): Writer =>
  openWriter(() => `http://127.0.0.1:${relay().port}`, `${sessionCookie}=${actor.id}`, place)

/** Waits until it is so; a story that never comes true ends with its sentence. */
export async function until(what: string, so: () => boolean | Promise<boolean>, tries = 4_000): Promise<void> {
  for (let i = 0; i < tries; i++) {
    if (await so()) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error(`it never came: ${what}`)
}
