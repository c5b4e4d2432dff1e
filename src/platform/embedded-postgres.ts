import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { chooseAccount, preparePlace } from '#platform/postgres-account.ts'
import { programOf, run, runnableBinaries, serverEnvironment } from '#platform/postgres-binaries.ts'
import { createCluster, provision, readPasswords, refuseOtherVersion, type Server, urlOf } from '#platform/postgres-cluster.ts'
import { isAlive, isServerOf, type Postmaster, readPostmaster } from '#platform/postgres-postmaster.ts'

export type EmbeddedPostgres = {
  /** The role that owns the database `wspolne`: for migrations. */
  readonly url: string
  /** The role of the running product: it has only what migrations grant. */
  readonly appUrl: string
  readonly how: 'created' | 'started' | 'adopted' | 'recovered'
  stop(): Promise<void>
}
export type PostgresOptions = {
  readonly dataDir: string
  readonly log?: (line: string) => void
  readonly port?: number
  /** For tests only: nothing is forced to disk, so a power cut loses the data. */
  readonly fast?: boolean
}

const patience = 300_000

const settings = (port: number, fast: boolean): readonly string[] => [
  'listen_addresses=127.0.0.1',
  `port=${port}`,
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=128MB',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  // Statements and details of errors carry what residents typed: the log keeps neither.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_filename=postgresql-%a.log',
  'log_rotation_age=1d',
  'log_truncate_on_rotation=on',
  `logging_collector=${fast ? 'off' : 'on'}`,
  ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
]

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function connect(server: Server, port: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(server.passwords, 'postgres', port, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** A real connection is the only proof that the server serves; null when `alive` says that it no longer will. */
async function connectWhenReady(server: Server, port: number, alive: () => boolean): Promise<pg.Client | null> {
  const end = Date.now() + patience
  while (alive()) {
    try {
      return await connect(server, port)
    } catch (error) {
      // 28P01: another server's password, or a file that no longer fits the cluster. Waiting would not help.
      if ((error as { code?: string }).code === '28P01' || Date.now() > end) throw error
      await pause(25)
    }
  }
  return null
}

/** A server left running by a killed process. */
async function adopt(server: Server, running: Postmaster): Promise<pg.Client | null> {
  return connectWhenReady(server, running.port, () => isServerOf(running, server.cluster))
}

type Launch = { readonly client: pg.Client; readonly port: number } | { readonly refused: string }

async function launch(server: Server, port: number, fast: boolean): Promise<Launch> {
  const logFile = join(server.place, 'start.log')
  rmSync(logFile, { force: true }) // it may be of another user, whom we replace
  const log = openSync(logFile, 'w', 0o600)
  const args = ['-D', server.cluster, ...settings(port, fast).flatMap(setting => ['-c', setting])]
  // Detached, so that Ctrl-C reaches only us and we can finish what is open before the database goes.
  const child = spawn(programOf(server.binaries, 'postgres'), args, {
    ...server.account,
    cwd: '/',
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let alive = true
  child.on('exit', () => {
    alive = false
  })
  child.on('error', () => {
    alive = false
  })
  child.unref()
  const client = await connectWhenReady(server, port, () => alive)
  return client ? { client, port } : { refused: readFileSync(logFile, 'utf8').trim() }
}

/** Another program may take the free port first, and a killed server's last processes need a moment to leave. */
async function launchPatiently(server: Server, options: PostgresOptions): Promise<{ readonly client: pg.Client; readonly port: number }> {
  for (let attempt = 1; ; attempt++) {
    const launched = await launch(server, options.port ?? (await freePort()), options.fast ?? false)
    if ('client' in launched) return launched
    if (attempt === 20 || !/could not (bind|create any TCP)|still in use/.test(launched.refused)) {
      throw new Error(`The database did not start: ${launched.refused || 'it ended at once'}`)
    }
    options.log?.('database: the start was refused, trying again')
    await pause(500)
  }
}

async function stopServer({ binaries, cluster, account }: Server): Promise<void> {
  const running = readPostmaster(cluster)
  if (!running || !isServerOf(running, cluster)) return
  const { code, output } = await run(programOf(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '300'], account)
  if (code !== 0 && isServerOf(running, cluster)) throw new Error(`The database did not stop: ${output}`)
}

async function open(server: Server, options: PostgresOptions): Promise<{ client: pg.Client; port: number; how: EmbeddedPostgres['how'] }> {
  if (!existsSync(server.cluster)) {
    options.log?.('database: creating')
    await createCluster(server, options.fast ?? false)
    return { ...(await launchPatiently(server, options)), how: 'created' }
  }
  const running = readPostmaster(server.cluster)
  const client = running && (await adopt(server, running))
  if (running && client) return { client, port: running.port, how: 'adopted' }
  const left = readPostmaster(server.cluster)
  if (left) {
    options.log?.('database: the last run was cut short, recovering')
    // PostgreSQL would refuse when the number of the dead server now belongs to another process of the same user.
    if (isAlive(left.pid)) await rm(join(server.cluster, 'postmaster.pid'), { force: true })
  }
  refuseOtherVersion(server.cluster, server.binaries)
  return { ...(await launchPatiently(server, options)), how: left ? 'recovered' : 'started' }
}

/** Starts a server that was killed under us again, on the same port, so that the pool simply connects anew. One that somebody stopped stays so. */
function keepAlive(server: Server, options: PostgresOptions, port: number): () => Promise<void> {
  let reviving: Promise<void> | null = null
  const revive = async () => {
    options.log?.('database: the server is gone, starting it again')
    const { client } = await open(server, { ...options, port })
    await client.end()
  }
  const watching = setInterval(() => {
    const left = readPostmaster(server.cluster)
    if (reviving || !left || isServerOf(left, server.cluster)) return
    reviving = revive()
      .catch(error => options.log?.(String(error)))
      .finally(() => {
        reviving = null
      })
  }, 500)
  watching.unref()
  return async () => {
    clearInterval(watching)
    await reviving
  }
}

/** A real PostgreSQL of our own on 127.0.0.1, kept in `<dataDir>/postgres`. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const place = join(dataDir, 'postgres')
  const account = chooseAccount(dataDir, place)
  preparePlace(dataDir, place, account)
  const binaries = await runnableBinaries(place, account)
  const server = { cluster: join(place, 'cluster'), place, binaries, account, passwords: await readPasswords(place, account) }
  const { client, port, how } = await open(server, options)
  try {
    await provision(client, server.passwords)
  } finally {
    await client.end()
  }
  options.log?.(`database: ${how}`)
  const letGo = keepAlive(server, options, port)
  return {
    url: urlOf(server.passwords, 'owner', port, 'wspolne'),
    appUrl: urlOf(server.passwords, 'app', port, 'wspolne'),
    how,
    async stop() {
      await letGo()
      await stopServer(server)
    },
  }
}
