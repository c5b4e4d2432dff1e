import type { PabulibFault, PabulibProject, PabulibRead, Wrong } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { type PabulibRecord, pabulibRecords } from '#modules/counting/pabulib/pabulib-fields.rules.ts'
import { decimal, grosze, readSettings, type Settings } from '#modules/counting/pabulib/pabulib-meta.rules.ts'

type Counted = Omit<PabulibProject, 'votes' | 'points' | 'marks'> & { votes: number; points: number; marks: number[]; lastBallot: number }
type Section = 'META' | 'PROJECTS' | 'VOTES'
const sections: readonly string[] = ['META', 'PROJECTS', 'VOTES'] satisfies readonly Section[]
/** Far above any real vote; what is read must not fill the memory. */
const [mostKeys, mostProjects] = [1000, 100_000]
const withdrawnCost = '999999999'

/** Told of each ballot as it is read: the projects in the order of the ballot and the points each got. */
export type OnBallot = (projects: readonly string[], points: readonly number[]) => void

/** Takes the lines of a file one by one; `line` answers the first fault, after which reading must stop; `end` gives what was read. */
export function pabulibReader(onBallot?: OnBallot): { line(text: string): PabulibFault | undefined; end(): PabulibRead } {
  const records = pabulibRecords()
  let section: Section | undefined
  let header: readonly string[] | undefined
  const seen = new Set<Section>()
  const meta = new Map<string, string>()
  const metaLines = new Map<string, number>()
  const projects = new Map<string, Counted>()
  let ballots = 0
  let readBallot: ((fields: readonly string[]) => Wrong | undefined) | undefined

  function take({ text, begun, fields }: PabulibRecord): Wrong | undefined {
    if (text === '') return undefined
    if (sections.includes(text)) return open(text as Section)
    if (!section) return ['no-section', text.slice(0, 40)]
    if (!fields) return ['open-quote', text.slice(0, 60)]
    if (!header) return readHeader(section, fields)
    if (section === 'META') return readMeta(fields, begun)
    if (section === 'PROJECTS') return readProject(header, fields, projects)
    ballots += 1
    return readBallot?.(fields)
  }
  function open(name: Section): Wrong | undefined {
    if (seen.has(name)) return ['section-twice', name]
    seen.add(name)
    ;[section, header] = [name, undefined]
    return undefined
  }
  function readHeader(name: Section, fields: readonly string[]): Wrong | undefined {
    header = fields.map(field => field.trim().toLowerCase())
    const missing = required[name].find(column => !header?.includes(column))
    if (missing) return ['no-column', `${name}: ${missing}`]
    if (new Set(header).size < header.length) return ['column-twice', header.join(';').slice(0, 60)]
    if (name !== 'VOTES') return undefined
    const settings = readSettings(meta)
    if (!settings.ok) return settings.wrong
    // places are counted only where a ballot is a ranking
    const places = settings.value.voteType === 'ordinal' ? Math.min(3, settings.value.maxLength) : 0
    for (const project of projects.values()) project.marks = Array(places).fill(0)
    readBallot = ballotReader(header, settings.value, projects, () => ballots, onBallot)
    return undefined
  }
  function readMeta([key = '', ...values]: readonly string[], number: number): Wrong | undefined {
    if (meta.size >= mostKeys) return ['too-many', 'META']
    if (meta.has(key.trim())) return ['key-twice', key.trim()]
    meta.set(key.trim(), values.join(';').trim())
    metaLines.set(key.trim(), number)
    return undefined
  }

  return {
    line(text) {
      const record = records.take(text)
      const wrong = record && take(record)
      return wrong && { line: wrong[2] ? (metaLines.get(wrong[2]) ?? record.begun) : record.begun, why: wrong[0], what: wrong[1].slice(0, 80) }
    },
    end() {
      const fault = (why: PabulibFault['why'], what: string, line = Math.max(1, records.number())): PabulibRead => ({
        ok: false,
        fault: { line, why, what },
      })
      const quote = records.open()
      if (quote) return fault('open-quote', quote.text.slice(0, 60), quote.begun)
      const missing = sections.find(name => !seen.has(name as Section))
      if (missing) return fault('no-section', missing)
      const settings = readSettings(meta)
      if (!settings.ok) return fault(settings.wrong[0], settings.wrong[1], metaLines.get(settings.wrong[2] ?? ''))
      if (settings.value.numProjects !== projects.size)
        return fault('num-projects', `${settings.value.numProjects} ≠ ${projects.size}`, metaLines.get('num_projects'))
      if (settings.value.numVotes !== ballots) return fault('num-votes', `${settings.value.numVotes} ≠ ${ballots}`, metaLines.get('num_votes'))
      const { numProjects: _p, numVotes: _v, ...election } = settings.value
      return {
        ok: true,
        ruleLine: metaLines.get('rule') ?? 0,
        election: {
          ...election,
          ballots,
          projects: [...projects.values()].map(({ lastBallot: _, points, ...project }) => ({ ...project, points: toThousandth(points) })),
        },
      }
    },
  }
}

