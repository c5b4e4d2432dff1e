import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/**
 * Calls back on every NOTIFY of the ledger, with the names of the facts, and after every reconnection (something may have been missed).
 * Needs a direct connection.
 */
export function listenToLedger(url: string, onNews: (facts?: ReadonlySet<string>) => void): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  const connect = async () => {
    while (!stopped) {
      try {
        client = new pg.Client({ connectionString: url, keepAlive: true })
        const lost = new Promise<void>(resolve => client?.on('error', () => resolve()).on('end', () => resolve()))
        client.on('notification', ({ payload = '' }) => onNews(new Set(payload.split(' ').slice(1))))
        await client.connect()
        await client.query('listen ledger')
        onNews()
        await lost
      } catch {
        // the database is away: try again below
      }
      await client?.end().catch(() => {})
      if (!stopped) await pause(500)
    }
  }
  const running = connect()
  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => {})
      await running
    },
  }
}
