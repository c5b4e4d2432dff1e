/** A table as it came: the names of its columns and its rows, each with the line it ends in. */
export type TypedTable = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly line: number; readonly values: readonly string[] }[]
}
/** A name of a column as people write it in tables: without case, accents, spaces and signs. */
export const plainColumn = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
