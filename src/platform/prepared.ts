import type { PoolClient } from 'pg'

/**
 * Statements that come again and again are prepared once per connection under a name: for our larger queries reading and planning the text costs the
 * server several times what answering does. Few are named, because each connection keeps each plan; a text that comes rarely stays unnamed.
 */
const oftenEnough = 4
const mostNames = 200
const mostTexts = 2_000
const longest = 6_000

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

/** Lets the connections of a pool name what comes often. Only statements with parameters: the others (begin, commit) are cheap as they are. */
export function openPreparing(): (client: PoolClient) => void {
  const naming = openNaming()
  return client => {
    const plain = client.query.bind(client) as unknown as Query
    const query: Query = (text, values, ...rest) => {
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return plain(text, values, ...rest)
      const name = naming.nameOf(text)
      if (!name) return plain(text, values, ...rest)
      const answer = plain({ name, text, values }, ...rest)
      return answer instanceof Promise ? answer.catch(error => giveUp(naming, text, error)) : answer
    }
    client.query = query as unknown as PoolClient['query']
  }
}

/** A table changed its shape under a kept plan (another instance has migrated): this text is asked without a name from now on. */
function giveUp(naming: Naming, text: string, error: unknown): never {
  if (/cached plan must not change/.test(String(error))) naming.ban(text)
  throw error
}
