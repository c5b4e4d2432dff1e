import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#kit/ids.ts'
import { paths, url } from '#paths'
import type { Product } from '../journeys/product.ts'
import type { BenchCity } from './city.ts'
import { openLine } from './load.ts'
import { portOf, posted } from './requests.ts'

const [readers, aSecond, seconds, latest] = [3_000, 20, 15, 2_000]

/** When each contribution was sent, and what readers have seen of it. */
type Contribution = { readonly sentAt: number; seenBy: number; worst: number }

/** Thousands read while residents comment: how late the last reader sees each comment, and what a reader costs in memory. */
export async function measureReaders(product: Product, city: BenchCity): Promise<readonly string[]> {
  const contributions = new Map<string, Contribution>()
  const before = memoryOf(product)
  const sockets = await openReaders(portOf(product), contributions)
  const resting = memoryOf(product)
  await contribute(portOf(product), city, contributions)
  await pause(2 * latest)
  const after = memoryOf(product)
  const open = sockets.filter(socket => !socket.destroyed).length
  for (const socket of sockets) socket.destroy()
  const all = [...contributions.values()]
  const unseen = all.reduce((sum, { seenBy }) => sum + readers - seenBy, 0)
  const late = all.map(({ worst }) => worst).sort((a, b) => a - b)
  const [middle = 0, worst = 0] = [late[Math.floor(late.length / 2)], late.at(-1)]
  const ok = unseen === 0 && worst <= latest && open === readers
  const each = (kilobytes: number) => `${((kilobytes - before) / readers).toFixed(1)} KiB`
  return [
    `${ok ? 'ok    ' : 'MISSED'} ${readers} readers, ${all.length} comments at ${aSecond} a second: the last reader saw each within ${Math.round(worst)} ms, at most ${latest} ms`,
    `       half of the comments within ${Math.round(middle)} ms; unseen: ${unseen}; lines still open: ${open}; memory for each reader: ${each(resting)} at rest, ${each(after)} after the run`,
  ]
}

/** In KiB, as the system counts it. */
const memoryOf = ({ child }: Product): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0)

async function openReaders(port: number, contributions: ReadonlyMap<string, Contribution>): Promise<Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < readers) {
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(100, readers - sockets.length) }, () => openReader(port, contributions)))))
  }
  return sockets
}

async function openReader(port: number, contributions: ReadonlyMap<string, Contribution>): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  let text = ''
  let greet: () => void = () => {}
  const greeted = new Promise<void>((resolve, reject) => {
    greet = resolve
    socket.on('error', reject)
  })
  socket.on('data', part => {
    text += part.toString('latin1')
    if (text.includes('retry:')) greet()
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      note(text.slice(0, end), contributions)
      text = text.slice(end + 2)
    }
  })
  socket.write(`GET ${paths.live} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  await greeted
  return socket
}

const read = new Map<string, readonly string[]>()
/** All readers get the same frame: it is taken apart once. */
function note(frame: string, contributions: ReadonlyMap<string, Contribution>): void {
  const [, data] = /data: (\[.*\])/.exec(frame) ?? []
  if (!data) return
  const things = read.get(data) ?? (JSON.parse(data) as string[])
  read.set(data, things)
  const now = performance.now()
  for (const thing of things) {
    const contribution = contributions.get(thing.split('#')[1] ?? '')
    if (!contribution) continue
    contribution.seenBy += 1
    contribution.worst = Math.max(contribution.worst, now - contribution.sentAt)
  }
}

/** Comments through the front door, so many a second, each by another resident about another need. */
async function contribute(port: number, city: BenchCity, contributions: Map<string, Contribution>): Promise<void> {
  const lines = await Promise.all(city.residents.map(() => openLine(port)))
  const start = performance.now()
  const sent: Promise<void>[] = []
  for (let turn = 0; turn < aSecond * seconds; turn++) {
    await pause(Math.max(0, start + (turn * 1_000) / aSecond - performance.now()))
    const [who, need] = [turn % city.residents.length, city.needs[turn % city.needs.length] ?? '']
    const key = newId('key')
    contributions.set(key.replace('key', 'comment'), { sentAt: performance.now(), seenBy: 0, worst: 0 })
    const fields = { key, kind: 'for', text: 'Popieram. Chodzę tędy codziennie i bardzo tego brakuje.' }
    const status = lines[who]?.ask(posted(url(paths.needComments, { id: need }), city.residents[who]?.token ?? '', fields))
    sent.push(
      Promise.resolve(status).then(code => {
        if (code !== 303) throw new Error(`a comment answered ${code}`)
      }),
    )
  }
  await Promise.all(sent)
  for (const line of lines) line.close()
}
