import { lengthOf } from '#modules/proposals/drafting/drafting.rules.ts'
import { readSaid, settling } from '#modules/proposals/drafting/rooms.rules.ts'
import { keepTyped, loadShared, openShared, settleShared, type WriteWhy } from '#modules/proposals/drafting/together.actions.ts'
import { lastOf, type Place, type Standing, standingsOf } from '#modules/proposals/drafting/together.store.ts'
import { mayWriteAlong } from '#modules/proposals/proposals.rules.ts'
import { sectionOfSlug } from '#modules/proposals/views.rules.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { applied, missingFrom, type SharedText, vectorOf, wordsOf } from '#platform/shared-text.ts'
import type { Ear, Heard, Line, SocketDoor } from '#web/sockets.ts'

/** Why a line ends for good; `again` asks the browser to come back. */
type Stop = WriteWhy | 'signed-out' | 'too-long' | 'unreadable' | 'again'
type Writer = { readonly line: Line; readonly id: number; greeted: boolean; name: string; personId: string; caret: unknown }
type Waiting = { readonly writer: Writer; readonly message: Heard }
type Room = {
  readonly place: Place
  readonly writers: Set<Writer>
  readonly waiting: Waiting[]
  text: SharedText | undefined
  last: number
  max: number
  busy: Promise<void> | undefined
  ctx: Ctx | undefined
  unsettledSince: number | undefined
  timer: NodeJS.Timeout | undefined
}

const mostAtOnce = 64
const glance = 500
const sessionGlances = 20
const mostInRoom = 50

/**
 * The rooms of one instance: one for each section that somebody writes in now, closed when the last one leaves. The database has the last word: a room's text
 * is only a copy, thrown away whenever keeping fails. Nobody is told that a letter is kept before it is committed; `keep` is what commits.
 */
