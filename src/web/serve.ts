import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from '#web/http.ts'
import type { Live } from '#web/live.ts'
import type { PageCache } from '#web/page-cache.ts'
import type { Sockets } from '#web/sockets.ts'

export type Serving = { readonly port: number; readonly server: Server; stop(): Promise<void> }

/** Listens. A kept page and the live line are answered before the app is troubled. */
export async function serve(options: {
  app: Hono<Env>
  cache: PageCache
  live: Live
  sockets?: Sockets
  host: string
  port: number
}): Promise<Serving> {
  const { app, cache, live, sockets, host, port } = options
  const answer = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    if (!cache.answer(request, response) && !live.accept(request, response)) void answer(request, response)
  })
  if (sockets) server.on('upgrade', sockets.accept)
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    server,
    async stop() {
      live.close()
      await sockets?.close()
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      // whoever is still reading gets a moment to finish
      const late = setTimeout(() => server.closeAllConnections(), 5_000)
      await closed
      clearTimeout(late)
    },
  }
}
