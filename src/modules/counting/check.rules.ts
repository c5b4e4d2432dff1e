import { type CheckCode, type Finding, metaFields, projectFields, voteFields } from '#modules/counting/check-fields.rules.ts'
import { checkMeta, number } from '#modules/counting/check-meta.rules.ts'
import { type Count, countElection, defaultTies, isRuleName, type RuleName } from '#modules/counting/count.rules.ts'
import { ballotBox, electionOf } from '#modules/counting/election.rules.ts'
import { type PabulibElection, pabulibReader } from '#modules/counting/pabulib.rules.ts'
import { pabulibFields } from '#modules/counting/pabulib-fields.rules.ts'

type Section = 'META' | 'PROJECTS' | 'VOTES'
const columnsOf = { META: ['key', 'value'], PROJECTS: projectFields, VOTES: voteFields } as const
/** More than this is not written down, only counted: a broken file of a million lines must not fill the memory. */
const most = 1000

export type Checked = { readonly findings: readonly Finding[]; readonly unwritten: number; readonly ok: boolean }

/**
 * Checks a Pabulib file line by line for all that the format's own checker reports; nothing but merged ballots is held. `line` takes a line without its
 * end, `undefined` where the bytes are not UTF-8.
 */
export function pabulibCheck(): { line(text: string | undefined): void; end(): Checked } {
  const findings: Finding[] = []
  let [at, unwritten, errors, empty] = [0, 0, 0, 0]
  const find = (code: CheckCode, what = '', line = at) => {
    const level = warnings.has(code) ? 'warning' : 'error'
    if (level === 'error') errors += 1
    if (findings.length < most) findings.push({ line, level, code, what: what.slice(0, 80) })
    else unwritten += 1
  }
  const box = ballotBox(false)
  const reader = pabulibReader(box.put)
  const meta = new Map<string, { value: string; line: number }>()
  const costs = new Map<string, number>()
  const lines = new Map<string, number>()
  const voters = new Set<string>()
  let [broken, section, header]: [boolean, Section | undefined, readonly string[] | undefined] = [false, undefined, undefined]

  function take(text: string) {
    if (text === 'META' || text === 'PROJECTS' || text === 'VOTES') [section, header] = [text, undefined]
    else {
      const fields = pabulibFields(text)
      if (!section || !fields) return
      if (fields.some(field => field !== field.trim())) find('whitespace', text)
      if (!header) takeHeader(section, fields)
      else if (section === 'META') takeMeta(fields)
      else if (section === 'PROJECTS') takeProject(valuesOf(header, fields))
      else takeVote(valuesOf(header, fields))
    }
  }
  function takeHeader(name: Section, fields: readonly string[]) {
    header = fields.map(field => field.trim())
    for (const column of header) if (!(columnsOf[name] as readonly string[]).includes(column)) find('unknown-column', column)
    if (new Set(header).size < header.length) find('column-twice', header.join(';'))
  }
  function takeMeta([key = '', ...rest]: readonly string[]) {
    const name = key.trim()
    if (meta.has(name)) find('key-twice', name)
    if (!(metaFields as readonly string[]).includes(name)) find('unknown-key', name)
    meta.set(name, { value: rest.join(';').trim(), line: at })
  }
  function takeProject(value: (column: string) => string) {
    const [id, cost] = [value('project_id'), value('cost')]
    lines.set(id, at)
    if (cost === '') find('no-cost', id)
    else if (/\d,\d/.test(cost)) find('comma', cost)
    costs.set(id, Number(cost))
    if (Number(cost) > number(meta, 'budget', Number.POSITIVE_INFINITY) && Number(cost) !== 999_999_999) find('dearer-than-budget', id)
    const [latitude, longitude] = [value('latitude'), value('longitude')]
    if (Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180 || Number.isNaN(Number(latitude) + Number(longitude)))
      find('coordinates', `${latitude} ${longitude}`)
    if (!['', '0', '1', '2', '3'].includes(value('selected'))) find('selected', value('selected'))
  }
  function takeVote(value: (column: string) => string) {
    const voter = value('voter_id')
    if (voters.has(voter)) find('voter-twice', voter)
    voters.add(voter)
    const vote = value('vote')
    const marked = vote === '' ? [] : vote.split(',')
    if (marked.some(id => id !== id.trim())) find('whitespace', vote)
    if (marked.length < number(meta, 'min_length', 1)) find('ballot-too-short', vote)
    const sum = marked.reduce((all, id) => all + (costs.get(id) ?? 0), 0)
    if (sum < number(meta, 'min_sum_cost', 0)) find('costs-below', vote)
    if (sum > number(meta, 'max_sum_cost', Number.POSITIVE_INFINITY)) find('costs-above', vote)
    if (value('points') !== '') takePoints(value('points').split(',').map(Number))
  }
  function takePoints(points: readonly number[]) {
    const all = points.join(',')
    const sum = points.reduce((total, one) => total + one, 0)
    const limit = (key: string, otherwise: number) => number(meta, key, otherwise)
    if (points.some((one, i) => one > (points[i - 1] ?? one))) find('points-unsorted', all)
    if (points.some(one => one < limit('min_points', Number.NEGATIVE_INFINITY))) find('points-below', all)
    if (points.some(one => one > limit('max_points', Number.POSITIVE_INFINITY))) find('points-above', all)
    if (sum < limit('min_sum_points', Number.NEGATIVE_INFINITY)) find('sum-below', all)
    if (sum > limit('max_sum_points', Number.POSITIVE_INFINITY)) find('sum-above', all)
  }
  function read(text: string | undefined) {
    if (broken) return
    const fault = text === undefined ? { why: 'not-utf8' as const, what: '', line: at } : reader.line(text)
    if (fault) find(fault.why, fault.what, fault.line)
    broken = fault !== undefined
  }
  return {
    line(text) {
      at += 1
      read(text)
      if (text === '') empty = empty || at
      // one empty line at the end is allowed, so an empty line is wrong only when something follows it
      else if (empty) {
        find('empty-line', '', empty)
        empty = 0
      }
      if (text) take(at === 1 ? text.replace(/^\uFEFF/, '') : text)
    },
    end() {
      checkMeta(meta, find)
      const result = broken ? undefined : reader.end()
      if (result && !result.ok) find(result.fault.why, result.fault.what, result.fault.line)
      if (result?.ok) checkResult(result.election, () => electionOf(result.election, box), { find, lineOf: id => lines.get(id) ?? 0, meta })
      return { findings: findings.toSorted((a, b) => a.line - b.line), unwritten, ok: errors === 0 }
    },
  }
}

