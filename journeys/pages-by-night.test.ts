import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds, walk } from './pages.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const checked = new Set<string>()
for (const as of kinds)
  test(`every page that ${as ?? 'a visitor'} can reach is valid, free of barriers and fits 320 px (en, dark)`, async () => {
    expect(await walk(stage, as, 'en', checked)).toEqual([])
  }, 600_000)
