import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { house } from '#kit/actor.ts'
import { modules } from '#modules'
import { readSession } from '#modules/people/sign-in/sessions.store.ts'
import { retentionJob } from '#modules/programme/statements/retention.jobs.ts'
import { demoOffset } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { configureFiles } from '#platform/files.ts'
import { jobContext, startJobs } from '#platform/jobs.ts'
import { forget, startKeeping } from '#platform/kept.ts'
import { listenToLedger } from '#platform/listen.ts'
import { openLog } from '#platform/log.ts'
import { openPost } from '#platform/post.ts'
import { startSequencer } from '#platform/sequencer.ts'
import { seedParts } from '#seeds/parts.ts'
import { installStartingPagesOnce } from '#seeds/starting-pages.ts'
import { welcome } from '#seeds/welcome.ts'
import { fillWorldOnce } from '#seeds/world.ts'
import { createApp, sentenceOf, thingsOf } from '#web/app.ts'
import { openAssets } from '#web/assets.ts'
import { openLive } from '#web/live.ts'
import { openPageCache } from '#web/page-cache.ts'
import { serve } from '#web/serve.ts'
import { openSockets } from '#web/sockets.ts'
import { openData } from './opening.ts'
import { acted, furnish } from './shell.tsx'

const config = readConfig(process.env)
const log = openLog(config.logLevel)

const opening = await openData(config, log, true)
if (!opening.ok) {
  console.error(opening.why)
  process.exit(1)
}
const { db, url, keeper, stop: closeData } = opening.opened
startKeeping(db)
configureFiles(join(config.dataDir, 'files'))
const now = async () => new Date(Date.now() + (config.demo ? await demoOffset(db) : 0))

const sequencer = startSequencer(keeper.db, error => log.error({ error: String(error) }, 'the sequencer will try again'))
const post = openPost(config.smtpUrl, config.mailFrom)
const jobs = await startJobs({
  pool: keeper.pool,
  jobs: [...modules.flatMap(module => module.jobs ?? []), retentionJob(modules)],
  context: async () =>
    jobContext(db, await now(), {
      post,
      log,
      publicUrl: config.publicUrl,
      secret: config.secret,
      keepLetters: config.demo,
      things: thingsOf(modules),
      sentence: sentenceOf(modules),
    }),
  log,
})
if (config.demo) await fillWorldOnce(db, new Date(), seedParts, config.secret)
else await installStartingPagesOnce({ db, actor: house, now: await now(), wall: new Date(), locale: 'pl' })

const cache = openPageCache()
const live = openLive(db, error => log.warn({ error: String(error) }, 'live news failed'))
const listener = listenToLedger(url, facts => {
  forget(db, facts)
  cache.forget()
  live.news()
})
const assets = await openAssets(fileURLToPath(new URL('./assets/', import.meta.url)))
const app = createApp({ config, db, log, modules, readSession, now, furnish, acted, assets, remember: cache.remember })
const sockets = openSockets({ config, db, modules, readSession, now, onError: error => log.warn({ error: String(error) }, 'a line failed') })
const serving = await serve({ app, cache, live, sockets, host: config.host, port: config.port }).catch(async (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} is taken. Stop what uses it or set PORT to another one.`
      : `The server cannot listen: ${error.message}`,
  )
  await stopAll(undefined)
  process.exit(1)
})
console.log(welcome(config, serving.port))

async function stopAll(web: { stop(): Promise<void> } | undefined): Promise<void> {
  await web?.stop()
  await jobs.stop()
  await sequencer.stop()
  await listener.stop()
  post.close()
  await closeData()
}

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    stopAll(serving).then(
      () => process.exit(0),
      error => {
        console.error(`The stop was not clean: ${error.message}`)
        process.exit(1)
      },
    )
  })
}
