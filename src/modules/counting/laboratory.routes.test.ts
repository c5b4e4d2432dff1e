import { afterAll, beforeAll, expect, test } from 'vitest'
import { countElection, defaultTies } from '#modules/counting/count.rules.ts'
import { byMarks, readElection } from '#modules/counting/election.rules.ts'
import { experiment, queryOf, readQuestion } from '#modules/counting/laboratory.rules.ts'
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
  expect(ask('zasada=lot&krok=0&prog=-1&pula=1e9&remisy=wolny')).toMatchObject({
    question: { rule: 'equalshares/add1', increment: 100, threshold: 0, budget: undefined, ties: '' },
    wrong: { zasada: 'no-rule', krok: 'bad-increment', prog: 'bad-threshold', pula: 'bad-budget', remisy: 'no-ties' },
  })
})

test('without scripts the server counts, shows how far it is, and the same address gives the same outcome', async () => {
  expect((await home.stranger.get('/laboratorium')).html).toContain(`href="${pool}"`)
  expect((await home.stranger.get(pool)).html).toContain('Policz')
  const to = expectDone(await home.stranger.post(pool, { zasada: 'equalshares-cardinality/add1', remisy: '', krok: '', prog: '', pula: '' }))
  expect(to).toBe(`${pool}?zasada=equalshares-cardinality%2Fadd1#wynik`)
  const outcome = async () => (await home.stranger.get(to.replace('#wynik', ''))).html
  await expect.poll(outcome, { timeout: 10_000 }).toContain('<b>wygrywa</b>')
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
