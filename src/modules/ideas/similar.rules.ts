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

/** Something that resembles what is being written, and how far from it, where both places are known. */
export type SimilarThing = { readonly id: string; readonly title: string; readonly path: string; readonly metres: number | undefined }
export type SimilarThings = {
  readonly needs: readonly SimilarThing[]
  readonly ideas: readonly SimilarThing[]
  readonly projects: readonly SimilarThing[]
  readonly past: readonly PastProject[]
}
