/*
 * An independent recount of a Pabulib election: shares no code with the product, needs no package. All money is BigInt grosze, all fractions exact.
 * `verify(ballots, certificate)` takes the texts of both files and answers what does not hold, as codes with details; nothing means that all holds.
 */
const grosze = text => {
  if (!/^\d+(\.\d{1,2}0*)?$/.test(text)) throw new Error(`not an amount: ${text}`)
  const [whole, rest = ''] = text.split('.')
  return BigInt(whole) * 100n + BigInt(rest.slice(0, 2).padEnd(2, '0'))
}
const decimal = money => (money % 100n ? `${money / 100n}.${String(money % 100n).padStart(2, '0')}` : String(money / 100n))

/** All rows of the file, quoted values with their line breaks and semicolons kept whole. */
function rows(text) {
  const all = []
  let [row, value, quoted] = [[], '', false]
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]
    if (quoted) {
      if (sign !== '"') value += sign
      else if (text[i + 1] === '"') [value, i] = [`${value}"`, i + 1]
      else quoted = false
    } else if (sign === '"' && value === '') quoted = true
    else if (sign === ';') [row, value] = [[...row, value], '']
    else if (sign === '\n') {
      all.push([...row, value])
      ;[row, value] = [[], '']
    } else if (sign !== '\r') value += sign
  }
  if (value !== '' || row.length > 0) all.push([...row, value])
  return all.filter(one => one.length > 1 || one[0] !== '')
}

export function parse(text) {
  const parts = { META: [], PROJECTS: [], VOTES: [] }
  let part
  for (const row of rows(text.replace(/^\uFEFF/, ''))) {
    if (row.length === 1 && Object.hasOwn(parts, row[0])) part = row[0]
    else if (part) parts[part].push(row)
    else throw new Error('the file does not begin with META')
  }
  const meta = Object.fromEntries(parts.META.slice(1).map(([key, ...rest]) => [key.trim(), rest.join(';').trim()]))
  const records = name => {
    const [head = [], ...rest] = parts[name]
    const names = head.map(one => one.trim().toLowerCase())
    const title = names.indexOf('name')
    return rest.map(row => {
      const extra = row.length - names.length
      const whole =
        extra > 0 && title >= 0 ? [...row.slice(0, title), row.slice(title, title + extra + 1).join(';'), ...row.slice(title + extra + 1)] : row
      if (whole.length !== names.length) throw new Error(`${name}: a row has ${row.length} values instead of ${names.length}`)
      return Object.fromEntries(names.map((one, i) => [one, whole[i]]))
    })
  }
  return election(meta, records('PROJECTS'), records('VOTES'))
}

function election(meta, listed, cast) {
  const projects = listed.map(({ project_id: id, cost }) => {
    const withdrawn = /^999999999(\.0+)?$/.test(cost.trim())
    return { id: id.trim(), cost: withdrawn ? undefined : grosze(cost.trim()), votes: 0n, points: 0, firsts: 0, by: [] }
  })
  const byId = new Map(projects.map(project => [project.id, project]))
  if (byId.size !== listed.length || Number(meta.num_projects) !== listed.length) throw new Error('num_projects does not fit the list')
  if (Number(meta.num_votes) !== cast.length) throw new Error('num_votes does not fit the ballots')
  const length = meta.vote_type === 'choose-1' ? 1 : Number(meta.max_length || listed.length)
  const merged = new Map()
  for (const { vote, points } of cast) {
    const ids = vote === '' ? [] : vote.split(',')
    const given = points !== undefined && !['approval', 'choose-1'].includes(meta.vote_type) ? points.split(',').map(Number) : undefined
    const named = ids.map((id, i) => {
      const project = byId.get(id)
      if (!project || ids.indexOf(id) !== i) throw new Error(`a ballot names ${id}, which is unknown or stands twice`)
      project.votes += 1n
      project.points += given ? given[i] : meta.vote_type === 'ordinal' ? length - i : 1
      if (meta.vote_type === 'ordinal' && i === 0) project.firsts += 1
      return project
    })
    const key = ids.toSorted().join(',')
    const ballot = merged.get(key) ?? { times: 0n, named }
    ballot.times += 1n
    merged.set(key, ballot)
  }
  const ballots = [...merged.values()]
  for (const ballot of ballots) for (const project of ballot.named) project.by.push(ballot)
  return { projects, ballots, budget: grosze(meta.budget), voters: BigInt(cast.length) }
}

