import type { Db } from '#platform/db.ts'

/**
 * What every page asks for and hardly ever changes (the edition, the districts) is kept in memory. The ledger says when it has changed: in this process
 * at the very commit, in others by the NOTIFY of the sequencer. A transaction that has itself recorded such a fact asks the database.
 */
type Kept = { readonly value: Promise<unknown>; readonly facts: readonly string[]; readonly until: number }
type Root = { readonly root: Db; readonly recorded: Set<string> }

// only for what is changed by hand, past the product
const longest = 30_000
const shelves = new WeakMap<Db, Map<string, Kept>>()
const roots = new WeakMap<Db, Root>()

/** From now on this database's answers may be kept. The running product does so; tests and commands ask anew each time. */
export function startKeeping(db: Db): void {
  shelves.set(db, new Map())
}

/** Facts by the beginnings of their names: `edition.` stands for all that happens to editions. */
export async function kept<T>(db: Db, name: string, facts: readonly string[], load: () => Promise<T>): Promise<T> {
  const { root, recorded } = roots.get(db) ?? { root: db, recorded: undefined }
  const shelf = shelves.get(root)
  if (!shelf || (recorded && touches(recorded, facts))) return load()
  const found = shelf.get(name)
  if (found && found.until > Date.now()) return (await found.value) as T
  // what a transaction sees may be older or newer than what others see
  if (recorded) return load()
  const value = load()
  const mine: Kept = { value, facts, until: Date.now() + longest }
  // at once, not when it has come: a commit in between takes it away again
  shelf.set(name, mine)
  try {
    return await value
  } catch (error) {
    if (shelf.get(name) === mine) shelf.delete(name)
    throw error
  }
}

const touches = (recorded: ReadonlySet<string>, facts: readonly string[]) =>
  recorded.size > 0 && [...recorded].some(fact => facts.some(beginning => fact.startsWith(beginning)))

/** Without names: whatever may have happened. */
export function forget(db: Db, recorded?: ReadonlySet<string>): void {
  const shelf = shelves.get(db)
  if (!shelf) return
  for (const [name, { facts }] of shelf) if (!recorded || touches(recorded, facts)) shelf.delete(name)
}

export function followTransaction(root: Db, transaction: Db): ReadonlySet<string> {
  const recorded = new Set<string>()
  roots.set(transaction, { root, recorded })
  return recorded
}
export const noteRecorded = (transaction: Db, fact: string): void => void roots.get(transaction)?.recorded.add(fact)
