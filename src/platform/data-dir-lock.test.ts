import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockDataDir } from '#platform/data-dir-lock.ts'

const root = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const lockFile = (dataDir: string) => join(dataDir, 'running.lock')
const quick = { beat: 200, silence: 1_000 }

test('the second start is refused in one sentence, and the folder is free once the first has ended', async () => {
  const dataDir = join(root, 'two')
  const first = await lockDataDir(dataDir)
  const second = await lockDataDir(dataDir)
  expect(second).toEqual({ ok: false, why: expect.stringContaining(`already runs on the data in ${dataDir}`) })
  if (first.ok) first.release()
  expect(readdirSync(dataDir)).toEqual([])
  const third = await lockDataDir(dataDir)
  expect(third.ok).toBe(true)
  if (third.ok) third.release()
})

test('the lock of a killed process is taken over, though its number is in use again', async () => {
  const dataDir = join(root, 'killed')
  const first = await lockDataDir(dataDir)
  const held = JSON.parse(readFileSync(lockFile(dataDir), 'utf8'))
  const stranger = spawn('sleep', ['60'])
  writeFileSync(lockFile(dataDir), JSON.stringify({ ...held, pid: stranger.pid }))
  expect((await lockDataDir(dataDir)).ok).toBe(true)
  stranger.kill()
  await once(stranger, 'exit')
  if (first.ok) first.release()
})

test('of many that find a dead lock at once, one gets it', async () => {
  const dataDir = join(root, 'crowd')
  const first = await lockDataDir(dataDir)
  writeFileSync(lockFile(dataDir), JSON.stringify({ ...JSON.parse(readFileSync(lockFile(dataDir), 'utf8')), pid: 2 ** 22 + 1 }))
  const crowd = await Promise.all(Array.from({ length: 16 }, () => lockDataDir(dataDir)))
  expect(crowd.filter(lock => lock.ok)).toHaveLength(1)
  if (first.ok) first.release()
})

test('from another machine a lock holds as long as it shows signs of life', async () => {
  const dataDir = join(root, 'shared')
  await lockDataDir(dataDir, quick)
  writeFileSync(lockFile(dataDir), JSON.stringify({ pid: 1, beginning: '1', place: 'elsewhere' }))
  const beating = setInterval(() => utimesSync(lockFile(dataDir), new Date(), new Date()), 200)
  expect((await lockDataDir(dataDir, quick)).ok).toBe(false)
  clearInterval(beating)
})

test('a silent lock from another machine is taken over', async () => {
  const dataDir = join(root, 'silent')
  const first = await lockDataDir(dataDir, { beat: 60_000, silence: 1_000 })
  if (first.ok) first.release()
  writeFileSync(lockFile(dataDir), JSON.stringify({ pid: 1, beginning: '1', place: 'elsewhere' }))
  const next = await lockDataDir(dataDir, quick)
  expect(next.ok).toBe(true)
  if (next.ok) next.release()
})
