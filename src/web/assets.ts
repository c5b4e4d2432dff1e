import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paths, url } from '#paths'
import type { Handler } from '#web/http.ts'

/** What the build left in `dist/assets`: plain name -> hashed file, and the files themselves, read once. */
export type Assets = { readonly href: (name: string) => string; readonly file: (name: string) => Promise<Buffer | undefined> }

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
  const read = new Map<string, Promise<Buffer>>()
  return {
    href: name => url(paths.asset, { file: manifest[name] ?? name }),
    async file(name) {
      if (!known.has(name)) return undefined
      const file = read.get(name) ?? readFile(join(folder, name))
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
    const body = await assets.file(name)
    if (!body) return c.notFound()
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return c.body(new Uint8Array(body), 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
  }
