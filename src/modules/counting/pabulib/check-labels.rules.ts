import type { CheckCode } from '#modules/counting/pabulib/check-fields.rules.ts'

type Find = (code: CheckCode, what?: string, line?: number) => void
/** Lists of META, and the columns that take their labels from them. */
const lists = { categories: ['category'], neighborhoods: ['neighborhood'], subdistricts: ['subunit'] } as const
type List = keyof typeof lists
const labelsOf = (text: string) => text.split(',').flatMap(label => label.trim() || [])

/** Labels that META lists must be the ones that projects and ballots use. */
export function labelCheck(find: Find) {
  const used = new Map<List, Set<string>>()
  return {
    /** One project or ballot; `value` gives a column of it. `meta` gives a field of META. */
    take(meta: (key: string) => string, value: (column: string) => string): void {
      for (const [list, columns] of Object.entries(lists) as [List, readonly string[]][]) {
        const listed = labelsOf(meta(list))
        // some files only say that there are such parts
        if (listed.length === 0 || meta(list) === 'True') continue
        const seen = used.get(list) ?? new Set()
        used.set(list, seen)
        for (const label of columns.flatMap(column => labelsOf(value(column)))) {
          if (!listed.includes(label)) find('label-unknown', `${columns[0]}: ${label}`)
          else seen.add(label)
        }
      }
    },
    end(meta: (key: string) => string, lineOf: (key: string) => number): void {
      for (const [list, seen] of used)
        for (const label of labelsOf(meta(list))) if (!seen.has(label)) find('label-unused', `${list}: ${label}`, lineOf(list))
    },
  }
}
