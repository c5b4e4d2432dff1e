/*
 * An independent recount of a Pabulib election: shares no code with the product, needs no package. All money is BigInt grosze, all fractions exact.
 * `verifyElection(file, certificate)` takes the bytes of the file and the text of the certificate and answers what does not hold, as keys with what is said
 * and what was found; nothing means that all holds. A plain script, so that a page opened from a disk can use it too.
 */

{
  const grosze = text => {
    if (!/^\d{1,10}(\.\d{1,2}0*)?$/.test(text)) throw new Error(`not an amount: ${text}`)
    const [whole, rest = ''] = text.split('.')
    return BigInt(whole) * 100n + BigInt(rest.slice(0, 2).padEnd(2, '0'))
  }
  const decimal = money => (money % 100n ? `${money / 100n}.${String(money % 100n).padStart(2, '0')}` : String(money / 100n))
  const thousandths = text => {
    if (!/^-?\d{1,6}(\.\d{1,3}0*)?$/.test(text)) throw new Error(`not a number of points: ${text}`)
    return Math.round(Number(text) * 1000)
  }

  /** SHA-256 as hexadecimal text. */
  function sha256(bytes) {
    const primes = Array.from({ length: 312 }, (_, i) => i)
      .filter(n => n > 1 && ![2, 3, 5, 7, 11, 13, 17].some(d => n % d === 0 && n !== d))
      .slice(0, 64)
    const fraction = root => ((root - Math.floor(root)) * 2 ** 32) | 0
    const k = primes.map(prime => fraction(Math.cbrt(prime)))
    const state = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))
    const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6)
    padded.set(bytes)
    padded[bytes.length] = 128
    const view = new DataView(padded.buffer)
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
    view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
    const turn = (x, by) => (x >>> by) | (x << (32 - by))
    const w = new Int32Array(64)
    for (let at = 0; at < padded.length; at += 64) {
      let [a, b, c, d, e, f, g, h] = state
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) w[i] = view.getInt32(at + i * 4)
        else {
          const [x, y] = [w[i - 15], w[i - 2]]
          w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))
        }
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
        ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
      }
      for (const [i, one] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] + one) | 0
    }
    return state.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  /** The values of one line; undefined while a quotation mark is open. */
  function values(line) {
    if (!line.includes('"')) return line.split(';')
    const all = []
    let [value, quoted] = ['', false]
    for (let i = 0; i < line.length; i += 1) {
      const sign = line[i]
      if (quoted && sign === '"' && line[i + 1] === '"') [value, i] = [`${value}"`, i + 1]
      else if (sign === '"' && (quoted || value === '')) quoted = !quoted
      else if (sign === ';' && !quoted) {
        all.push(value)
        value = ''
      } else value += sign
    }
    return quoted ? undefined : [...all, value]
  }

  function parse(text) {
    const parts = { META: [], PROJECTS: [], VOTES: [] }
    let [part, open] = [undefined, '']
    for (const raw of text.replace(/^\uFEFF/, '').split('\n')) {
      const line = open + raw.replace(/\r$/, '')
      if (line === '') continue
      if (Object.hasOwn(parts, line)) {
        if (parts[line].length > 0) throw new Error(`${line} stands twice`)
        part = line
        continue
      }
      if (!part) throw new Error('the file does not begin with META')
      const row = values(line)
      open = row ? '' : `${line}\n`
      if (row) parts[part].push(row)
    }
    if (open) throw new Error('a quotation mark is never closed')
    const meta = {}
    for (const [key, ...rest] of parts.META.slice(1)) {
      if (Object.hasOwn(meta, key.trim())) throw new Error(`${key} stands twice in META`)
      meta[key.trim()] = rest.join(';').trim()
    }
    return election(meta, table(parts.PROJECTS, 'name'), table(parts.VOTES))
  }
  /** Rows as functions from the name of a column to its value. */
  function table([head = [], ...rest], loose) {
    const at = new Map(head.map((one, i) => [one.trim().toLowerCase(), i]))
    if (at.size < head.length) throw new Error('a column stands twice')
    const title = at.get(loose)
    return rest.map(row => {
      const extra = row.length - head.length
      const fits = extra > 0 && title !== undefined
      const whole = fits ? [...row.slice(0, title), row.slice(title, title + extra + 1).join(';'), ...row.slice(title + extra + 1)] : row
      if (whole.length !== head.length) throw new Error(`a row has ${row.length} values instead of ${head.length}`)
      return column => whole[at.get(column)]
    })
  }

  function election(meta, listed, cast) {
    const projects = listed.map(value => {
      const withdrawn = /^999999999(\.0+)?$/.test(value('cost').trim())
      const stated = { votes: value('votes')?.trim(), score: value('score')?.trim(), selected: value('selected')?.trim() }
      const cost = withdrawn ? undefined : grosze(value('cost').trim())
      return { id: value('project_id').trim(), cost, stated, votes: 0n, points: 0, firsts: 0, by: [] }
    })
    const byId = new Map(projects.map(project => [project.id, project]))
    if (byId.size !== listed.length || meta.num_projects !== String(listed.length)) throw new Error('num_projects does not fit the list')
    if (meta.num_votes !== String(cast.length)) throw new Error('num_votes does not fit the ballots')
    const plain = ['approval', 'choose-1'].includes(meta.vote_type)
    const length = meta.vote_type === 'choose-1' ? 1 : Number(meta.max_length || listed.length)
    const merged = new Map()
    for (const value of cast) {
      const [vote, points] = [value('vote'), value('points')]
      const ids = vote === '' ? [] : vote.split(',')
      if (ids.length > length) throw new Error('a ballot is longer than max_length')
      const given = points === undefined || plain || ids.length === 0 ? undefined : points.split(',').map(thousandths)
      if (given && given.length !== ids.length) throw new Error('a ballot has not as many points as projects')
      const named = ids.map((id, i) => {
        const project = byId.get(id)
        if (!project || ids.indexOf(id) !== i) throw new Error(`a ballot names ${id}, which is unknown or stands twice`)
        const weight = given ? given[i] : 1000 * (meta.vote_type === 'ordinal' ? length - i : 1)
        project.votes += 1n
        project.points += weight
        if (meta.vote_type === 'ordinal' && i === 0) project.firsts += 1
        return { project, weight: BigInt(weight) }
      })
      const key = named
        .map(({ project, weight }) => `${project.id} ${weight}`)
        .sort()
        .join()
      const ballot = merged.get(key) ?? { times: 0n, named }
      ballot.times += 1n
      merged.set(key, ballot)
    }
    for (const project of projects) project.points /= 1000
    return { meta, projects, ballots: [...merged.values()], budget: grosze(meta.budget), voters: BigInt(cast.length) }
  }
  /** Who supports what: all marks alike, or weighed by points, made whole by the smallest of 1, 10, 100, 1000. */
  function supported(e, byPoints) {
    const whole = [1000n, 100n, 10n, 1n].find(unit => e.ballots.every(({ named }) => named.every(({ weight }) => weight % unit === 0n)))
    for (const project of e.projects) project.by = []
    for (const ballot of e.ballots)
      for (const { project, weight } of ballot.named) {
        const share = byPoints ? weight / whole : 1n
        if (share > 0n) project.by.push({ ballot, weight: share })
      }
  }

  const steps = {
    points: (a, b) => b.points - a.points,
    firsts: (a, b) => b.firsts - a.firsts,
    votes: (a, b) => Number(b.votes - a.votes),
    cost: (a, b) => (a.cost === b.cost ? 0 : a.cost === undefined ? 1 : b.cost === undefined || a.cost < b.cost ? -1 : 1),
    draw: (a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0),
    id: (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  }
  const orderOf = (ties, seed, projects) => {
    if (ties.includes('draw')) for (const project of projects) project.lot = sha256(new TextEncoder().encode(`${seed}\n${project.id}`))
    const unknown = ties.find(step => !Object.hasOwn(steps, step))
    if (unknown !== undefined) throw new Error(`ties are settled by "${unknown}", which is not recounted here`)
    return (a, b) => [...ties, 'id'].reduce((found, step) => found || steps[step](a, b), 0)
  }
  const ids = projects => projects.map(({ id }) => id)
  const sum = projects => projects.reduce((all, { cost }) => all + cost, 0n)

  function greedy({ projects, budget }, order, { skip, threshold, groups }) {
    let [left, over] = [budget, false]
    const won = []
    const sorted = projects.toSorted((a, b) => b.points - a.points || order(a, b))
    const turns = sorted.map(project => {
      const { id, cost, points } = project
      const before = left
      const barred = groups.some(group => group.includes(id) && won.some(one => group.includes(one.id)))
      const misses = over || (!barred && cost > left)
      const why = { withdrawn: cost === undefined, 'below-threshold': points < threshold, 'no-money': misses, excluded: barred, won: true }
      const outcome = Object.keys(why).find(one => why[one])
      if (outcome === 'no-money') over = !skip
      if (outcome === 'won') {
        left -= cost
        won.push(project)
      }
      return { project: id, points, left: Number(before), outcome }
    })
    const misfit = turns.find(({ outcome }) => outcome === 'no-money')
    const covered = misfit?.left > 0 && BigInt(misfit.left) * 100n >= projects.find(({ id }) => id === misfit.project).cost * 80n
    return { won, sorted, turns, fromReserve: covered ? [misfit.project] : [] }
  }

  /** The first of the steps that tells two projects apart. */
  const stepOf = (ties, a, b) => ties.find(step => steps[step](a, b) !== 0) ?? 'id'
  const isSameSet = (a, b) => a.length === b.length && a.every(one => b.includes(one))
  /**
   * Equals that stand in one list, with the same `sum`: their order mattered if one of them, put first, changes who wins. `count` walks the list in an
   * order and gives the winners; `stops` says who ends a count by not fitting.
   */
  function tiesOfList(list, sum, order, count, ties, stops = () => false) {
    const won = count(order)
    const first = (one, before) => (a, b) => (a === one ? -1 : b === one ? 1 : before(a, b))
    const sums = [...new Set(list.map(one => one[sum]))]
    const tied = sums.map(value => list.filter(one => one[sum] === value)).filter(({ length }) => length > 1)
    const mattered = tied.flatMap(group => {
      const changed = group.filter(one => !isSameSet(won, count(first(one, order))))
      if (changed.length === 0) return []
      // who could have won and did not, and who stood just before it in the contest
      const lost = changed.find(one => !won.includes(one) && count(first(one, order)).includes(one)) ?? changed.find(one => !won.includes(one))
      const rivals = group.slice(0, group.indexOf(lost)).filter(one => won.includes(one) || changed.includes(one) || stops(one))
      return [{ projects: ids(group), step: stepOf(ties, rivals.at(-1) ?? group[0], lost) }]
    })
    return { ties: mattered, tiesWithoutEffect: tied.length - mattered.length }
  }
  /** Rounds in which several offers were exactly equal: the tie mattered if another of them, taken instead, changes who wins. */
  function tiesOfRounds(rounds, won, countWith, ties) {
    const tied = rounds.flatMap(({ equals }, round) => (equals.length > 1 ? [{ equals, round }] : []))
    const mattered = tied.filter(({ equals, round }) => equals.slice(1).some(project => !isSameSet(won, countWith({ round, project }))))
    const told = mattered.map(({ equals }) => ({ projects: ids(equals), step: stepOf(ties, equals[0], equals[1]) }))
    return { ties: told, tiesWithoutEffect: tied.length - mattered.length }
  }

  /** Those with the lowest offer, in order, and the one of them that is taken: the first, unless another is wanted in this round. */
  function choose(offers, compare, order, round, instead) {
    const lowest = offers.reduce((first, one) => (compare(one, first) < 0n ? one : first))
    const equals = offers.filter(one => compare(one, lowest) === 0n).sort((a, b) => order(a.project, b.project))
    const best = (instead?.round === round && equals.find(({ project }) => project === instead.project)) || equals[0]
    return { best, equals: equals.map(({ project }) => project) }
  }

  /** One run of Equal Shares: every purse is `top / bottom`, and stays a whole number of one common bottom. */
  function equalShares({ projects, ballots, budget }, top, bottom, worth, order, instead) {
    for (const ballot of ballots) ballot.purse = top
    let waiting = projects.filter(({ cost, by }) => cost !== undefined && by.length > 0)
    const rounds = []
    let spent = 0n
    while (spent <= budget) {
      const offers = waiting.flatMap(project => {
        const offer = share(project, bottom)
        return offer ? [{ project, ...offer, unit: worth === 'cost' ? project.cost || 1n : 1n }] : []
      })
      const compare = (a, b) => a.top * b.weight * b.unit - b.top * a.weight * a.unit
      if (offers.length === 0) return { rounds, spent }
      const { best, equals } = choose(offers, compare, order, rounds.length, instead)
      rounds.push({ project: best.project, equals, top: best.top, bottom: best.weight * bottom, people: best.people })
      for (const ballot of ballots) ballot.purse *= best.weight
      for (const { ballot, weight } of best.project.by) ballot.purse = ballot.purse > best.top * weight ? ballot.purse - best.top * weight : 0n
      bottom *= best.weight
      spent += best.project.cost
      waiting = offers.map(({ project }) => project).filter(project => project !== best.project)
    }
    return { rounds, spent }
  }
  /** What a unit of weight pays: `top / weight`, in units of the common bottom, by those who can. */
  function share({ cost, by }, bottom) {
    let [left, rich] = [cost * bottom, by]
    for (;;) {
      const weight = rich.reduce((all, one) => all + one.weight * one.ballot.times, 0n)
      if (weight === 0n) return left === 0n ? { top: 0n, weight: 1n, people: 0n } : undefined
      const [still, poor] = [[], []]
      for (const one of rich) (one.ballot.purse * weight >= left * one.weight ? still : poor).push(one)
      if (poor.length === 0) return { top: left, weight, people: rich.reduce((all, { ballot }) => all + ballot.times, 0n) }
      for (const { ballot } of poor) left -= ballot.purse * ballot.times
      rich = still
    }
  }

  function add1(e, { worth, order, increment, stop, completes }) {
    const startOf = step => e.budget + step * increment * e.voters
    const at = step => equalShares(e, startOf(step), e.voters, worth, order)
    const wanted = e.projects.filter(({ cost, by }) => cost !== undefined && by.length > 0)
    let [step, run] = [0n, at(0n)]
    while (completes && step < 20000n) {
      const won = run.rounds.map(({ project }) => project)
      const full = e.projects.every(project => won.includes(project) || project.cost === undefined || project.cost > e.budget - run.spent)
      if (won.length === wanted.length || (stop && full)) break
      const next = at(step + 1n)
      if (next.spent > e.budget) return { run, start: startOf(step), runs: step + 2n, refused: { start: startOf(step + 1n), run: next } }
      ;[step, run] = [step + 1n, next]
    }
    return { run, start: startOf(step), runs: step + 1n, refused: null, capped: step === 20000n }
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
  function preferred({ ballots }, one, other, worth) {
    for (const ballot of ballots) ballot.gain = 0n
    const weigh = (won, sign) => {
      for (const { cost, by } of won) for (const { ballot, weight } of by) ballot.gain += sign * weight * (worth === 'cost' ? cost : 1n)
    }
    weigh(one, 1n)
    weigh(other, -1n)
    const people = isSo => Number(ballots.reduce((all, { gain, times }) => (isSo(gain) ? all + times : all), 0n))
    const [preferShares, preferGreedy] = [people(gain => gain > 0n), people(gain => gain < 0n)]
    return { preferShares, preferGreedy, taken: preferGreedy > preferShares ? 'greedy' : 'shares' }
  }

  function phragmen(e, order, instead) {
    let bottom = 1n
    for (const ballot of e.ballots) ballot.load = 0n
    let waiting = e.projects.filter(({ cost, by }) => cost !== undefined && by.length > 0)
    const rounds = []
    for (let spent = 0n; waiting.length > 0; ) {
      const offers = waiting.map(project => ({
        project,
        top: project.by.reduce((all, { ballot }) => all + ballot.load * ballot.times, project.cost * bottom),
        people: project.votes,
      }))
      const compare = (a, b) => a.top * b.people - b.top * a.people
      const { best, equals } = choose(offers, compare, order, rounds.length, instead)
      spent += best.project.cost
      if (spent > e.budget) return { rounds, refused: best.project.id, last: equals }
      rounds.push({ project: best.project, equals, top: best.top, bottom: best.people * bottom })
      for (const ballot of e.ballots) ballot.load *= best.people
      for (const { ballot } of best.project.by) ballot.load = best.top
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

  /** Who wins beyond the rule: so many that there are `minimum`, then what else fits above the threshold. */
  function beyond(e, winners, { ties, seed, threshold = 0, exclusive = [], minimum = 0, leftover }) {
    const order = orderOf(ties, seed, e.projects)
    const won = [...winners]
    let left = e.budget - sum(e.projects.filter(({ id }) => winners.includes(id)))
    const next = (least, most) => {
      const taken = []
      for (const { id, cost, points } of e.projects.toSorted((a, b) => b.points - a.points || order(a, b))) {
        const barred = exclusive.some(group => group.includes(id) && group.some(one => won.includes(one)))
        if (taken.length >= most || won.includes(id) || barred || cost === undefined || cost > left || points < least) continue
        taken.push(id)
        won.push(id)
        left -= cost
      }
      return taken
    }
    const byMinimum = next(-Infinity, minimum - winners.length)
    return { ...(minimum > 0 && { byMinimum }), ...(leftover === 'next' && { byLeftover: next(threshold, Infinity) }) }
  }

  /** What the certificate should say, from the ballots alone. */
  function expected(e, { rule, settings }) {
    supported(e, settings.weights === 'points')
    const order = orderOf(settings.ties, settings.seed, e.projects)
    if (rule.startsWith('greedy')) {
      const custom = rule === 'greedy-custom'
      const skip = rule !== 'greedy-no-skip' && !custom
      const how = { skip, threshold: settings.threshold, groups: settings.exclusive ?? [] }
      const { won, sorted, turns, fromReserve } = greedy(e, order, how)
      const missed = new Set(turns.flatMap(({ project, outcome }) => (outcome === 'no-money' ? [project] : [])))
      const stops = ({ id }) => !skip && missed.has(id)
      const tied = tiesOfList(sorted, 'points', order, other => greedy(e, other, how).won, settings.ties, stops)
      return { winners: ids(won), spent: sum(won), ...tied, turns, ...(custom && { fromReserve }) }
    }
    if (rule === 'phragmen') {
      const { rounds, refused, last } = phragmen(e, order)
      const wonBy = run => run.rounds.map(({ project }) => project)
      const won = wonBy({ rounds })
      const tied = tiesOfRounds([...rounds, { equals: last ?? [] }], won, instead => wonBy(phragmen(e, order, instead)), settings.ties)
      const written = rounds.map(({ project, top, bottom }) => ({ project: project.id, cost: Number(project.cost), load: reduced(top, bottom) }))
      return { winners: ids(won), spent: sum(won), ...tied, rounds: written, refused }
    }
    const [name, completion] = rule.split('/')
    if (!['equalshares', 'equalshares-cardinality'].includes(name)) throw new Error(`the rule ${rule} is not known`)
    const worth = name === 'equalshares' ? 'cost' : 'cardinality'
    const completes = completion?.startsWith('add1')
    const counted = add1(e, { worth, order, increment: grosze(settings.increment), stop: settings['stop-exhaustive'], completes })
    const bought = counted.run.rounds.map(({ project }) => project)
    const fills = completion === 'add1u' || completion === 'greedy'
    const added = fills ? fill(e, bought, order) : []
    const other = completion === 'add1-comparison' ? fill(e, [], order) : undefined
    const comparison = other ? preferred(e, bought, other, worth) : null
    const takesOther = comparison?.taken === 'greedy'
    const won = takesOther ? other : [...bought, ...added]
    const wonWith = instead => {
      const run = equalShares(e, counted.start, e.voters, worth, order, instead).rounds.map(({ project }) => project)
      return fills ? [...run, ...fill(e, run, order)] : run
    }
    const inRounds = takesOther
      ? { ties: [], tiesWithoutEffect: counted.run.rounds.filter(({ equals }) => equals.length > 1).length }
      : tiesOfRounds(counted.run.rounds, won, wonWith, settings.ties)
    const before = takesOther ? [] : bought
    const listed = e.projects.filter(project => !before.includes(project)).sort((a, b) => Number(b.votes - a.votes) || order(a, b))
    const inList = tiesOfList(takesOther || fills ? listed : [], 'votes', order, by => fill(e, before, by), settings.ties)
    const { refused } = counted
    const supporters = ({ by }) => by.reduce((all, { ballot }) => all + ballot.times, 0n)
    return {
      winners: ids(won),
      spent: sum(won),
      ties: [...inRounds.ties, ...inList.ties],
      tiesWithoutEffect: inRounds.tiesWithoutEffect + inList.tiesWithoutEffect,
      purse: reduced(counted.start, e.voters),
      runs: Number(counted.runs),
      ...(counted.capped && { capped: true }),
      rounds: counted.run.rounds.map(({ project, top, bottom, people }) => {
        const [payInFull, payAllTheyHave] = [Number(people), Number(supporters(project) - people)]
        return { project: project.id, cost: Number(project.cost), price: reduced(top, bottom), payInFull, payAllTheyHave }
      }),
      completedBy: ids(added),
      comparison,
      refusedNext: refused && {
        purse: reduced(refused.start, e.voters),
        spent: Number(refused.run.spent),
        winners: refused.run.rounds.map(({ project }) => project.id),
      },
    }
  }

  /** Sums and winners that the file itself states, against its ballots. */
  function stated(e) {
    const columns = e.projects.flatMap(({ id, stated: { votes, score }, votes: counted, points }) => [
      { key: `votes ${id}`, said: votes, found: Number(counted) },
      { key: `score ${id}`, said: score, found: points },
    ])
    return columns.filter(({ said, found }) => said && Number(said) !== found)
  }
  function winnersOfMeta(e) {
    const rules = ['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-custom', 'equalshares/add1', 'equalshares']
    const { rule, min_project_score_threshold: least } = e.meta
    if (!rules.includes(rule) || !e.projects.some(({ stated: { selected } }) => selected)) return []
    const ties = rule.startsWith('greedy') ? ['points', 'firsts', 'votes', 'cost', 'id'] : ['cost', 'votes', 'id']
    const settings = { ties, threshold: rule === 'greedy-threshold' ? Number(least) : 0, increment: '1', 'stop-exhaustive': false }
    const { winners } = expected(e, { rule, settings })
    const said = ids(e.projects.filter(({ stated: { selected } }) => selected === '1'))
    return said.toSorted().join() === winners.toSorted().join() ? [] : [{ key: 'selected', said, found: winners }]
  }

  globalThis.verifyElection = (file, certificate) => {
    const e = parse(new TextDecoder('utf-8', { fatal: true }).decode(file))
    if (certificate === undefined) return [...stated(e), ...winnersOfMeta(e)]
    const said = JSON.parse(certificate)
    const found = expected(e, said)
    const added = ids(e.projects.filter(({ stated: { selected } }) => Number(selected) > 1))
    const derived = { sha256: sha256(file), budget: decimal(e.budget), spent: decimal(found.spent), added }
    const wanted = { ...found, ...derived, ...beyond(e, found.winners, said.settings) }
    const differing = Object.entries(wanted).filter(([key, value]) => JSON.stringify(said[key]) !== JSON.stringify(value))
    return [...differing.map(([key, value]) => ({ key, said: said[key], found: value })), ...stated(e)]
  }
}
