/** Work behind the scenes: that something happened is public, what was written is not, until it is published. */
const inner: readonly string[] = ['page.written', 'page.planned', 'page.called-off', 'page.illustrated', 'moderation.reported']
export const isInner = (fact: string): boolean => inner.includes(fact)

/** A digest as people compare it: its beginning and its end. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 8)}…${digest.slice(-4)}`
