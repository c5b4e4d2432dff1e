import { afterAll, beforeAll, expect, test } from 'vitest'
import { finish } from '#modules/counting/engine/completion.rules.ts'
import { countElection, defaultTies, usual } from '#modules/counting/engine/count.rules.ts'
import { byMarks, readElection, withVector } from '#modules/counting/engine/election.rules.ts'
import { inventedElection } from '#modules/counting/engine/testing-elections.ts'
import { experiment } from '#modules/counting/laboratory/laboratory.rules.ts'
import { queryOf, readQuestion, settingsOf } from '#modules/counting/question.rules.ts'
import { archiveSeed } from '#seeds/archive.seed.ts'
import { territoriesSeed } from '#seeds/territories.seed.ts'
import { fillWorld } from '#seeds/world.ts'
import { expectDone, openHouse, type TestHouse } from '#web/testing.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openHouse()
  await fillWorld(home.db, new Date('2026-11-22T10:00:00Z'), [territoriesSeed, archiveSeed])
})
afterAll(() => home.close())
const pool = '/laboratorium/pokaz-2025/13'

test('a question stands in its address, and what is usual is left out', () => {
  const ask = (query: string) => readQuestion(name => new URLSearchParams(query).get(name) ?? undefined)
  expect(queryOf(ask('').question)).toBe('zasada=equalshares%2Fadd1')
  const query = 'zasada=greedy-threshold&remisy=cost%2Cvotes%2Cid&stop=tak&krok=10.5&prog=40&pula=900000'
  expect(queryOf(ask(query).question)).toBe(query)
  const more = 'zasada=greedy&remisy=firsts%2Cvotes%2Cdraw&ziarno=kos&punkty=5%2C3%2C1&wykluczenia=2%2B5%2C3%2B7%2B8&minimum=2&reszta=next'
  expect(queryOf(ask(more).question)).toBe(more)
  expect(queryOf(ask('zasada=equalshares&waga=points').question)).toBe('zasada=equalshares&waga=points')
  const whys = (query: string) => ask(query).wrong
  expect(whys('zasada=equalshares&wykluczenia=2%2B5')).toEqual({ wykluczenia: 'greedy-only' })
  expect(whys('zasada=greedy&wykluczenia=2')).toEqual({ wykluczenia: 'bad-groups' })
  expect(whys('zasada=greedy&waga=points')).toEqual({ waga: 'shares-only' })
  for (const vector of ['1,2', '0', '3,,1', '3,-1', 'NaN', '99999']) expect(whys(`punkty=${vector}`), vector).toEqual({ punkty: 'bad-vector' })
  expect(whys('minimum=-1&reszta=pool&ziarno=%3Cb%3E')).toEqual({ minimum: 'bad-minimum', reszta: 'bad-leftover', ziarno: 'bad-seed' })
  expect(readQuestion(name => new URLSearchParams('zasada=greedy&wykluczenia=a%2Bx').get(name) ?? undefined, ['a', 'b']).wrong).toEqual({
    wykluczenia: 'unknown-project',
  })
  expect(ask('zasada=lot&krok=0&prog=-1&pula=1e9&remisy=wolny')).toMatchObject({
    question: { rule: 'equalshares/add1', increment: 100, threshold: 0, budget: undefined, ties: '' },
    wrong: { zasada: 'no-rule', krok: 'bad-increment', prog: 'bad-threshold', pula: 'bad-budget', remisy: 'no-ties' },
  })
})

test('without scripts the server counts, shows how far it is, and the same address gives the same outcome', async () => {
  expect((await home.stranger.get('/laboratorium')).html).toContain(`href="${pool}"`)
  expect((await home.stranger.get(`${pool}?zasada=equalshares-cardinality%2Fadd1`)).html).toContain('jeszcze nic nie policzono')
  expect((await home.stranger.get('/laboratorium?zasada=phragmen')).html).toContain('<option value="phragmen" selected')
  const to = expectDone(await home.stranger.post(pool, { zasada: 'equalshares-cardinality/add1', remisy: '', krok: '', prog: '', pula: '' }))
  expect(to).toBe(`${pool}?zasada=equalshares-cardinality%2Fadd1#wynik`)
  const outcome = async () => (await home.stranger.get(to.replace('#wynik', ''))).html
  await expect.poll(outcome).toContain('<b>wygrywa</b>')
  expect(await outcome()).not.toContain('jeszcze nic nie policzono')
  const wins = (await outcome()).split('<b>wygrywa</b>').length - 1
  const election = byMarks(readElection((await home.stranger.get('/archiwum/pokaz-2025/13/liczenie/karty.json')).html))
  const rule = 'equalshares-cardinality/add1'
  const { winners } = countElection(election, rule, { ties: { steps: defaultTies(rule) }, threshold: 0, increment: 100, stopExhaustive: false })
  expect(wins).toBe(winners.length)
})

test('steps end where counting at once ends, and progress never goes back', async () => {
  const election = readElection((await home.stranger.get('/archiwum/pokaz-2025/miasto/liczenie/karty.json')).html)
  const { question } = readQuestion(() => undefined)
  const steps = experiment(election, question)
  const seen: number[] = []
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const once = countElection(byMarks(election), question.rule, {
        ties: { steps: defaultTies(question.rule) },
        threshold: 0,
        increment: 100,
        stopExhaustive: false,
      })
      expect(step.value.winners).toEqual(once.winners)
      break
    }
    seen.push(step.value)
  }
  expect(seen.every(share => share >= 0 && share <= 1)).toBe(true)
})

