import { ballotFaults, noLimits } from '#modules/counting/engine/ballots.rules.ts'
import { type Count, countElection, isRuleName, type RuleName, usual, usualIncrement } from '#modules/counting/engine/count.rules.ts'
import { ballotBox, type Election, electionOf } from '#modules/counting/engine/election.rules.ts'
import { type CheckCode, type Finding, metaFields, projectFields, shapes, voteFields } from '#modules/counting/pabulib/check-fields.rules.ts'
import { labelCheck } from '#modules/counting/pabulib/check-labels.rules.ts'
import { checkMeta, limitsOf, number } from '#modules/counting/pabulib/check-meta.rules.ts'
import { voterSet } from '#modules/counting/pabulib/check-voters.rules.ts'
import { pabulibReader } from '#modules/counting/pabulib/pabulib.rules.ts'
import type { PabulibElection } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { type PabulibRecord, pabulibRecords } from '#modules/counting/pabulib/pabulib-fields.rules.ts'

type Section = 'META' | 'PROJECTS' | 'VOTES'
const columnsOf = { META: ['key', 'value'], PROJECTS: projectFields, VOTES: voteFields } as const
/** More than this is not written down, only counted: a broken file of a million lines must not fill the memory. */
const most = 1000

export type Checked = { readonly findings: readonly Finding[]; readonly unwritten: number; readonly ok: boolean }

/**
 * Checks a Pabulib file line by line for all that the format's own checker reports; nothing but merged ballots is held, and those only where the rule needs
 * them and up to a limit. `line` takes a line without its end, or why it could not be read.
 */
export function pabulibCheck(): { line(text: string | Unread): void; end(): Checked } {
  const findings: Finding[] = []
  let [at, begun, unwritten, errors, empty, marks] = [0, 0, 0, 0, 0, 0]
  const find: Find = (code, what = '', line = begun) => {
    const level = warnings.has(code) ? 'warning' : 'error'
    if (level === 'error') errors += 1
    if (findings.length < most) findings.push({ line, level, code, what: what.slice(0, 80) })
    else unwritten += 1
  }
  let box = ballotBox(false)
  let keepsBallots = true
  const reader = pabulibReader((projects, points) => {
    marks += projects.length
    if (keepsBallots && needsBallots.has(meta.get('rule')?.value ?? '')) box.put(projects, points)
    if (!keepsBallots || marks < mostMarks) return
    ;[keepsBallots, box] = [false, ballotBox(false)]
  })
  const records = pabulibRecords()
  const meta = new Map<string, { value: string; line: number }>()
  const metaValue = (key: string) => meta.get(key)?.value ?? ''
  const costs = new Map<string, number>()
  const lines = new Map<string, number>()
  const voters = voterSet()
  const labels = labelCheck(find)
  let limits = noLimits
  let [broken, section, header]: [boolean, Section | undefined, readonly string[] | undefined] = [false, undefined, undefined]

  function take({ text, fields }: PabulibRecord) {
    if (text === 'META' || text === 'PROJECTS' || text === 'VOTES') {
      ;[section, header] = [text, undefined]
      limits = limitsOf(meta)
      return
    }
    if (!section || !fields) return
    if (fields.some(field => field !== field.trim())) find('whitespace', text)
    if (!header) takeHeader(section, fields)
    else if (section === 'META') takeMeta(fields)
    else takeRow(section, valuesOf(header, fields))
  }
  function takeHeader(name: Section, fields: readonly string[]) {
    header = fields.map(field => field.trim())
    const columns = columnsOf[name] as readonly string[]
    for (const column of header) if (!columns.includes(column)) find('unknown-column', column)
    const known = header.filter(column => columns.includes(column))
    const early = known.find((column, i) => i > 0 && columns.indexOf(column) < columns.indexOf(known[i - 1] ?? ''))
    if (early) find('column-order', early)
  }
  function takeMeta([key = '', ...rest]: readonly string[]) {
    const name = key.trim()
    if (meta.size >= most) return
    if (!metaFields.includes(name)) find('unknown-key', name)
    meta.set(name, { value: rest.join(';').trim(), line: begun })
  }
  function takeRow(name: 'PROJECTS' | 'VOTES', value: (column: string) => string) {
    labels.take(metaValue, value)
    if (name === 'PROJECTS') takeProject(value)
    else takeVote(value)
  }
  function takeProject(value: (column: string) => string) {
    const [id, cost] = [value('project_id'), value('cost')]
    if (lines.size >= mostMarks) return
    lines.set(id, begun)
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
    const isKnown = voters.add(voter)
    if (isKnown) find('voter-twice', voter)
    if (isKnown === undefined) allSeen = false
    for (const column of ['age', 'sex', 'voting_method']) {
      const said = value(column)
      if (said !== '' && !shapes[column]?.test(said)) find('odd-value', `${column}: ${said}`)
    }
    const vote = value('vote')
    const marked = vote === '' ? [] : vote.split(',')
    if (marked.some(id => id !== id.trim())) find('whitespace', vote)
    const cost = marked.reduce((all, id) => all + (costs.get(id) ?? 0), 0)
    const given = value('points')
    const points = given === '' ? {} : { points: given.split(',').map(Number) }
    for (const code of ballotFaults(limits, { marked: marked.length, cost, ...points }))
      find(code, code.includes('points') || code.includes('sum-') ? given : vote)
  }
  let allSeen = true
  function read(text: string | Unread) {
    if (broken) return
    const fault = typeof text === 'string' ? reader.line(text) : { why: text.why, what: '', line: at }
    if (fault) find(fault.why, fault.what, fault.line)
    broken = fault !== undefined
  }
  function takeLine(text: string) {
    const record = records.take(text)
    if (!record) return
    begun = record.begun
    if (record.text === '') empty = empty || at
    // one empty line at the end is allowed, so an empty line is wrong only when something follows it
    else if (empty) {
      find('empty-line', '', empty)
      empty = 0
    }
    if (record.text) take(record)
  }
  return {
    line(text) {
      at += 1
      read(text)
      if (typeof text === 'string') takeLine(text)
    },
    end() {
      checkMeta(meta, find)
      labels.end(metaValue, key => meta.get(key)?.line ?? 0)
      if (!allSeen) find('voters-unseen', '', 0)
      const result = broken ? undefined : reader.end()
      if (result && !result.ok) find(result.fault.why, result.fault.what, result.fault.line)
      if (result?.ok && !keepsBallots) find('not-recounted', '', 0)
      if (result?.ok)
        checkResult(result.election, electionOf(result.election, box), { find, lineOf: id => lines.get(id) ?? 0, meta, recounts: keepsBallots })
      return { findings: findings.toSorted((a, b) => a.line - b.line), unwritten, ok: errors === 0 }
    },
  }
}
type Unread = { readonly why: 'not-utf8' | 'line-too-long' }
type Find = (code: CheckCode, what?: string, line?: number) => void
/** Other rules look only at sums. */
const needsBallots: ReadonlySet<string> = new Set(['equalshares', 'equalshares-comparison', 'equalshares/add1', 'equalshares/add1-comparison'])
const mostMarks = 10_000_000

