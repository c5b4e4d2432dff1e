import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '#platform/config.ts'

export type Tile = { readonly z: number; readonly x: number; readonly y: number }
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
export type TileAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }
  | { readonly ok: false; readonly status: 404 | 503 }

const kept = 30 * 86_400_000
const largest = 512 * 1024
const kinds: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
]

/** Whole numbers within the grid of their zoom; undefined for anything else. */
export function readTile(z: string, x: string, y: string): Tile | undefined {
  if (![z, x, y].every(part => /^\d{1,7}$/.test(part))) return undefined
  const tile = { z: Number(z), x: Number(x), y: Number(y) }
  const grid = 2 ** tile.z
  return tile.z <= 19 && tile.x < grid && tile.y < grid ? tile : undefined
}

const lonOf = (x: number, z: number) => (x / 2 ** z) * 360 - 180
const latOf = (y: number, z: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI
export const tileTouches = ({ z, x, y }: Tile, box: Box): boolean =>
  lonOf(x, z) <= box.east && lonOf(x + 1, z) >= box.west && latOf(y + 1, z) <= box.north && latOf(y, z) >= box.south

/**
 * A tile of the background map, from our own folder or, once in thirty days, from the city's source. So no visitor's address
 * reaches anybody else. When the source is silent an old tile is better than none.
 */
export async function tileOf(config: Pick<Config, 'tilesUrl' | 'dataDir' | 'publicUrl'>, tile: Tile, wall: Date): Promise<TileAnswer> {
  if (!config.tilesUrl) return { ok: false, status: 404 }
  const source = createHash('sha256').update(config.tilesUrl).digest('hex').slice(0, 12)
  const file = join(config.dataDir, 'tiles', source, String(tile.z), String(tile.x), String(tile.y))
  const age = await stat(file).then(
    found => wall.getTime() - found.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  )
  const fresh = age > kept ? await fetchTile(config.tilesUrl, tile, config.publicUrl) : undefined
  if (fresh) await keep(file, fresh)
  const bytes = fresh ?? (age < Number.POSITIVE_INFINITY ? new Uint8Array(await readFile(file)) : undefined)
  const type = bytes && kindOf(bytes)
  return bytes && type ? { ok: true, bytes, type } : { ok: false, status: 503 }
}

async function fetchTile(tilesUrl: string, { z, x, y }: Tile, publicUrl: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const address = tilesUrl.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)).replace('{s}', 'a')
  try {
    const answer = await fetch(address, { headers: { 'User-Agent': `wspolne-projekty (${publicUrl})` }, signal: AbortSignal.timeout(6000) })
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > largest) return undefined
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return bytes.length <= largest && kindOf(bytes) ? bytes : undefined
  } catch {
    // a foreign service that does not answer is no reason for an error page
    return undefined
  }
}

const kindOf = (bytes: Uint8Array): string | undefined => kinds.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0]

async function keep(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const own = `${file}.${process.pid}`
  await writeFile(own, bytes)
  await rename(own, file)
}
