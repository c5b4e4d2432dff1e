import { setTimeout as pause } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { house } from '#kit/actor.ts'
import { notificationJobs } from '#modules/notifications/notifications.jobs.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { jobContext, startJobs } from '#platform/jobs.ts'
import { postLetter } from '#platform/letters.ts'
import { openLog } from '#platform/log.ts'
import { openPost } from '#platform/post.ts'
import { startSequencer } from '#platform/sequencer.ts'
import { copyTemplate, type TestDatabase } from '#platform/testing-database.ts'
import { writeLetter } from '#ui/letter.tsx'

/** A real mail server in this process: it takes letters for everybody but one. */
const received: ParsedMail[] = []
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, answer) =>
    answer(address.startsWith('gone') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
  onData: (stream, _session, done) => {
    simpleParser(stream).then(mail => {
      received.push(mail)
      done()
    }, done)
  },
})

let database: TestDatabase
let running: { stop(): Promise<void> }[]
const until = async (what: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await what()); tries++) await pause(50)
}
const ctx = (): Ctx => ({ db: database.db, actor: house, now: new Date(), wall: new Date(), locale: 'pl' })
const stateOf = async (id: string) => database.db.selectFrom('letters').select(['state', 'body_text']).where('id', '=', id).executeTakeFirstOrThrow()
const written = writeLetter('pl', {
  subject: 'Marta zaprasza do szkicu',
  lead: 'Odpowiedz do piątku, 20 marca.',
  act: { label: 'Zobacz szkic', path: '/projekty/p1' },
  foot: 'Piszemy, bo…',
})
const send = (address: string) => inTransaction(ctx(), ctx => postLetter(ctx, { personId: null, address, ...written }))

beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'))
  await new Promise<void>(resolve => mailServer.listen(0, '127.0.0.1', resolve))
  const address = mailServer.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const [log, post] = [openLog('silent'), openPost(`smtp://127.0.0.1:${port}`, 'Wspólne Projekty <bo@miasto.example>')]
  const context = async () =>
    jobContext(database.db, new Date(), {
      post,
      log,
      publicUrl: 'https://bo.miasto.example',
      secret: 'x'.repeat(32),
      keepLetters: false,
      things: [],
      sentence: fact => `zaszło ${fact.fact}`,
    })
  running = [await startJobs({ pool: database.pool, jobs: notificationJobs, context, log }), startSequencer(database.db, () => {})]
})
afterAll(async () => {
  for (const part of running) await part.stop()
  await new Promise<void>(resolve => mailServer.close(() => resolve()))
  await database.drop()
})

test('a letter written in an action reaches the mailbox as text and HTML with the same one link, and its text is not kept', async () => {
  const id = await send('anna@example.org')
  await until(async () => (await stateOf(id)).state === 'sent')
  expect(await stateOf(id)).toEqual({ state: 'sent', body_text: '' })
  const mail = received.find(one => JSON.stringify(one.to).includes('anna@example.org'))
  expect(mail?.subject).toBe('Marta zaprasza do szkicu')
  expect(mail?.text).toContain('https://bo.miasto.example/projekty/p1')
  expect(mail?.html).toContain('href="https://bo.miasto.example/projekty/p1"')
})

test('a letter of an action that failed is never sent', async () => {
  await inTransaction(ctx(), async ctx => {
    await postLetter(ctx, { personId: null, address: 'nobody@example.org', ...written })
    throw new Error('refused after all')
  }).catch(() => {})
  await send('later@example.org')
  await until(() => received.some(one => JSON.stringify(one.to).includes('later@')))
  expect(received.some(one => JSON.stringify(one.to).includes('nobody@'))).toBe(false)
})

test('a mailbox that refuses for good is marked, not tried for ever', async () => {
  const id = await send('gone@example.org')
  await until(async () => (await stateOf(id)).state === 'bounced')
  expect((await stateOf(id)).state).toBe('bounced')
})
