import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '#platform/embedded-postgres.ts'
import { dropTemplate, filesOfWorld, makeTemplate } from '#platform/testing-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

let ready: Promise<{ url: string; stop: () => Promise<void> }> | undefined
let users = 0

/** One database server for the whole run: the embedded one in a fresh folder, or the one of DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  users += 1
  ready ??= openServer()
  const { url, stop } = await ready
  project.provide('serverUrl', url)
  return async () => {
    users -= 1
    if (users > 0) return
    await stop()
    await rm(filesOfWorld, { recursive: true, force: true })
  }
}

async function openServer() {
  const given = process.env.DATABASE_URL
  if (given) {
    await makeTemplate(given)
    return { url: given, stop: () => dropTemplate(given) }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'wspolne-test-'))
  const server = await startPostgres({ dataDir, fast: true })
  await makeTemplate(server.url)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
