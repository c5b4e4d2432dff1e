import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { paths, url } from '#paths'
import type { Handler } from '#web/http.ts'
import { wantsPacked } from '#web/packed.ts'

type Asset = { readonly plain: Buffer; readonly packed: Buffer | undefined }

/** What the build left in `dist/assets`: plain name -> hashed file, and the files themselves, read once. */
export type Assets = { readonly href: (name: string) => string; readonly file: (name: string) => Promise<Asset | undefined> }

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}

export async function openAssets(folder: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const known = new Set((await readdir(folder)).filter(name => name !== 'manifest.json'))
  const read = new Map<string, Promise<Asset>>()
  const readOnce = async (name: string): Promise<Asset> => {
    const plain = await readFile(join(folder, name))
    return { plain, packed: /\.(css|js|svg|map|txt|webmanifest)$/.test(name) ? gzipSync(plain, { level: 9 }) : undefined }
  }
  return {
    href: name => url(paths.asset, { file: manifest[name] ?? name }),
    async file(name) {
      if (!known.has(name)) return undefined
      const file = read.get(name) ?? readOnce(name)
      read.set(name, file)
      return file
    },
  }
}

/** Assets of a house that was not built, as in request tests: addresses without files. */
export const noAssets: Assets = { href: name => url(paths.asset, { file: name }), file: async () => undefined }

export const serveAsset =
  (assets: Assets): Handler =>
  async c => {
    const name = c.req.param('file') ?? ''
    const asset = await assets.file(name)
    if (!asset) return c.notFound()
    const packed = wantsPacked(c.req.header('accept-encoding')) ? asset.packed : undefined
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return c.body(new Uint8Array(packed ?? asset.plain), 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      ...(asset.packed ? { Vary: 'Accept-Encoding' } : {}),
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    })
  }
