/** A city unit that gives advice and reviews: who it is, what it knows, and in how many days it answers. */
export type Unit = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly topics: readonly string[]
  readonly slaDays: number
  readonly version: number
}
export type UnitFields = Pick<Unit, 'code' | 'name' | 'topics' | 'slaDays'>
