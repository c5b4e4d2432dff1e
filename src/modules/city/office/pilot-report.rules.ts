/** A number, or null where it is kept back so that nobody is recognised. */
export type Cell = number | null
export const smallest = 5

/**
 * Keeps back groups of one to four people. Where the sum of a column is known, one kept-back number could be reckoned from the others,
 * so the smallest of the rest is kept back with it, until what is missing can be shared out in more than one way for each; at last the sum itself.
 * Nought is not kept back: nobody is nobody.
 */
export function keepBack(cells: readonly number[], withSum: boolean): { readonly cells: readonly Cell[]; readonly sum: Cell } {
  const hidden = new Set(cells.flatMap((n, at) => (n > 0 && n < smallest ? [at] : [])))
  const sum = cells.reduce((all, n) => all + n, 0)
  if (withSum && hidden.size > 0) {
    const rest = cells.map((n, at) => ({ n, at })).filter(({ n, at }) => n > 0 && !hidden.has(at))
    rest.sort((a, b) => a.n - b.n)
    while (isGuessable(cells, hidden)) {
      const next = rest.shift()
      if (!next) return { cells: cells.map((n, at) => (hidden.has(at) ? null : n)), sum: null }
      hidden.add(next.at)
    }
  }
  return { cells: cells.map((n, at) => (hidden.has(at) ? null : n)), sum: withSum && sum > 0 && sum < smallest ? null : sum }
}

/** Each kept-back group has at least one person: with one group, or with one person in each, there is only one way to share the missing out. */
const isGuessable = (cells: readonly number[], hidden: ReadonlySet<number>): boolean => {
  const missing = [...hidden].reduce((all, at) => all + (cells[at] ?? 0), 0)
  return hidden.size < 2 || missing <= hidden.size
}

export const partsOfPlay = ['said', 'backed', 'talked', 'met', 'voiced', 'drafted'] as const
export type PartOfPlay = (typeof partsOfPlay)[number]

export type DistrictFigures = {
  readonly territoryId: string
  readonly people: number
  readonly attendance: number
  readonly meetings: number
  readonly needs: number
  readonly ideas: number
  readonly drafts: number
  readonly ambassadors: number
}
export type UnitFigures = {
  readonly unit: string
  readonly asked: number
  readonly answered: number
  readonly medianDays: number | null
  readonly p90Days: number | null
}
export type Counted = { readonly key: string; readonly n: number; readonly more: number }
export type Figures = {
  readonly people: ReadonlyMap<PartOfPlay, number>
  readonly everybody: number
  readonly channels: ReadonlyMap<string, number>
  readonly districts: readonly DistrictFigures[]
  readonly units: readonly UnitFigures[]
  readonly meetings: readonly Counted[]
  readonly handovers: readonly Counted[]
  readonly ambassadors: { readonly active: number; readonly trained: number }
}

export const sections = ['people', 'channels', 'districts', 'meetings', 'units', 'ambassadors', 'handovers'] as const
export type Section = (typeof sections)[number]

/** A table of the report before it gets words: keys for rows and columns, and what may be shown. */
export type ReportTable = {
  readonly section: Section
  readonly columns: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly (Cell | undefined)[] }[]
  readonly sum: readonly (Cell | undefined)[] | undefined
}

const column = <T>(rows: readonly T[], read: (row: T) => number, withSum: boolean) => keepBack(rows.map(read), withSum)
/** Put side by side: columns of cells become rows. */
const across = (columns: readonly (readonly (Cell | undefined)[])[], at: number) => columns.map(cells => cells[at])

export function reportTables(figures: Figures, withAmbassadors: boolean): ReportTable[] {
  const people = column(partsOfPlay, part => figures.people.get(part) ?? 0, false)
  const channels = [...figures.channels]
  const voices = column(channels, ([, n]) => n, true)
  const { districts, units, meetings, handovers, ambassadors } = figures
  const inPlaces = column(districts, row => row.people, true)
  const attending = column(districts, row => row.attendance, true)
  const open = (['meetings', 'needs', 'ideas', 'drafts', ...(withAmbassadors ? (['ambassadors'] as const) : [])] as const).map(
    name => [name, districts.map(row => row[name])] as const,
  )
  const places = [inPlaces.cells, attending.cells, ...open.map(([, cells]) => cells)]
  const attended = column(meetings, row => row.more, true)
  const small = (n: number) => keepBack([n], false).cells[0] ?? null
  const sumOf = (cells: readonly number[]) => cells.reduce((all, n) => all + n, 0)
  return [
    {
      section: 'people',
      columns: ['people'],
      rows: [...partsOfPlay.map((key, at) => ({ key, cells: [people.cells[at] ?? null] })), { key: 'everybody', cells: [small(figures.everybody)] }],
      sum: undefined,
    },
    { section: 'channels', columns: ['voices'], rows: channels.map(([key], at) => ({ key, cells: [voices.cells[at] ?? null] })), sum: [voices.sum] },
    {
      section: 'districts',
      columns: ['people', 'attendance', ...open.map(([name]) => name)],
      rows: districts.map(({ territoryId }, at) => ({ key: territoryId, cells: across(places, at) })),
      // a person may act in several districts, so people are not summed up: the sum of all stands in the first table
      sum: [undefined, attending.sum, ...open.map(([name, cells]) => (name === 'ambassadors' ? undefined : sumOf(cells)))],
    },
    {
      section: 'meetings',
      columns: ['meetings', 'attendance'],
      rows: meetings.map(({ key, n }, at) => ({ key, cells: [n, attended.cells[at] ?? null] })),
      sum: [sumOf(meetings.map(({ n }) => n)), attended.sum],
    },
    {
      section: 'units',
      columns: ['asked', 'answered', 'median', 'p90'],
      rows: units.map(({ unit, asked, answered, medianDays, p90Days }) => ({
        key: unit,
        cells: [asked, answered, medianDays ?? undefined, p90Days ?? undefined],
      })),
      sum: undefined,
    },
    ...(withAmbassadors
      ? [
          {
            section: 'ambassadors' as const,
            columns: ['people'],
            rows: [
              { key: 'active', cells: [ambassadors.active] },
              { key: 'trained', cells: [small(ambassadors.trained)] },
            ],
            sum: undefined,
          },
        ]
      : []),
    {
      section: 'handovers',
      columns: ['handed', 'answered'],
      rows: handovers.map(({ key, n, more }) => ({ key, cells: [n, more] })),
      sum: [sumOf(handovers.map(({ n }) => n)), sumOf(handovers.map(({ more }) => more))],
    },
  ]
}
