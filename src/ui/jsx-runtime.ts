/**
 * Turns our pages into HTML text: what TypeScript's automatic JSX calls. The types are Hono's; the drawing is our own, because Hono's keeps a store per
 * request across await, which our pages never need, and asking it at each element made a page several times dearer (docs/decisions/0007).
 * Everything is escaped but what `raw` of hono/html has marked. A component is a plain function; none waits for anything.
 */
import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX } from 'hono/jsx/jsx-runtime'

type Props = { readonly children?: unknown; readonly [name: string]: unknown }
type Component = (props: Props) => unknown
type Drawable = { readonly tag: string | Component; readonly props: Props; readonly isEscaped: true; toString(): string }

export const jsx = (tag: string | Component, props: Props): Drawable => ({ tag, props, isEscaped: true, toString: written })
export const jsxs = jsx
export const jsxDEV = jsx
export const Fragment = ({ children }: Props): unknown => children

function written(this: Drawable): string {
  return element(this)
}

const marks = /[&<>"']/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => (marks.test(text) ? text.replace(/[&<>"']/g, mark => entities[mark] ?? mark) : text)

function child(what: unknown): string {
  if (typeof what === 'string') return escaped(what)
  if (typeof what === 'number') return String(what)
  if (what === undefined || what === null || typeof what === 'boolean') return ''
  if (Array.isArray(what)) {
    let text = ''
    for (const one of what) text += child(one)
    return text
  }
  if (typeof what === 'object' && 'tag' in what && 'isEscaped' in what) return element(what as Drawable)
  if (typeof what === 'object' && 'isEscaped' in what) return String(what)
  if (what instanceof Promise) throw new Error('a page cannot wait: load before drawing')
  return escaped(String(what))
}

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])

function element({ tag, props }: Drawable): string {
  if (typeof tag === 'function') return child(tag(props))
  let text = `<${tag}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  if (empty.has(tag)) return `${text}/>`
  return `${text}>${child(props.children)}</${tag}>`
}

// what is there or not, whatever its value; any other attribute says "true" or "false"
const switches = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
)
const names = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
])

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || name === 'key' || name === 'ref') return ''
  if (typeof value === 'boolean' && switches.has(name)) return value ? ` ${name}=""` : ''
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error(`the attribute ${name} cannot be a ${typeof value}`)
  return ` ${names.get(name) ?? name}="${escaped(String(value))}"`
}

type Provider<T> = (props: { readonly value: T; readonly children?: unknown }) => never
export type Surroundings<T> = { readonly Provider: Provider<T>; current(): T }

/** A value for everything drawn inside its Provider. Drawing never waits, so a plain stack is enough. */
export function surroundings<T>(outside: T): Surroundings<T> {
  const stack = [outside]
  const provide = ({ value, children }: { readonly value: T; readonly children?: unknown }) => {
    stack.push(value)
    try {
      const text = child(children)
      return { isEscaped: true, toString: () => text }
    } finally {
      stack.pop()
    }
  }
  return { Provider: provide as unknown as Provider<T>, current: () => stack.at(-1) ?? outside }
}

const drawings = new WeakMap<object, Map<string, string>>()

/** Draws a large part that is the same for everybody (the map of districts) once for as long as `of`, what it shows, stays the very same object. */
export const drawnOnce = (of: object, name: string, draw: () => unknown): JSX.Element => {
  const drawn = () => {
    const known = drawings.get(of) ?? new Map<string, string>()
    drawings.set(of, known)
    const text = known.get(name) ?? child(draw())
    known.set(name, text)
    return { isEscaped: true, toString: () => text }
  }
  return jsx(drawn, {}) as unknown as JSX.Element
}
