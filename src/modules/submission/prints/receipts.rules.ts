/** What everybody may know of a version that was handed in: no name, and no text that moderation may have hidden. */
export type Receipt = {
  readonly publicNo: string
  readonly version: number
  readonly hash: string
  readonly at: Date
  readonly withdrawn: boolean
  /** Another version has taken its place since, after a call to complete. */
  readonly completed: boolean
}

/** As it is copied from paper: in any case, with spaces anywhere. */
export const plainNumber = (typed: string): string => typed.toUpperCase().replace(/\s/g, '')
export const plainHash = (typed: string): string => typed.toLowerCase().replace(/\s/g, '')

/** Four groups of the hash are enough: nobody finds by chance another version that begins alike. */
export const hashLeast = 16
export const isHash = (typed: string): boolean => new RegExp(`^[0-9a-f]{${hashLeast},64}$`).test(plainHash(typed))