/** Things worth a look that leave the file readable and its count certain. */
const warnings: ReadonlySet<CheckCode> = new Set([
  'key-order',
  'unknown-key',
  'unknown-column',
  'money-left',
  'points-unsorted',
  'comment-numbers',
  'dearer-than-budget',
  'whitespace',
])

const valuesOf = (header: readonly string[], fields: readonly string[]) => (column: string) => fields[header.indexOf(column)]?.trim() ?? ''

type Place = {
  readonly find: (code: CheckCode, what?: string, line?: number) => void
  readonly lineOf: (id: string) => number
  readonly meta: ReadonlyMap<string, { readonly value: string; readonly line: number }>
}
/** What only the whole file can show: published sums and winners against the ballots. */
function checkResult(read: PabulibElection, e: () => ReturnType<typeof electionOf>, place: Place) {
  const { find, lineOf, meta } = place
  for (const { id, official, votes, points } of read.projects) {
    if ((official.votes ?? votes) !== votes) find('votes-differ', `${id}: ${official.votes} ≠ ${votes}`, lineOf(id))
    if ((official.score ?? points) !== points) find('score-differs', `${id}: ${official.score} ≠ ${points}`, lineOf(id))
    if (official.selected === 1 && read.threshold !== undefined && points < read.threshold) find('below-threshold', id, lineOf(id))
  }
  if (!read.projects.some(({ official }) => official.selected !== undefined)) return
  const won = read.projects.filter(({ official }) => official.selected === 1)
  const left = won.reduce((money, { cost }) => money - (cost ?? 0), read.budget)
  if (left < 0) find('over-budget', String(-left / 100), meta.get('budget')?.line)
  const isFull = won.length === read.projects.length
  if (isFull !== (meta.get('fully_funded')?.value === '1')) find('fully-funded', '', meta.get('fully_funded')?.line ?? meta.get('num_projects')?.line)
  const fits = read.projects.find(
    ({ official, cost, points }) => official.selected === 0 && (cost ?? left + 1) <= left && points >= (read.threshold ?? 0),
  )
  if (fits) find('money-left', fits.id, lineOf(fits.id))
  const rule = read.rule === 'equalshares-comparison' ? 'equalshares/add1-comparison' : read.rule
  if (!isRuleName(rule) || rule === 'greedy-custom' || rule === 'greedy-exclusive' || read.ballots === 0) return
  const winners = recount(rule, read, e).winners
  const differ = read.projects.filter(({ id, official }) => (official.selected === 1) !== winners.includes(id))
  for (const { id } of differ) find('rule-not-followed', id, lineOf(id))
}
const recount = (rule: RuleName, read: PabulibElection, e: () => ReturnType<typeof electionOf>): Count =>
  countElection(e(), rule, { ties: { steps: defaultTies(rule) }, threshold: read.threshold ?? 0, increment: 100, stopExhaustive: false })