const steps = {
  points: (a, b) => b.points - a.points,
  firsts: (a, b) => b.firsts - a.firsts,
  votes: (a, b) => Number(b.votes - a.votes),
  cost: (a, b) => (a.cost === b.cost ? 0 : a.cost === undefined ? 1 : b.cost === undefined || a.cost < b.cost ? -1 : 1),
  id: (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
}
const orderOf = ties => {
  const unknown = ties.find(step => !Object.hasOwn(steps, step))
  if (unknown !== undefined) throw new Error(`ties are settled by "${unknown}", which is not recounted here`)
  return (a, b) => [...ties, 'id'].reduce((found, step) => found || steps[step](a, b), 0)
}
const sum = projects => projects.reduce((all, { cost }) => all + cost, 0n)

function greedy({ projects, budget }, order, { skip, threshold }) {
  let [left, over] = [budget, false]
  const ranked = projects.toSorted((a, b) => b.points - a.points || order(a, b))
  return ranked.map(project => {
    const { id, cost, points } = project
    const turn = outcome => ({ won: outcome === 'won' && project, turn: { project: id, points, left: Number(before), outcome } })
    const before = left
    if (cost === undefined) return turn('withdrawn')
    if (points < threshold) return turn('below-threshold')
    if (over || cost > left) {
      over = !skip
      return turn('no-money')
    }
    left -= cost
    return turn('won')
  })
}

/** One run of Equal Shares: every purse is `top / bottom`, and stays a whole number of one common bottom. */
function equalShares({ projects, ballots, budget }, top, bottom, worth, order) {
  for (const ballot of ballots) ballot.purse = top
  let waiting = projects.filter(({ cost, by }) => cost !== undefined && by.length > 0)
  const rounds = []
  let spent = 0n
  while (spent <= budget) {
    const offers = waiting.flatMap(project => {
      const offer = share(project, bottom)
      return offer ? [{ project, ...offer, unit: worth === 'cost' ? project.cost || 1n : 1n }] : []
    })
    const compare = (a, b) => a.top * b.people * b.unit - b.top * a.people * a.unit
    const [best] = offers.sort((a, b) => Number(compare(a, b) > 0n) - Number(compare(a, b) < 0n) || order(a.project, b.project))
    if (!best) return { rounds, spent }
    rounds.push({ project: best.project, top: best.top, bottom: best.people * bottom, people: best.people })
    for (const ballot of ballots) ballot.purse *= best.people
    for (const ballot of best.project.by) ballot.purse = ballot.purse > best.top ? ballot.purse - best.top : 0n
    bottom *= best.people
    spent += best.project.cost
    waiting = offers.map(({ project }) => project).filter(project => project !== best.project)
  }
  return { rounds, spent }
}
/** What each of those pays who can: `top / people`, in units of the common bottom. */
function share({ cost, by }, bottom) {
  let [left, rich] = [cost * bottom, by]
  for (;;) {
    const people = rich.reduce((all, { times }) => all + times, 0n)
    if (people === 0n) return left === 0n ? { top: 0n, people: 1n } : undefined
    const still = rich.filter(({ purse }) => purse * people >= left)
    if (still.length === rich.length) return { top: left, people }
    for (const { purse, times } of rich.filter(ballot => !still.includes(ballot))) left -= purse * times
    rich = still
  }
}

function add1(e, { worth, order, increment, stop, completes }) {
  const startOf = step => e.budget + step * increment * e.voters
  const at = step => equalShares(e, startOf(step), e.voters, worth, order)
  const wanted = e.projects.filter(({ cost, by }) => cost !== undefined && by.length > 0)
  let [step, run] = [0n, at(0n)]
  while (completes) {
    const won = run.rounds.map(({ project }) => project)
    const full = e.projects.every(project => won.includes(project) || project.cost === undefined || project.cost > e.budget - run.spent)
    if (won.length === wanted.length || (stop && full)) break
    const next = at(step + 1n)
    if (next.spent > e.budget) return { run, start: startOf(step), runs: step + 2n, refused: { start: startOf(step + 1n), run: next } }
    ;[step, run] = [step + 1n, next]
  }
  return { run, start: startOf(step), runs: step + 1n, refused: null }
}
function fill(e, won, order) {
  let left = e.budget - sum(won)
  const rest = e.projects.filter(project => !won.includes(project) && project.cost !== undefined)
  return rest
    .sort((a, b) => Number(b.votes - a.votes) || order(a, b))
    .filter(({ cost }) => {
      if (cost > left) return false
      left -= cost
      return true
    })
}
function preferred(e, one, other, worth) {
  const value = (ballot, won) =>
    ballot.named.reduce((all, project) => all + (won.includes(project) ? (worth === 'cost' ? project.cost : 1n) : 0n), 0n)
  let [preferShares, preferGreedy] = [0, 0]
  for (const ballot of e.ballots) {
    const [mine, theirs] = [value(ballot, one), value(ballot, other)]
    if (mine > theirs) preferShares += Number(ballot.times)
    if (mine < theirs) preferGreedy += Number(ballot.times)
  }
  return { preferShares, preferGreedy, taken: preferGreedy > preferShares ? 'greedy' : 'shares' }
}

function phragmen(e, order) {
  let bottom = 1n
  for (const ballot of e.ballots) ballot.load = 0n
  let waiting = e.projects.filter(({ cost, by }) => cost !== undefined && by.length > 0)
  const rounds = []
  for (let spent = 0n; waiting.length > 0; ) {
    const offers = waiting.map(project => ({
      project,
      top: project.by.reduce((all, { load, times }) => all + load * times, project.cost * bottom),
      people: project.votes,
    }))
    const [best] = offers.sort(
      (a, b) => Number(a.top * b.people > b.top * a.people) - Number(a.top * b.people < b.top * a.people) || order(a.project, b.project),
    )
    spent += best.project.cost
    if (spent > e.budget) return { rounds, refused: best.project.id }
    rounds.push({ project: best.project, top: best.top, bottom: best.people * bottom })
    for (const ballot of e.ballots) ballot.load *= best.people
    for (const ballot of best.project.by) ballot.load = best.top
    bottom *= best.people
    waiting = waiting.filter(project => project !== best.project)
  }
  return { rounds, refused: null }
}

const reduced = (top, bottom) => {
  let [a, b] = [top, bottom]
  while (b > 0n) [a, b] = [b, a % b]
  return a === 0n ? '0/1' : `${top / a}/${bottom / a}`
}
const ids = projects => projects.map(({ id }) => id)

/** What the certificate should say, from the ballots alone. */
function expected(e, { rule, settings }) {
  const order = orderOf(settings.ties)
  if (rule.startsWith('greedy')) {
    const skip = rule !== 'greedy-no-skip' && rule !== 'greedy-custom'
    const turns = greedy(e, order, { skip, threshold: settings.threshold })
    const won = turns.flatMap(({ won }) => won || [])
    return { winners: ids(won), spent: sum(won), turns: turns.map(({ turn }) => turn) }
  }
  if (rule === 'phragmen') {
    const { rounds, refused } = phragmen(e, order)
    const won = rounds.map(({ project }) => project)
    const written = rounds.map(({ project, top, bottom }) => ({ project: project.id, cost: Number(project.cost), load: reduced(top, bottom) }))
    return { winners: ids(won), spent: sum(won), rounds: written, refused }
  }
  const [name, completion] = rule.split('/')
  if (!['equalshares', 'equalshares-cardinality'].includes(name)) throw new Error(`the rule ${rule} is not known`)
  const worth = name === 'equalshares' ? 'cost' : 'cardinality'
  const increment = grosze(settings.increment)
  const counted = add1(e, { worth, order, increment, stop: settings['stop-exhaustive'], completes: completion !== undefined })
  const bought = counted.run.rounds.map(({ project }) => project)
  const added = completion === 'add1u' ? fill(e, bought, order) : []
  const other = completion === 'add1-comparison' ? fill(e, [], order) : undefined
  const comparison = other ? preferred(e, bought, other, worth) : null
  const won = comparison?.taken === 'greedy' ? other : [...bought, ...added]
  const { refused } = counted
  return {
    winners: ids(won),
    spent: sum(won),
    purse: reduced(counted.start, e.voters),
    runs: Number(counted.runs),
    rounds: counted.run.rounds.map(({ project, top, bottom, people }) => ({
      project: project.id,
      cost: Number(project.cost),
      price: reduced(top, bottom),
      payInFull: Number(people),
      payAllTheyHave: Number(project.votes - people),
    })),
    completedBy: ids(added),
    comparison,
    refusedNext: refused && {
      purse: reduced(refused.start, e.voters),
      spent: Number(refused.run.spent),
      winners: refused.run.rounds.map(({ project }) => project.id),
    },
  }
}

export function verify(ballots, certificate) {
  const e = parse(ballots)
  const said = JSON.parse(certificate)
  const found = expected(e, said)
  const wanted = { ...found, budget: decimal(e.budget), spent: decimal(found.spent) }
  return Object.entries(wanted)
    .filter(([key, value]) => JSON.stringify(said[key]) !== JSON.stringify(value))
    .map(([key, value]) => ({ key, said: said[key], found: value }))
}