test('what cannot be asked is said beside its field, and what was typed stays', async () => {
  const { status, html } = await home.stranger.post(pool, { zasada: 'greedy', remisy: '', krok: '1', prog: 'sto', pula: '' })
  expect([status, html.includes('Wpisz całą liczbę punktów'), html.includes('value="sto"')]).toEqual([422, true, true])
  expect((await home.stranger.get('/laboratorium/1999/13')).status).toBe(404)
  expect((await home.stranger.get('/archiwum/pokaz-2025/99/liczenie/karty.json')).status).toBe(404)
})

const ballotsOfPool = async () => readElection((await home.stranger.get('/archiwum/pokaz-2025/13/liczenie/karty.json')).html)
const outcomeOf = async (query: string) =>
  finish(experiment(await ballotsOfPool(), readQuestion(name => new URLSearchParams(query).get(name) ?? undefined).question))

test('projects that exclude one another: the page of the one that lost names the partner that won', async () => {
  const { turns, winners } = await outcomeOf('zasada=greedy')
  const [first = '', second = ''] = winners
  const groups = encodeURIComponent(`${first}+${second}`)
  const told = await outcomeOf(`zasada=greedy&wykluczenia=${groups}`)
  expect([turns?.[second]?.outcome, told.turns?.[second]?.outcome, told.turns?.[second]?.partner]).toEqual(['won', 'excluded', first])
  const { html } = await home.stranger.get(`${pool}/${second}?zasada=greedy&wykluczenia=${groups}`)
  expect(html).toContain('Wyklucza się z projektem, który stoi wyżej na liście i wygrał:')
  expect(html).toContain(`href="${pool}/${first}?zasada=greedy&amp;wykluczenia=${groups}"`)
  expect((await home.stranger.get(`${pool}/${first}?zasada=greedy&wykluczenia=${groups}`)).html).toContain('Przy tych ustawieniach wygrywa.')
  expect((await home.stranger.get(`${pool}/${second}?zasada=phragmen&krok=77`)).html).toContain('Tych ustawień jeszcze nie policzono')
  expect((await home.stranger.get(`${pool}/999?zasada=greedy`)).status).toBe(404)
  const refused = await home.stranger.post(pool, { zasada: 'greedy', wykluczenia: '1+999' })
  expect([refused.status, refused.html.includes('W tej puli nie ma projektu o takim numerze')]).toEqual([422, true])
})

test('points for places: what was really given gives the real sums; other points, other sums; marks alike where all places are worth the same', async () => {
  const e = await ballotsOfPool()
  expect(withVector(e, [3, 2, 1]).points).toEqual(e.points)
  expect(withVector(e, [6, 4, 2]).points).toEqual(e.points.map(points => 2 * points))
  expect(withVector(e, [1, 1, 1]).points).toEqual(e.votes)
  expect(withVector(e, [1]).points).toEqual(e.firsts)
  expect((await outcomeOf('zasada=greedy&punkty=1')).turns).not.toEqual((await outcomeOf('zasada=greedy')).turns)
  const shares = async (weights: string) => (await outcomeOf(`zasada=equalshares&waga=${weights}`)).winners
  expect(await shares('points')).toEqual(countElection(e, 'equalshares', usual('equalshares')).winners)
  expect(await shares('marks')).toEqual(countElection(byMarks(e), 'equalshares', usual('equalshares')).winners)
})

test('another amount of money is the money that is counted with, and the step and the end of Add1 are those of the address', async () => {
  const whole = await outcomeOf('zasada=greedy')
  const half = await outcomeOf(`zasada=greedy&pula=${whole.budget / 200}`)
  expect(half.budget).toBe(whole.budget / 2)
  expect([half.spent <= half.budget, half.winners.length < whole.winners.length]).toEqual([true, true])
  const { question } = readQuestion(name => ({ krok: '10', stop: 'tak' })[name])
  expect(settingsOf(question, [])).toMatchObject({ increment: 1000, stopExhaustive: true })
})

test('a minimum and a leftover that buys take more winners, each told apart, within the money', async () => {
  const few = await outcomeOf('zasada=greedy-threshold&prog=100000&minimum=2')
  expect([few.winners.length, few.byMinimum.length]).toEqual([2, 2])
  const stopped = await outcomeOf('zasada=greedy-no-skip')
  const bought = await outcomeOf('zasada=greedy-no-skip&reszta=next')
  expect(bought.byLeftover.length).toBeGreaterThan(0)
  expect(bought.winners.slice(0, stopped.winners.length)).toEqual(stopped.winners)
  expect(bought.spent).toBeLessThanOrEqual(bought.budget)
})

test('a tie that only a draw settles stays open until there is a seed, and the seed settles it', () => {
  const e = inventedElection(100, { a: [100, 7], b: [100, 7] })
  const ask = (query: string) =>
    finish(experiment(e, readQuestion(name => new URLSearchParams(`zasada=greedy&remisy=draw&${query}`).get(name) ?? undefined).question))
  expect(ask('').open).toEqual([['a', 'b']])
  const settled = ['1', '2', '3', '4', '5', '6'].map(seed => ask(`ziarno=${seed}`))
  expect(settled.every(({ open }) => open.length === 0)).toBe(true)
  expect(new Set(settled.map(({ winners }) => winners.join())).size).toBe(2)
})
