import { diffWordsWithSpace } from 'diff'

export type DiffPart = { readonly text: string; readonly kind: 'same' | 'added' | 'removed' }

/** What changed between two texts, word by word. Texts too different to compare in time are shown as one taken out and one put in. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { timeout: 400 })
  const parts = changes?.map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' }) as const)
  return (
    parts ?? [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ]
  )
}
