import { Logger, parseCronItems, run, runMigrations, type Logger as WorkerLogger } from 'graphile-worker'
import type pg from 'pg'
import { house } from '#kit/actor.ts'
import type { Locale } from '#kit/texts.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import type { RecordedFact } from '#platform/ledger.ts'
import type { Log } from '#platform/log.ts'
import type { Post } from '#platform/post.ts'
import type { ThingKind } from '#platform/things.ts'

/** What a job is given: the house acts, in real time, and it may hand letters to the post. */
export type JobCtx = Ctx & {
  readonly post: Post
  readonly log: Log
  readonly publicUrl: string
  /** Of this installation, for links that only we can have written. */
  readonly secret: string
  readonly keepLetters: boolean
  /** Every kind of thing of the product, for `findThings`. */
  readonly things: readonly ThingKind[]
  readonly sentence: (fact: Pick<RecordedFact, 'fact' | 'payload'>, locale: Locale) => string
}

/** Work that happens later. `at` makes it a timed job (crontab, UTC); `about` is its line in the list of all scheduled work. */
export type Job = {
  readonly name: string
  readonly about: string
  readonly at?: string
  readonly run: (ctx: JobCtx, payload: unknown) => Promise<void>
}

export const migrateJobs = (url: string): Promise<void> => runMigrations({ connectionString: url, logger: quiet })

/** Runs jobs until stopped. A job that throws is tried again later, ever more rarely. */
export async function startJobs(options: {
  pool: pg.Pool
  jobs: readonly Job[]
  context: () => Promise<JobCtx>
  log: Log
}): Promise<{ stop(): Promise<void> }> {
  const { pool, jobs, context, log } = options
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    logger: quiet,
    parsedCronItems: parseCronItems(jobs.flatMap(job => (job.at ? [{ task: job.name, match: job.at, options: { backfillPeriod: 0 } }] : []))),
    taskList: Object.fromEntries(
      jobs.map(job => [
        job.name,
        async (payload: unknown) => {
          try {
            await job.run(await context(), payload)
          } catch (error) {
            log.error({ job: job.name, error: String(error) }, 'a job failed and will be tried again')
            throw error
          }
        },
      ]),
    ),
  })
  return { stop: () => runner.stop() }
}

export const jobContext = (
  db: Db,
  now: Date,
  extra: Pick<JobCtx, 'post' | 'log' | 'publicUrl' | 'secret' | 'keepLetters' | 'things' | 'sentence'>,
): JobCtx => ({
  db,
  actor: house,
  now,
  wall: new Date(),
  locale: 'pl',
  ...extra,
})

const quiet: WorkerLogger = new Logger(() => () => {})
