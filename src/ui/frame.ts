import type { Child } from 'hono/jsx'
import type { Locale } from '#kit/texts.ts'

export type MenuItem = { readonly label: string; readonly href: string }

/** What the layout needs to know about this visit. Pages take it whole, as their first prop, and pass it to the layout. */
export type Frame = {
  readonly locale: Locale
  /** Path of this request, to mark the menu entry one stands in and to come back to after signing in. */
  readonly path: string
  /** The same with its query (a place, a page of a list), for what leads back to this very page. */
  readonly here: string
  /** This page answers a form that was sent: what stands in it may be nowhere else. */
  readonly posted?: boolean
  readonly now: Date
  /** Name of the city's programme, e.g. "Budżet Obywatelski Krakowa". */
  readonly cityName: string
  readonly menu: readonly MenuItem[]
  readonly footer: readonly (readonly MenuItem[])[]
  /** Who is signed in; undefined for a visitor. `waiting` counts what waits for them in My matters. */
  readonly person: { readonly id: string; readonly name: string; readonly staff: boolean; readonly waiting: number } | undefined
  /** One sentence about what has just happened, shown once. */
  readonly flash: string | undefined
  /** The strip above everything: the demo bar, a notice of the city. */
  readonly strip: Child | undefined
  /** Address of a built asset by its plain name, e.g. `theme.css`. */
  readonly asset: (name: string) => string
}
