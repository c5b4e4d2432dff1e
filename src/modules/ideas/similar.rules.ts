export type PastProject = {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly won: boolean
  readonly votes: number
  readonly cost: number | null
  /** Where it stands in the archive. */
  readonly edition: string
  readonly pool: string
  readonly slug: string
}
export type SimilarThings = { readonly ideas: readonly { readonly id: string; readonly title: string }[]; readonly past: readonly PastProject[] }
