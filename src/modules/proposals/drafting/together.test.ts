import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { yes } from '#kit/verdict.ts'
import type { keepTyped } from '#modules/proposals/drafting/together.actions.ts'
import { type DraftingHouse, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { writeStory } from '#modules/proposals/testing-story.ts'
import { openRelay, writerAt } from '#modules/proposals/testing-writers.ts'
import type { CastKey } from '#seeds/cast.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
})
afterAll(() => at.house.close())

/** Five tabs of two authors; the server is cut off without a word, as by kill -9: what it had not committed it never will. */
async function tell(seed: number, early = false) {
  const id = await at.aDraft()
  await at.join(id, 'olga')
  const sessions = new Map<string, Actor>(['marta', 'olga'].map(key => [at.who(key as CastKey).id, at.who(key as CastKey)]))
  /** The planted bug: "kept" is said at once, and what would be committed later dies with the server. */
  const keepInMind: typeof keepTyped = async (_, __, wanted) => ({ verdicts: wanted.map(() => yes), last: wanted.length, standing: undefined })
  const open = (port?: number) =>
    openRelay(at.house.db, sessions, { now: at.house.now, rest: 300, ...(port && { port }), ...(early && { keep: keepInMind }) })
  let relay = await open()
  const ending = await writeStory({
    seed,
    writers: 5,
    steps: 160,
    pace: 12,
    crashes: 4,
    enter: n => writerAt(() => relay, at.who(n % 2 === 0 ? 'marta' : 'olga'), { id, section: 'opis' }),
    async crash() {
      await relay.kill()
      relay = await open(relay.port)
    },
  })
  await relay.stop()
  return ending
}

test.each([1, 2])(
  'five tabs, lost lines and a server cut off: all say the same, and no letter that was called kept is missing (seed %i)',
  async seed => {
    const { lost, kept, converged } = await tell(seed)
    expect({ lost, converged }).toEqual({ lost: [], converged: true })
    expect(kept).toBeGreaterThan(60)
  },
)
test('a server that says "kept" before it has committed is found out', async () => {
  expect((await tell(1, true)).lost).not.toEqual([])
})
