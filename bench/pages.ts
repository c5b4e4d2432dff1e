import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Product } from '../journeys/product.ts'
import { compare, load } from './load.ts'
import { cookie, portOf, request, warm } from './requests.ts'

const clients = 32

type Sent = { readonly head: Record<string, string>; readonly body: string }
/** What the product sends for this page, but for what belongs to one connection and one moment. */
async function readSent(address: string, headers: Record<string, string>): Promise<Sent> {
  const answer = await fetch(address, { headers: { ...headers, 'Accept-Encoding': 'identity' } })
  const body = await answer.text()
  const head = Object.fromEntries(
    [...answer.headers].filter(([name]) => !['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'].includes(name)),
  )
  return { head: { ...head, 'content-length': String(Buffer.byteLength(body)) }, body }
}

/** Bare node:http in a process of its own. */
async function openBare(sent: Sent): Promise<{ port: number; stop(): void }> {
  const file = join(mkdtempSync(join(tmpdir(), 'wspolne-bare-')), 'page.json')
  writeFileSync(file, JSON.stringify(sent))
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bench-bare.mjs', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>(resolve => child.stdout.once('data', chunk => resolve(Number(String(chunk)))))
  return {
    port,
    stop() {
      child.kill()
      rmSync(dirname(file), { recursive: true })
    },
  }
}

/** One page against bare node:http that sends the same bytes. */
export async function measurePage(product: Product, path: string, token: string): Promise<Awaited<ReturnType<typeof compare>> & { bytes: number }> {
  const sent = await readSent(product.address + path, token ? { Cookie: `sesja=${token}` } : {})
  const bare = await openBare(sent)
  const rate = async (port: number, milliseconds = 1_500, least = 0) => {
    const { rate, statuses } = await load(port, clients, milliseconds, () => request('GET', path, token ? cookie(token) : ''), least)
    if (statuses.size !== 1 || !statuses.has(200)) throw new Error(`${path} answered ${JSON.stringify([...statuses])}`)
    return rate
  }
  await warm(least => rate(bare.port, 500, least))
  await warm(least => rate(portOf(product), 500, least))
  const measured = await compare(
    3,
    () => rate(bare.port),
    () => rate(portOf(product)),
  )
  bare.stop()
  return { ...measured, bytes: Buffer.byteLength(sent.body) }
}