/** Things worth a look that leave the file readable and its count certain. */
const warnings: ReadonlySet<CheckCode> = new Set([
  'key-order',
  'column-order',
  'unknown-key',
  'unknown-column',
  'money-left',
  'points-unsorted',
  'comment-numbers',
  'dearer-than-budget',
  'whitespace',
  'label-unused',
  'voters-unseen',
  'not-recounted',
])

const valuesOf = (header: readonly string[], fields: readonly string[]) => (column: string) => fields[header.indexOf(column)]?.trim() ?? ''

type Place = {
  readonly find: (code: CheckCode, what?: string, line?: number) => void
  readonly lineOf: (id: string) => number
  readonly meta: ReadonlyMap<string, { readonly value: string; readonly line: number }>
  /** False where the file is too large for its ballots to be held. */
  readonly recounts: boolean
}
/** What only the whole file can show: published sums and winners against the ballots. */
function checkResult(read: PabulibElection, e: Election, place: Place) {
  const { find, lineOf, meta, recounts } = place
  for (const { id, official, votes, points } of read.projects) {
    if ((official.votes ?? votes) !== votes) find('votes-differ', `${id}: ${official.votes} ≠ ${votes}`, lineOf(id))
    if ((official.score ?? points) !== points) find('score-differs', `${id}: ${official.score} ≠ ${points}`, lineOf(id))
    if (official.selected === 1 && read.threshold !== undefined && points < read.threshold) find('below-threshold', id, lineOf(id))
  }
  if (!read.projects.some(({ official }) => official.selected !== undefined)) return
  const won = read.projects.filter(({ official }) => official.selected === 1)
  const left = won.reduce((money, { cost }) => money - (cost ?? 0), read.budget)
  if (left < 0) find('over-budget', `+${-left / 100}`, meta.get('budget')?.line)
  const isFull = won.length === read.projects.length
  if (isFull !== (meta.get('fully_funded')?.value === '1')) find('fully-funded', '', meta.get('fully_funded')?.line ?? meta.get('num_projects')?.line)
  const fits = read.projects.find(
    ({ official, cost, points }) => official.selected === 0 && (cost ?? left + 1) <= left && points >= (read.threshold ?? 0),
  )
  if (fits) find('money-left', fits.id, lineOf(fits.id))
  const rule = read.rule === 'equalshares-comparison' ? 'equalshares/add1-comparison' : read.rule
  if (!isRuleName(rule) || rule === 'greedy-exclusive' || read.ballots === 0 || !recounts) return
  const winners = recount(rule, read, e).winners
  const differ = read.projects.filter(({ id, official }) => (official.selected === 1) !== winners.includes(id))
  for (const { id } of differ) find('rule-not-followed', id, lineOf(id))
}
const recount = (rule: RuleName, read: PabulibElection, e: Election): Count =>
  countElection(e, rule, { ...usual(rule), threshold: read.threshold ?? 0, increment: usualIncrement(read.currency) })
