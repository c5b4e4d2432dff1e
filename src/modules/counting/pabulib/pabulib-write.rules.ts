import { metaFields, projectFields } from '#modules/counting/pabulib/check-fields.rules.ts'
import { pabulibRecords } from '#modules/counting/pabulib/pabulib-fields.rules.ts'
import { smallestGroup } from '#modules/counting/results/voters.rules.ts'

/** A Pabulib file as three tables of plain values. */
type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** One record of a file: quotes only where a value would be read otherwise. */
const written = (fields: readonly string[]): string =>
  fields.map(field => (/[;"\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(';')
const writtenSheets = (sheets: readonly Sheet[]): string => `${sheets.flatMap(({ name, rows }) => [name, ...rows.map(written)]).join('\n')}\n`

function sheetsOf(text: string): Sheet[] {
  const sheets: { name: string; rows: (readonly string[])[] }[] = []
  const records = pabulibRecords()
  for (const line of text.split(/\r?\n/)) {
    const record = records.take(line)
    if (!record || record.text === '') continue
    if (['META', 'PROJECTS', 'VOTES'].includes(record.text)) sheets.push({ name: record.text, rows: [] })
    else sheets.at(-1)?.rows.push(record.fields ?? [record.text])
  }
  return sheets
}

/** Everything that the file says, in the same order: line ends, quotes that nothing needs and empty lines at the end are made alike. */
export const writeFaithful = (text: string): string => writtenSheets(sheetsOf(text))

export type PrivateWhy = 'few-ballots' | 'no-votes'
/**
 * For our own votes: nothing about people, only what they marked and the points they gave. Ballots are shuffled and numbered anew, and marks without an order
 * stand in the order of the list, since an order of one's own could be known again. Fewer ballots than `smallestGroup` are not published one by one.
 */
export function writePrivate(
  text: string,
  below: (most: number) => number,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: PrivateWhy } {
  const sheets = sheetsOf(text)
  const [meta, projects, votes] = ['META', 'PROJECTS', 'VOTES'].map(name => sheets.find(sheet => sheet.name === name)?.rows ?? [])
  const [named = [], ...ballots] = votes ?? []
  const head = named.map(column => column.trim().toLowerCase())
  const [voteAt, pointsAt] = [head.indexOf('vote'), head.indexOf('points')]
  if (voteAt < 0) return { ok: false, why: 'no-votes' }
  if (ballots.length < smallestGroup) return { ok: false, why: 'few-ballots' }
  const [columns = [], ...listed] = projects ?? []
  const kept = columns.flatMap((column, i) => (ofProjects.has(column.trim().toLowerCase()) ? [i] : []))
  const order = new Map(listed.map((row, i) => [row[columns.indexOf('project_id')] ?? '', i]))
  const isOrdered = (meta ?? []).some(([key, value]) => key === 'vote_type' && value === 'ordinal')
  const plain = ballots.map(row => {
    const [ids, points] = [row[voteAt]?.split(',') ?? [], pointsAt < 0 ? undefined : row[pointsAt]?.split(',')]
    const places = ids.map((_, i) => i)
    const giving = (i: number) => Number(points?.[i] ?? 0)
    if (!isOrdered) places.sort((a, b) => giving(b) - giving(a) || (order.get(ids[a] ?? '') ?? 0) - (order.get(ids[b] ?? '') ?? 0))
    const marked = places.map(i => ids[i] ?? '').join(',')
    return points ? [marked, places.map(i => points[i] ?? '').join(',')] : [marked]
  })
  shuffle(plain, below)
  return {
    ok: true,
    text: writtenSheets([
      { name: 'META', rows: (meta ?? []).filter(([key = ''], i) => i === 0 || ofElection.has(key.trim())) },
      { name: 'PROJECTS', rows: [columns, ...listed].map(row => kept.map(i => fitted(row, columns)[i] ?? '')) },
      { name: 'VOTES', rows: [['voter_id', 'vote', ...(pointsAt < 0 ? [] : ['points'])], ...plain.map((ballot, i) => [String(i + 1), ...ballot])] },
    ]),
  }
}
/** Only what the format knows. Who proposed something is on the project's own page, with their consent; a file stays for ever. */
const ofProjects: ReadonlySet<string> = new Set(['target', ...projectFields.filter(field => field !== 'proposer' && field !== 'description')])
const ofElection: ReadonlySet<string> = new Set(metaFields.filter(field => field !== 'comment'))
/** A name with a semicolon that nobody quoted: the reader takes it so too. */
function fitted(row: readonly string[], columns: readonly string[]): readonly string[] {
  const [extra, name] = [row.length - columns.length, columns.indexOf('name')]
  return extra > 0 && name >= 0 ? [...row.slice(0, name), row.slice(name, name + extra + 1).join(';'), ...row.slice(name + extra + 1)] : row
}
function shuffle<T>(list: T[], below: (most: number) => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = below(i + 1)
    ;[list[i], list[j]] = [list[j] as T, list[i] as T]
  }
}
