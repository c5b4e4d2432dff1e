import type { Socket } from 'node:net'
import type { PoolClient } from 'pg'

/**
 * Statements that come again and again are prepared once per connection under a name: for our larger queries reading and planning the text costs the
 * server several times what answering does. Few are named, because each connection keeps each plan; a text that comes rarely stays unnamed.
 */
const oftenEnough = 4
const mostNames = 200
const mostTexts = 2_000
const longest = 20_000

type Query = (...args: readonly unknown[]) => unknown
type Naming = { readonly nameOf: (text: string) => string | undefined; readonly ban: (text: string) => void }

/** The names of one database: its connections share them, and each prepares them for itself. */
function openNaming(): Naming {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  const banned = new Set<string>()
  let made = 0
  return {
    nameOf(text) {
      const known = names.get(text)
      if (known || text.length > longest || names.size >= mostNames || banned.has(text)) return known
      const times = (seen.get(text) ?? 0) + 1
      if (times < oftenEnough) {
        if (seen.size >= mostTexts) seen.clear()
        seen.set(text, times)
        return undefined
      }
      made += 1
      const name = `often_${made}`
      seen.delete(text)
      names.set(text, name)
      return name
    },
    ban(text) {
      banned.add(text)
      names.delete(text)
    },
  }
}

/**
 * Lets the connections of a pool name what comes often (statements with parameters: the others are cheap as they are) and, where they send one statement
 * behind the other without waiting, lets `begin` travel together with the first statement of the transaction.
 */
export function openPreparing(pipelined: boolean): (client: PoolClient) => void {
  const naming = openNaming()
  return client => {
    const plain = client.query.bind(client) as unknown as Query
    const query: Query = (text, values, ...rest) => {
      if (typeof text !== 'string') return plain(text, values, ...rest)
      if (pipelined && text === 'begin' && rest.length === 0 && typeof values !== 'function') return beginWith(client, plain)
      if (!Array.isArray(values) || values.length === 0) return plain(text, values, ...rest)
      const name = naming.nameOf(text)
      if (!name) return plain(text, values, ...rest)
      const answer = plain({ name, text, values }, ...rest)
      return answer instanceof Promise ? answer.catch(error => giveUp(naming, text, error)) : answer
    }
    client.query = query as unknown as PoolClient['query']
  }
}

const begun = { command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] }

/** Should `begin` fail, the connection is torn: nothing behind it may be done outside of a transaction. */
function beginWith(client: PoolClient, plain: Query): Promise<typeof begun> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  ;(plain('begin') as Promise<unknown>).catch(error => stream.destroy(error))
  process.nextTick(() => stream.uncork())
  return Promise.resolve(begun)
}

/** A table changed its shape under a kept plan (another instance has migrated): this text is asked without a name from now on. */
function giveUp(naming: Naming, text: string, error: unknown): never {
  if (/cached plan must not change/.test(String(error))) naming.ban(text)
  throw error
}
