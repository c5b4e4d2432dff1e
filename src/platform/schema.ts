/** Every table of the product. Empty here: each store adds the rows it owns by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: each store adds its own tables
export interface Tables {}
