import type { Db } from '#platform/db.ts'

/**
 * What every page asks for and hardly ever changes (the edition, the districts) is kept in memory. The ledger says when it has changed: in this process
 * at the very commit, in others by the NOTIFY of the sequencer. A transaction that has itself recorded such a fact asks the database.
 */
type Kept = { readonly value: Promise<unknown>; readonly until: number; there: boolean }
/** What falls by the same facts lies together and falls together. */
type Shelf = { readonly facts: readonly string[]; readonly things: Map<string, Kept> }
type Root = { readonly root: Db; readonly recorded: Set<string> }

// only for what is changed by hand, past the product
const longest = 30_000
const mostThings = 5_000
const cupboards = new WeakMap<Db, Map<string, Shelf>>()
const roots = new WeakMap<Db, Root>()

/** From now on this database's answers may be kept. The running product does so; tests and commands ask anew each time. */
export function startKeeping(db: Db): void {
  cupboards.set(db, new Map())
}

function shelfOf(cupboard: Map<string, Shelf>, facts: readonly string[]): Map<string, Kept> {
  const label = facts.join(' ')
  const shelf = cupboard.get(label) ?? { facts, things: new Map<string, Kept>() }
  cupboard.set(label, shelf)
  if (shelf.things.size >= mostThings) shelf.things.clear()
  return shelf.things
}

/** Facts by the beginnings of their names: `edition.` stands for all that happens to editions. */
export async function kept<T>(db: Db, name: string, facts: readonly string[], load: () => Promise<T>, hold = longest): Promise<T> {
  const { root, recorded } = roots.get(db) ?? { root: db, recorded: undefined }
  const cupboard = cupboards.get(root)
  if (!cupboard || (recorded && touches(recorded, facts))) return load()
  const things = shelfOf(cupboard, facts)
  const found = things.get(name)
  // A transaction holds a connection: it must not wait for an answer that itself waits for one, nor leave what only it sees.
  if (found && found.until > Date.now() && (found.there || !recorded)) return (await found.value) as T
  if (recorded) return load()
  const value = load()
  const mine: Kept = { value, until: Date.now() + hold, there: false }
  // at once, not when it has come: a commit in between takes it away again
  things.set(name, mine)
  try {
    const answer = await value
    mine.there = true
    return answer
  } catch (error) {
    if (things.get(name) === mine) things.delete(name)
    throw error
  }
}

const touches = (recorded: ReadonlySet<string>, facts: readonly string[]) =>
  recorded.size > 0 && [...recorded].some(fact => facts.some(beginning => fact.startsWith(beginning)))

/** Without names: whatever may have happened. */
export function forget(db: Db, recorded?: ReadonlySet<string>): void {
  for (const { facts, things } of cupboards.get(db)?.values() ?? []) if (!recorded || touches(recorded, facts)) things.clear()
}

/** Something that is no fact has changed (a session has ended): forgotten now, or when the transaction is committed. */
export function changed(db: Db, what: string): void {
  const within = roots.get(db)
  if (within) within.recorded.add(what)
  else forget(db, new Set([what]))
}

/** One answer alone is old: whoever has just acted wants to see it, and nobody else has to pay for it. */
export function dropKept(db: Db, name: string): void {
  for (const { things } of cupboards.get(db)?.values() ?? []) things.delete(name)
}

export function followTransaction(root: Db, transaction: Db): ReadonlySet<string> {
  const recorded = new Set<string>()
  roots.set(transaction, { root, recorded })
  return recorded
}
export const noteRecorded = (transaction: Db, fact: string): void => void roots.get(transaction)?.recorded.add(fact)
