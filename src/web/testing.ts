import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { type Actor, type Grant, nobody } from '#kit/actor.ts'
import { newId } from '#kit/ids.ts'
import { modules } from '#modules'
import { readConfig } from '#platform/config.ts'
import type { Ctx } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { configureFiles } from '#platform/files.ts'
import { openLog } from '#platform/log.ts'
import { sequence } from '#platform/sequencer.ts'
import { copyTemplate } from '#platform/testing-database.ts'
import { createApp } from '#web/app.ts'
import { noAssets } from '#web/assets.ts'
import type { Module } from '#web/module.ts'
import { sessionCookie } from '#web/session.ts'

type Fields = Readonly<Record<string, string | readonly string[] | File>>
export type Answer = {
  readonly status: number
  readonly html: string
  readonly bytes: Buffer
  readonly location: string | null
  readonly headers: Headers
}
export type Visitor = { get(path: string): Promise<Answer>; post(path: string, fields?: Fields): Promise<Answer> }

export type TestHouse = {
  readonly db: Db
  /** Statements sent since the last `queries.length = 0`. */
  readonly queries: string[]
  /** The programme's clock; tests set it. */
  now: Date
  ctx(actor?: Actor): Ctx
  /** Visits the real app over HTTP requests, as this actor (no session of the people module is needed). */
  as(actor: Actor): Visitor
  readonly stranger: Visitor
  /** What is done in it is undone at its end. */
  rehearse<T>(work: () => Promise<T>): Promise<T>
  /** Lets the sequencer place every fact that waits. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Somebody for tests; the roles are grants without a narrower scope unless given. */
export const somebody = (name: string, ...grants: readonly (Grant | Grant['role'])[]): Actor => ({
  id: newId('person'),
  name,
  level: 1,
  grants: grants.map(grant => (typeof grant === 'string' ? { role: grant } : grant)),
})

/** The whole product on a database of its own: the modules' routes, real SQL, no mail, no browser. */
export async function openHouse(options: { modules?: readonly Module[]; now?: Date } = {}): Promise<TestHouse> {
  const queries: string[] = []
  const database = await copyTemplate(inject('serverUrl'), sql => queries.push(sql))
  const files = await mkdtemp(join(tmpdir(), 'wspolne-files-'))
  configureFiles(files)
  const config = readConfig({ NODE_ENV: 'test', SECRET: 'x'.repeat(32), DATA_DIR: '/nonexistent', LOG_LEVEL: 'silent' })
  const actors = new Map<string, Actor>()
  const house = { now: options.now ?? new Date('2026-03-12T11:00:00Z') }
  const app = createApp({
    config,
    db: database.db,
    log: openLog('silent'),
    modules: options.modules ?? modules,
    readSession: async (_db, token) => {
      const actor = actors.get(token)
      return actor && { actor, locale: 'pl', sessionId: token }
    },
    now: async () => house.now,
    furnish: async () => ({ menu: [], footer: [], strip: undefined, cityName: 'Budżet Obywatelski', waiting: 0 }),
    assets: noAssets,
  })
  const visitor = (actor: Actor): Visitor => {
    if (actor.id) actors.set(actor.id, actor)
    const headers: Record<string, string> = { Origin: config.publicUrl, ...(actor.id ? { Cookie: `${sessionCookie}=${actor.id}` } : {}) }
    const ask = async (path: string, init: RequestInit): Promise<Answer> => {
      const response = await app.request(`${config.publicUrl}${path}`, { ...init, headers })
      const bytes = Buffer.from(await response.arrayBuffer())
      return { status: response.status, html: bytes.toString(), bytes, location: response.headers.get('location'), headers: response.headers }
    }
    return { get: path => ask(path, {}), post: (path, fields = {}) => ask(path, { method: 'POST', body: formOf(fields) }) }
  }
  return {
    db: database.db,
    queries,
    get now() {
      return house.now
    },
    set now(moment) {
      house.now = moment
    },
    ctx: (actor = nobody) => ({ db: database.db, actor, now: house.now, wall: new Date(), locale: 'pl' }),
    as: visitor,
    stranger: visitor(nobody),
    rehearse: database.rehearse,
    async settle() {
      while ((await sequence(database.db)) > 0);
    },
    async close() {
      await database.drop()
      await rm(files, { recursive: true, force: true })
    },
  }
}

function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value as string | File]) form.append(name, one)
  return form
}

/** Follows what every act answers: 303 to a page of our own. */
export function expectDone(answer: Answer, to?: string | RegExp): string {
  expect(answer.status, answer.html.slice(0, 2000)).toBe(303)
  const location = answer.location ?? ''
  if (to !== undefined) expect(location).toMatch(to)
  return location
}

/** The file that waits where a form is shown again. */
export function expectHeld(answer: Answer, name: string): { readonly [field: string]: string } {
  const id = new RegExp(`name="${name}-waiting" value="(file_\\w+)"`).exec(answer.html)?.[1]
  expect(id, answer.html.slice(0, 2000)).toBeDefined()
  return { [`${name}-waiting`]: id ?? '' }
}
