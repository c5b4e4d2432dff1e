import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTile, tileOf, tileTouches } from '#web/tiles.ts'

test.each([
  ['12', '2274', '1388', { z: 12, x: 2274, y: 1388 }],
  ['0', '0', '0', { z: 0, x: 0, y: 0 }],
  ['1', '2', '0', undefined],
  ['20', '1', '1', undefined],
  ['-1', '0', '0', undefined],
  ['1', '../1', '0', undefined],
  ['1e1', '1', '1', undefined],
])('tile %s/%s/%s', (z, x, y, tile) => expect(readTile(z, x, y)).toEqual(tile))

test('only tiles over the city are fetched for anybody', () => {
  const box = { west: 19.79, south: 49.96, east: 20.22, north: 50.13 }
  expect(tileTouches({ z: 12, x: 2274, y: 1388 }, box)).toBe(true)
  expect(tileTouches({ z: 12, x: 2200, y: 1388 }, box)).toBe(false)
  expect(tileTouches({ z: 0, x: 0, y: 0 }, box)).toBe(true)
})

test('a tile is fetched once, kept, and an old one serves while the source is silent', async () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  let [asked, answer] = [0, () => png as Buffer | string]
  const source = createServer((_, response) => {
    asked += 1
    response.end(answer())
  })
  await new Promise<void>(ready => source.listen(0, '127.0.0.1', () => ready()))
  const dataDir = await mkdtemp(join(tmpdir(), 'tiles-'))
  const port = (source.address() as AddressInfo).port
  const config = { tilesUrl: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`, dataDir, publicUrl: 'http://localhost:3000' }
  const tile = { z: 3, x: 4, y: 2 }
  const now = new Date()
  try {
    expect(await tileOf({ ...config, tilesUrl: undefined }, tile, now)).toEqual({ ok: false, status: 404 })
    expect(await tileOf(config, tile, now)).toMatchObject({ ok: true, type: 'image/png' })
    expect(await tileOf(config, tile, now)).toMatchObject({ ok: true })
    expect(asked).toBe(1)
    answer = () => '<html>not a picture</html>'
    expect(await tileOf(config, { ...tile, x: 5 }, now)).toEqual({ ok: false, status: 503 })
    expect(await tileOf(config, tile, new Date(now.getTime() + 40 * 86_400_000))).toMatchObject({ ok: true })
    expect(asked).toBe(3)
  } finally {
    source.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