export function openRooms({ keep = keepTyped, rest = settling.rest }: { keep?: typeof keepTyped; rest?: number } = {}): SocketDoor & {
  readonly size: () => number
} {
  const rooms = new Map<string, Room>()
  let [numbers, glances, closed]: [number, number, boolean] = [0, 0, false]
  let looking: NodeJS.Timeout | undefined

  function roomOf(place: Place): Room {
    const key = keyOf(place)
    const there = rooms.get(key)
    if (there) return there
    const fresh = { text: undefined, last: 0, max: 0, busy: undefined, ctx: undefined, unsettledSince: undefined, timer: undefined }
    const room: Room = { place, writers: new Set(), waiting: [], ...fresh }
    rooms.set(key, room)
    looking ??= setInterval(() => void look().catch(() => {}), glance).unref()
    return room
  }

  function stop(room: Room, writer: Writer, why: Stop): void {
    if (!room.writers.delete(writer)) return
    writer.line.send(JSON.stringify({ stop: why }))
    writer.line.close()
    showPeople(room)
  }

  /** Works off what came, one batch after another. What goes wrong costs the copy, never what was kept. */
  function wake(room: Room): Promise<void> {
    room.busy ??= work(room)
      .catch(() => restart(room))
      .finally(() => {
        room.busy = undefined
        if (room.waiting.length > 0) void wake(room)
        else if (room.writers.size === 0) void leave(room)
      })
    return room.busy
  }
  function restart(room: Room): void {
    room.text = undefined
    room.waiting.length = 0
    for (const writer of [...room.writers]) stop(room, writer, 'again')
  }

  async function work(room: Room): Promise<void> {
    while (room.waiting.length > 0) {
      const [first] = room.waiting
      if (!first) return
      if ('words' in first.message) {
        room.waiting.shift()
        await answer(room, first.writer, first.message.words)
        continue
      }
      const end = room.waiting.findIndex(({ message }) => 'words' in message)
      await take(room, room.waiting.splice(0, Math.min(mostAtOnce, end < 0 ? room.waiting.length : end)))
    }
  }

  async function answer(room: Room, writer: Writer, words: string): Promise<void> {
    if (!room.writers.has(writer)) return
    const [said, ctx] = [readSaid(words), await writer.line.ctx()]
    if (!ctx) return stop(room, writer, 'signed-out')
    if (!said) return stop(room, writer, 'unreadable')
    if ('hello' in said) return greet(room, writer, ctx, said.hello)
    const standing = (await standingsOf(ctx, [room.place.projectId])).get(room.place.projectId)
    const verdict = standing && mayWriteAlong(ctx.actor, standing)
    if (!verdict?.ok) return stop(room, writer, verdict?.why ?? 'withdrawn')
    writer.caret = said.caret
    showPeople(room)
  }

  async function greet(room: Room, writer: Writer, ctx: Ctx, hello: string): Promise<void> {
    const opened = await openShared(ctx, room.place)
    if (!opened.ok) return stop(room, writer, opened.why)
    if (!room.text) Object.assign(room, { text: opened.text, last: opened.last })
    else if (room.last < opened.last) await catchUp(room, ctx)
    const missing = room.text && missingFrom(room.text, base64(hello))
    if (!room.text || !missing) return stop(room, writer, 'unreadable')
    room.max = opened.max
    room.ctx = ctx
    Object.assign(writer, { greeted: true, name: ctx.actor.name, personId: ctx.actor.id })
    writer.line.send(JSON.stringify({ state: text64(missing), vector: text64(vectorOf(room.text)), me: writer.id }))
    showPeople(room)
  }

  /** What was typed: tried on the copy, kept for those who may, then told to its writer and to the others. */
  async function take(room: Room, batch: readonly Waiting[]): Promise<void> {
    const wanted: { writer: Writer; ctx: Ctx; update: Uint8Array }[] = []
    let text = room.text
    for (const { writer, message } of batch) {
      if (!room.writers.has(writer) || !('bytes' in message)) continue
      const ctx = await writer.line.ctx()
      if (!ctx) stop(room, writer, 'signed-out')
      else if (!writer.greeted || !text) stop(room, writer, 'again')
      else {
        const wrong = wrongWith(text, message.bytes, room.max)
        if (wrong) {
          // the copy has swallowed it: the rest of the batch is tried on a clean one
          stop(room, writer, wrong)
          const clean = await loadShared(ctx, room.place)
          text = clean?.text
          for (const { update } of wanted) if (text) applied(text, update)
        } else wanted.push({ writer, ctx, update: message.bytes })
      }
    }
    const [first] = wanted
    room.text = text
    if (!first || !text) return
    const { verdicts, last, standing } = await keep(
      first.ctx,
      room.place,
      wanted.map(({ ctx, update }) => ({ actor: ctx.actor, update })),
    )
    const kept = wanted.filter((_, i) => verdicts[i]?.ok)
    const behind = last - kept.length !== room.last
    Object.assign(room, { last: behind ? room.last : last, ctx: first.ctx })
    if (standing) sift(room, standing)
    for (const [i, { writer }] of wanted.entries()) {
      const verdict = verdicts[i]
      if (verdict?.ok) writer.line.send('{"kept":1}')
      else if (verdict) stop(room, writer, verdict.why)
    }
    for (const { writer, update } of kept) for (const other of room.writers) if (other !== writer && other.greeted) other.line.send(update)
    if (kept.length < wanted.length) room.text = (await loadShared(first.ctx, room.place))?.text
    if (behind) await catchUp(room, first.ctx)
    if (kept.length > 0) settleSoon(room)
  }

  /** Somebody else has written: another instance, or a form that was sent. Everybody here is told what they lack. */
  async function catchUp(room: Room, ctx: Ctx): Promise<void> {
    const now = await loadShared(ctx, room.place)
    if (!now) return
    const lacking = room.text && missingFrom(now.text, vectorOf(room.text))
    Object.assign(room, now)
    if (lacking) for (const writer of room.writers) if (writer.greeted) writer.line.send(lacking)
  }

  /** Whoever may not write any more hears nothing more. */
  function sift(room: Room, standing: Standing): void {
    for (const writer of [...room.writers]) {
      if (!writer.greeted) continue
      const verdict = mayWriteAlong({ id: writer.personId, name: '', level: 1, grants: [] }, standing)
      if (!verdict.ok) stop(room, writer, verdict.why)
    }
  }

  /** Twice a second, two statements for all rooms: who was removed, what was frozen, what another instance wrote. Sessions more seldom. */
  async function look(): Promise<void> {
    const all = [...rooms.values()].filter(room => room.ctx)
    const ctx = all[0]?.ctx
    if (!ctx) return
    glances += 1
    const ids = [...new Set(all.map(({ place }) => place.projectId))]
    const [standings, lasts] = await Promise.all([standingsOf(ctx, ids), lastOf(ctx, ids)])
    for (const room of all) {
      const standing = standings.get(room.place.projectId)
      if (standing) sift(room, standing)
      if (!room.busy && (lasts.get(keyOf(room.place)) ?? 0) > room.last) {
        room.busy = catchUp(room, ctx).finally(() => {
          room.busy = undefined
          void wake(room)
        })
      }
      if (glances % sessionGlances === 0) for (const writer of [...room.writers]) if (!(await writer.line.ctx())) stop(room, writer, 'signed-out')
    }
  }

  function showPeople(room: Room): void {
    const people = [...room.writers].filter(({ greeted }) => greeted)
    for (const writer of people) {
      const others = people.filter(other => other !== writer).map(({ id, name, caret }) => ({ id, name, caret }))
      writer.line.send(JSON.stringify({ people: others }))
    }
  }

  function settleSoon(room: Room): void {
    room.unsettledSince ??= Date.now()
    clearTimeout(room.timer)
    const wait = Math.max(0, Math.min(rest, room.unsettledSince + settling.longest - Date.now()))
    room.timer = setTimeout(() => void settle(room).catch(() => settleSoon(room)), wait).unref()
  }
  async function settle(room: Room): Promise<void> {
    clearTimeout(room.timer)
    if (!room.ctx || room.unsettledSince === undefined) return
    room.unsettledSince = undefined
    await settleShared({ ...room.ctx, wall: new Date() }, room.place)
  }
  async function leave(room: Room): Promise<void> {
    rooms.delete(keyOf(room.place))
    if (rooms.size === 0) {
      clearInterval(looking)
      looking = undefined
    }
    // what fails here is settled by the job for forgotten texts
    await settle(room).catch(() => {})
  }

  return {
    path: paths.projectSectionLine,
    size: () => rooms.size,
    open(line): Ear {
      const section = sectionOfSlug(line.params.section ?? '')
      if (!section || closed) {
        line.close()
        return { hear: () => {}, gone: () => {} }
      }
      const room = roomOf({ projectId: line.params.id ?? '', section })
      const writer: Writer = { line, id: ++numbers, greeted: false, name: '', personId: '', caret: null }
      if (room.writers.size >= mostInRoom) line.close()
      else room.writers.add(writer)
      return {
        hear(message) {
          if (!room.writers.has(writer)) return
          room.waiting.push({ writer, message })
          void wake(room)
        },
        gone() {
          room.writers.delete(writer)
          showPeople(room)
          if (room.writers.size === 0 && !room.busy) void leave(room)
        },
      }
    },
    async close() {
      closed = true
      clearInterval(looking)
      await Promise.all(
        [...rooms.values()].map(async room => {
          await room.busy
          await settle(room).catch(() => {})
        }),
      )
    },
  }
}

const keyOf = ({ projectId, section }: Place) => `${projectId}/${section}`
const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const text64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A text that is already too long may be shortened, never grow. */
function wrongWith(text: SharedText, update: Uint8Array, max: number): Stop | undefined {
  const before = lengthOf(wordsOf(text).trim())
  if (!applied(text, update)) return 'unreadable'
  const after = lengthOf(wordsOf(text).trim())
  return after > max && after > before ? 'too-long' : undefined
}
