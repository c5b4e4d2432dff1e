import * as Y from 'yjs'
import { rebased, spliceBetween } from '#kit/splices.ts'
import { drawCarets } from './shared-carets.ts'
import { base64Of, bytesOf, type LineState, openSharedLine, type Person, type SharedLine } from './shared-line.ts'

type Field = HTMLTextAreaElement | HTMLInputElement
const day = 86_400_000
const byHand = Symbol('typed here')

/** Binds a plain field to the shared text: keys go out as they are pressed, what others type comes in around the caret. */
export function shareField(element: HTMLElement, field: Field): void {
  const key = `kept:shared:${element.dataset.key ?? ''}`
  // what the field says, as far as the shared text knows
  let [shown, composing, open] = [field.defaultValue, false, false]
  const line = openSharedLine({
    connect: () => new WebSocket(new URL(element.dataset.line ?? '', location.href.replace(/^http/, 'ws'))),
    unsent: readUnsent(key),
    keep: unsent => writeUnsent(key, unsent),
    onState: state => {
      if (open) say(element, state)
    },
    onPeople: people => show(element, field, line, people),
  })
  const undo = new Y.UndoManager(line.text, { trackedOrigins: new Set([byHand]) })

  const draw = () => {
    if (composing) return
    const text = line.text.toString()
    if (text !== field.value) replace(field, text, line)
    shown = text
  }
  const take = () => {
    if (!open || composing) return
    const typed = spliceBetween(shown, field.value)
    const { at, gone, come } = rebased(typed, spliceBetween(shown, line.text.toString()))
    if (gone > 0 || come !== '')
      line.doc.transact(() => {
        line.text.delete(at, gone)
        line.text.insert(at, come)
      }, byHand)
    draw()
  }
  line.doc.on('update', (_: Uint8Array, origin: unknown) => {
    if (open && origin !== byHand) draw()
    show(element, field, line)
  })
  void line.opened.then(() => {
    open = true
    take()
    say(element, line.state())
  })
  field.addEventListener('input', take)
  field.addEventListener('compositionstart', () => {
    composing = true
  })
  field.addEventListener('compositionend', () => {
    composing = false
    take()
  })
  field.addEventListener('keydown', event => undone(event as KeyboardEvent, open ? undo : undefined))
  document.addEventListener('selectionchange', () => tellCaret(field, line))
  const settled = () => open && line.state() === 'kept' && field.value === line.text.toString()
  field.form?.addEventListener('submit', event => {
    const form = event.currentTarget as HTMLFormElement
    const mark = form.elements.namedItem('razem')
    if (mark instanceof HTMLInputElement) mark.value = settled() ? '1' : ''
    if (settled() || form.dataset.gone) return
    // the form must not bring a second time what is under way: it waits a moment for the line, and goes alone where the line is dead
    event.preventDefault()
    event.stopPropagation()
    if (!navigator.onLine) return say(element, 'away')
    const waits = open && line.state() === 'sending'
    void until(settled, waits ? patience : 0).then(() => {
      if (!settled()) {
        line.drop()
        writeUnsent(key, undefined)
        form.dataset.gone = 'true'
      }
      form.requestSubmit(event.submitter)
    })
  })
}

const patience = 3_000
/** At least one turn: a form that is asked to go while it is still telling that it goes stays where it is. */
async function until(so: () => boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  do await new Promise(resolve => setTimeout(resolve, 50))
  while (!so() && Date.now() < end)
}

/** A browser's own undo would take back what others wrote: ours takes back what was typed here. */
function undone(event: KeyboardEvent, undo: Y.UndoManager | undefined): void {
  const letter = event.key.toLowerCase()
  if (!undo || !(event.ctrlKey || event.metaKey) || event.altKey || (letter !== 'z' && letter !== 'y')) return
  event.preventDefault()
  if (letter === 'y' || event.shiftKey) undo.redo()
  else undo.undo()
}

/** The new text, with caret and selection where they were among the words. */
function replace(field: Field, text: string, line: SharedLine): void {
  const change = spliceBetween(field.value, text)
  const moved = (at: number) => (at <= change.at ? at : Math.max(change.at + change.come.length, at + change.come.length - change.gone))
  const [from, to, top] = [moved(field.selectionStart ?? 0), moved(field.selectionEnd ?? 0), field.scrollTop]
  field.value = text
  if (document.activeElement === field) field.setSelectionRange(from, to)
  field.scrollTop = top
  if (line.state() === 'kept') tellCaret(field, line)
}

let caretTimer: ReturnType<typeof setTimeout> | undefined
function tellCaret(field: Field, line: SharedLine): void {
  if (document.activeElement !== field || caretTimer) return
  caretTimer = setTimeout(() => {
    caretTimer = undefined
    const place = (at: number | null) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(line.text, at ?? 0))
    if (field.value === line.text.toString()) line.caret({ from: place(field.selectionStart), to: place(field.selectionEnd) })
  }, 200)
}

const others = new WeakMap<HTMLElement, readonly Person[]>()
function show(element: HTMLElement, field: Field, line: SharedLine, people = others.get(element) ?? []): void {
  others.set(element, people)
  const names = element.querySelector<HTMLElement>('[data-people]')
  const said = people.length === 0 ? '' : (element.dataset.people ?? '').replace('{}', [...new Set(people.map(({ name }) => name))].join(', '))
  if (names && names.textContent !== said) {
    names.textContent = said
    names.hidden = said === ''
  }
  if (field instanceof HTMLTextAreaElement) {
    const places = people.flatMap(({ name, caret }) => {
      const at = indexOf(line, (caret as { to?: unknown } | null)?.to)
      return at === undefined ? [] : [{ name, at }]
    })
    drawCarets(field, places)
  }
}
function indexOf(line: SharedLine, place: unknown): number | undefined {
  if (!place) return undefined
  const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), line.doc)
  return found?.type === line.text ? found.index : undefined
}

/** One quiet line under the field; only what ends the writing is said at once. */
function say(element: HTMLElement, state: LineState): void {
  const note = element.querySelector<HTMLElement>('[role=status]')
  if (!note) return
  const words = JSON.parse(element.dataset.words ?? '{}') as Record<string, string>
  const said = typeof state === 'string' ? words[state] : (words[state.stop] ?? words.away)
  note.classList.toggle('why', typeof state !== 'string')
  if (note.textContent !== said) note.textContent = said ?? ''
}

function readUnsent(key: string): Uint8Array | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { at: number; update: string } | null
    return kept && Date.now() - kept.at < day ? bytesOf(kept.update) : undefined
  } catch {
    return undefined
  }
}
function writeUnsent(key: string, unsent: Uint8Array | undefined): void {
  try {
    if (unsent) localStorage.setItem(key, JSON.stringify({ at: Date.now(), update: base64Of(unsent) }))
    else localStorage.removeItem(key)
  } catch {
    // a browser that keeps nothing still has the page itself
  }
}
