import * as Y from 'yjs'

/** What the line says of itself: all is kept, something is under way, the server is away, or it is over and why. */
export type LineState = 'kept' | 'sending' | 'away' | { readonly stop: string }
export type Person = { readonly id: number; readonly name: string; readonly caret: unknown }
type Options = {
  readonly connect: () => WebSocket
  /** What an earlier visit could not send. */
  readonly unsent?: Uint8Array | undefined
  readonly onState: (state: LineState) => void
  readonly onPeople?: (people: readonly Person[]) => void
  /** Called with everything that the server has not yet said it has. */
  readonly keep?: (unsent: Uint8Array | undefined) => void
  /** Milliseconds: how long keys are gathered, and the first wait before the next try. */
  readonly gather?: number
  readonly patience?: number
  /** How long the server may say nothing about what it was sent before the line counts as broken. */
  readonly silence?: number
}
export type SharedLine = {
  readonly doc: Y.Doc
  readonly text: Y.Text
  /** Has the server's text come at least once? */
  readonly opened: Promise<void>
  readonly state: () => LineState
  readonly caret: (caret: unknown) => void
  readonly close: () => void
  /** Ends the line and says nothing more: what is not kept goes another way. */
  readonly drop: () => void
}

const longest = 15_000
const fromServer = Symbol('server')

/**
 * One text shared over one line, which is mended as often as it breaks. What is typed goes out in small bundles; a bundle counts as kept only when the
 * server has said so, and what it has not said so about is offered again after each break: the text's own merging makes twice the same as once.
 */
export function openSharedLine({ connect, unsent, onState, onPeople, keep, gather = 150, patience = 500, silence = 6_000 }: Options): SharedLine {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  if (unsent) Y.applyUpdate(doc, unsent, fromServer)
  let socket: WebSocket | undefined
  let [ready, over, wait, state]: [boolean, boolean, number, LineState] = [false, false, patience, 'away']
  let typed: Uint8Array[] = []
  let sent: Uint8Array[] = []
  let left: Uint8Array[] = unsent ? [unsent] : []
  let timer: ReturnType<typeof setTimeout> | undefined
  let watch: ReturnType<typeof setTimeout> | undefined
  let openedNow = () => {}
  const opened = new Promise<void>(resolve => {
    openedNow = resolve
  })

  const say = (next: LineState) => {
    state = next
    onState(next)
  }
  const lacking = () => [...left, ...sent, ...typed]
  const note = () => {
    const all = lacking()
    keep?.(all.length > 0 ? Y.mergeUpdates(all) : undefined)
    if (!over && ready) say(all.length > 0 ? 'sending' : 'kept')
  }
  // a phone in a tunnel tells nobody that its line is dead
  const listen = () => {
    clearTimeout(watch)
    const line = socket
    if (sent.length > 0 && line) watch = setTimeout(() => broken(line), silence)
  }
  const flush = () => {
    timer = undefined
    if (!ready || typed.length === 0) return
    const bundle = Y.mergeUpdates(typed)
    typed = []
    sent.push(bundle)
    socket?.send(bundle as Uint8Array<ArrayBuffer>)
    listen()
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === fromServer) return
    typed.push(update)
    timer ??= setTimeout(flush, gather)
    note()
  })

  function heard(message: Heard): void {
    if (message.state !== undefined) {
      Y.applyUpdate(doc, bytesOf(message.state), fromServer)
      // everything the server lacks, whatever became of it before
      const missing = Y.encodeStateAsUpdate(doc, bytesOf(message.vector ?? ''))
      const any = lacking().length > 0
      ;[left, sent, typed, ready, wait] = [[], [], any ? [missing] : [], true, patience]
      flush()
      openedNow()
      note()
    } else if (message.kept) {
      sent.shift()
      listen()
      note()
    } else if (message.people) onPeople?.(message.people)
    else if (message.stop && message.stop !== 'again') {
      over = true
      say({ stop: message.stop })
    }
  }

  function dial(): void {
    if (over) return
    const line = connect()
    socket = line
    line.binaryType = 'arraybuffer'
    line.onopen = () => line.send(JSON.stringify({ hello: base64Of(Y.encodeStateVector(doc)) }))
    line.onmessage = ({ data }) => {
      if (typeof data === 'string') heard(JSON.parse(data) as Heard)
      else Y.applyUpdate(doc, new Uint8Array(data as ArrayBuffer), fromServer)
    }
    line.onerror = () => {}
    line.onclose = () => broken(line)
  }

  function broken(line: WebSocket): void {
    if (socket !== line) return
    socket = undefined
    clearTimeout(watch)
    // what it still has to say is about bundles that go out anew
    line.onmessage = null
    line.close()
    ready = false
    onPeople?.([])
    if (over) return
    say('away')
    setTimeout(dial, wait * (0.5 + Math.random()))
    wait = Math.min(longest, wait * 2)
  }
  dial()
  return {
    doc,
    text,
    opened,
    state: () => state,
    caret: caret => {
      if (ready) socket?.send(JSON.stringify({ caret }))
    },
    close() {
      over = true
      flush()
      socket?.close()
    },
    drop() {
      over = true
      ready = false
      clearTimeout(timer)
      clearTimeout(watch)
      socket?.close()
    },
  }
}

type Heard = { state?: string; vector?: string; kept?: number; people?: readonly Person[]; stop?: string }
export const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
