import { afterAll, beforeAll, expect, test } from 'vitest'
import { notificationJobs } from '#modules/notifications/notifications.jobs.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { JobCtx } from '#platform/jobs.ts'
import { expectDone } from '#web/testing.ts'

let at: DraftingHouse
beforeAll(async () => {
  at = await openDraftingHouse()
  at.house.now = inSubmission
})
afterAll(() => at.house.close())

const count = 12

test('many submit in one moment, each pressing three times, while the post is down: each once, and no letter is lost', async () => {
  const { house, as, ctx } = at
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push(await at.aWholeDraft({ sciezka: 'individual' }, n % 2 ? 'marta' : 'tadeusz'))
  const lead = (n: number) => as(n % 2 ? 'marta' : 'tadeusz')
  for (const [n, id] of ids.entries()) expectDone(await lead(n).post(url(paths.projectFreeze, { id })))
  const pressed = ids.flatMap((id, n) => [1, 2, 3].map(() => lead(n).post(url(paths.projectSubmission, { id }))))
  expect(new Set((await Promise.all(pressed)).map(({ status }) => status))).toEqual(new Set([303]))

  const projects = await Promise.all(ids.map(id => loadProject(ctx('marta'), id)))
  expect(new Set(projects.map(({ state }) => state))).toEqual(new Set(['submitted']))
  const numbers = projects.map(({ publicNo }) => Number(/\.(\d+)\//.exec(publicNo ?? '')?.[1])).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: count }, (_, i) => (numbers[0] ?? 0) + i))
  await house.settle()
  const facts = await house.db
    .selectFrom('ledger_chain')
    .select('subject')
    .where('fact', '=', 'project.submitted')
    .where('subject', 'in', ids)
    .execute()
  expect(facts.map(({ subject }) => subject).sort()).toEqual([...ids].sort())

  const letters = async () => house.db.selectFrom('letters').select(['id', 'state']).where('subject', 'like', 'Złożono projekt %').execute()
  const waiting = await letters()
  expect(waiting).toHaveLength(count)
  const down: JobCtx['post'] = { send: () => Promise.reject(new Error('connection refused')), close: () => {} }
  const send = notificationJobs.find(({ name }) => name === 'send-letter')
  // a job that fails is tried again later: the letter must still be there, unsent
  for (const { id } of waiting)
    await expect(send?.run({ ...house.ctx(), post: down, publicUrl: 'https://x', keepLetters: true } as unknown as JobCtx, { id })).rejects.toThrow()
  expect((await letters()).filter(({ state }) => state === 'sent' || state === 'bounced')).toEqual([])
})
