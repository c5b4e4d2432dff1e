import { diffWordsWithSpace } from 'diff'

export type DiffPart = { readonly text: string; readonly kind: 'same' | 'added' | 'removed' }

/** What changed between two texts, word by word. Texts too different to compare in time are shown as one taken out and one put in. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { timeout: 400 })
  if (!changes) {
    return [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ]
  }
  return changes.map(({ value, added, removed }) => shortened({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' }))
}

const around = 120
/** Long stretches that did not change are cut short: what matters is what did. */
const shortened = (part: DiffPart): DiffPart =>
  part.kind === 'same' && part.text.length > 3 * around
    ? { ...part, text: `${part.text.slice(0, around).replace(/\S+$/, '')}… ${part.text.slice(-around).replace(/^\S+\s/, '')}` }
    : part
