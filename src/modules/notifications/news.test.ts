import { afterAll, beforeAll, expect, test } from 'vitest'
import { notificationJobs } from '#modules/notifications/notifications.jobs.ts'
import { ensurePersonByEmail } from '#modules/people/people.actions.ts'
import { actorOf, confirmPerson } from '#modules/people/people.store.ts'
import { inTransaction } from '#platform/context.ts'
import { jobContext } from '#platform/jobs.ts'
import { record } from '#platform/ledger.ts'
import { openLog } from '#platform/log.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const person = async (name: string) => {
  const id = await ensurePersonByEmail(house.ctx(), { email: `${name}@example.org`, name })
  await confirmPerson(house.ctx(), id, name)
  await house.db.updateTable('persons').set({ mail_wish: 'daily' }).where('id', '=', id).execute()
  return actorOf(house.ctx(), id)
}
const act = async (who: Awaited<ReturnType<typeof person>>, subject: string) => {
  await inTransaction(house.ctx(who), ctx => record(ctx, 'comment.added', subject, { comment: 'comment_1', kind: 'for', reply: false }))
  await house.settle()
}
const morning = async () => {
  const post = { send: async () => 'sent' as const, close: () => {} }
  const ctx = jobContext(house.db, house.now, {
    post,
    log: openLog('silent'),
    publicUrl: 'https://x',
    secret: 'x'.repeat(32),
    keepLetters: true,
    things: [],
    sentence: ({ fact }) => `zaszło ${fact}`,
  })
  await notificationJobs.find(job => job.name === 'tell-daily')?.run(ctx, {})
}
const letters = async () =>
  (await house.db.selectFrom('letters').select(['address', 'body_text']).orderBy('address').execute()).map(row => row.address)

test('the digest tells what others did in my matters, once, and never what I did myself', async () => {
  const [anna, bartek, celina] = [await person('anna'), await person('bartek'), await person('celina')]
  await morning()
  await act(anna, 'need_1')
  await act(bartek, 'need_1')
  await act(celina, 'need_2')
  await morning()
  expect(await letters()).toEqual(['anna@example.org'])
  await morning()
  expect(await letters()).toEqual(['anna@example.org'])
})
