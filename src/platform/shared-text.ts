import { diffWordsWithSpace } from 'diff'
import * as Y from 'yjs'

/** A text that several people write at once: updates of it may come in any order and more than once. The words stand in one root, `text`. */
export type SharedText = Y.Doc

export const wordsOf = (text: SharedText): string => text.getText('text').toString()
export const stateOf = (text: SharedText): Uint8Array => Y.encodeStateAsUpdate(text)
export const vectorOf = (text: SharedText): Uint8Array => Y.encodeStateVector(text)

export function openText(updates: readonly Uint8Array[]): SharedText {
  const text = new Y.Doc()
  text.transact(() => {
    for (const update of updates) Y.applyUpdate(text, update)
  })
  return text
}

export function seedOf(words: string): Uint8Array {
  const text = new Y.Doc()
  text.getText('text').insert(0, words)
  return stateOf(text)
}

/** What somebody with this state vector lacks; undefined where it is no state vector. */
export const missingFrom = (text: SharedText, vector: Uint8Array): Uint8Array | undefined => tried(() => Y.encodeStateAsUpdate(text, vector))

/** False where the bytes are no update, or hold anything beside the words. */
export const applied = (text: SharedText, update: Uint8Array): boolean =>
  tried(() => {
    Y.applyUpdate(text, update)
    return [...text.share.keys()].every(root => root === 'text')
  }) ?? false

/** Makes the words say `after`, word by word, so that what others write between them stays in its place; answers with the update, if any. */
export function rewrite(text: SharedText, after: string): Uint8Array | undefined {
  const [before, root, known] = [wordsOf(text), text.getText('text'), vectorOf(text)]
  if (before === after) return undefined
  const changes = diffWordsWithSpace(before, after, { timeout: 400 }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  let at = 0
  text.transact(() => {
    for (const { value, added, removed } of changes) {
      if (removed) root.delete(at, value.length)
      else if (added) root.insert(at, value)
      if (!removed) at += value.length
    }
  })
  return Y.encodeStateAsUpdate(text, known)
}

// bytes from outside are the edge of a foreign package: it throws at what it cannot read
function tried<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