/** Sums of points with decimals drift from what anybody gets by hand; no ballot gives finer ones. */
const toThousandth = (points: number): number => Math.round(points * 1000) / 1000

const required = { META: ['key', 'value'], PROJECTS: ['project_id', 'cost'], VOTES: ['voter_id', 'vote'] } as const

function readProject(header: readonly string[], fields: readonly string[], projects: Map<string, Counted>): Wrong | undefined {
  const values = fitted(header, fields)
  if (!values) return ['columns', `${fields.length} ≠ ${header.length}`]
  const value = (column: string) => values[header.indexOf(column)]?.trim() || undefined
  const id = value('project_id')
  if (!id) return ['no-column', 'project_id']
  if (projects.has(id)) return ['project-twice', id]
  if (projects.size >= mostProjects) return ['too-many', 'PROJECTS']
  const written = value('cost') ?? ''
  const cost = grosze(written)
  if (cost === undefined) return ['not-money', `cost: ${written}`]
  const numbers = { votes: value('votes'), score: value('score'), selected: value('selected') }
  const odd = Object.entries(numbers).find(([, number]) => number !== undefined && decimal(number) === undefined)
  if (odd) return ['not-number', `${odd[0]}: ${odd[1]}`]
  const [lat, lon] = [value('latitude'), value('longitude')]
  if ((lat === undefined) !== (lon === undefined)) return ['half-point', id]
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const point =
    lat !== undefined && lon !== undefined && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180
      ? { lon: Number(lon), lat: Number(lat) }
      : undefined
  projects.set(id, {
    id,
    title: value('name') ?? id,
    category: value('category'),
    cost: written.replace(/\.0+$/, '') === withdrawnCost ? undefined : cost,
    point,
    official: { votes: number(numbers.votes), score: number(numbers.score), selected: number(numbers.selected) },
    votes: 0,
    points: 0,
    marks: [],
    lastBallot: 0,
  })
  return undefined
}

/** A name with a semicolon that nobody quoted makes one field too many: what stands after the name is counted from the end. */
function fitted(header: readonly string[], fields: readonly string[]): readonly string[] | undefined {
  const extra = fields.length - header.length
  const name = header.indexOf('name')
  if (extra === 0) return fields
  if (extra < 0 || name < 0) return undefined
  return [...fields.slice(0, name), fields.slice(name, name + extra + 1).join(';'), ...fields.slice(name + extra + 1)]
}

function ballotReader(
  header: readonly string[],
  settings: Settings,
  projects: ReadonlyMap<string, Counted>,
  ballotNo: () => number,
  onBallot: OnBallot | undefined,
) {
  const [voteAt, pointsAt] = [header.indexOf('vote'), header.indexOf('points')]
  const { voteType, maxLength } = settings
  return (fields: readonly string[]): Wrong | undefined => {
    if (fields.length !== header.length) return ['columns', `${fields.length} ≠ ${header.length}`]
    const vote = fields[voteAt] ?? ''
    if (vote === '') return undefined
    const marked = vote.split(',')
    const points = pointsAt < 0 || voteType === 'approval' || voteType === 'choose-1' ? undefined : fields[pointsAt]?.split(',')
    if (points && points.length !== marked.length) return ['points-length', `${vote} / ${fields[pointsAt]}`]
    if (marked.length > maxLength) return ['ballot-too-long', vote]
    const gave: number[] = []
    const number = ballotNo()
    // millions of marks: an iterator of pairs is felt here
    for (let i = 0; i < marked.length; i += 1) {
      const id = marked[i] ?? ''
      const project = projects.get(id)
      if (!project) return ['unknown-project', id]
      if (project.lastBallot === number) return ['marked-twice', id]
      const given = points ? decimal(points[i]) : voteType === 'ordinal' ? maxLength - i : 1
      if (given === undefined || Math.abs(given) >= 1e6) return ['not-number', `points: ${points?.[i]}`]
      project.lastBallot = number
      project.votes += 1
      project.points += given
      gave.push(given)
      if (i < project.marks.length) project.marks[i] = (project.marks[i] ?? 0) + 1
    }
    onBallot?.(marked, gave)
    return undefined
  }
}
