import { type DrawnFault, type LineFault, pointsOver, readDrawn, readLine } from '#kit/area.ts'
import { type Line, pointOf } from '#kit/distance.ts'
import { type Area, isInside, type Ring } from '#kit/geo.ts'
import { no } from '#kit/verdict.ts'
import type { Territory } from '#modules/programme/territories/territories.rules.ts'
import { districtFinder } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'

export type AreaWhy = DrawnFault | 'area-elsewhere'
export type SettledArea =
  | { readonly ok: true; readonly area: Area; readonly districts: readonly Territory[] }
  | { readonly ok: false; readonly why: AreaWhy }

/** A district counts when at least this share of the area lies in it: a slip of the hand over a boundary does not. */
const least = 0.04

/** Checks what was drawn (lines of a form) and finds the districts that it lies in. Every corner must lie in the city. */
export async function settleDrawnArea(ctx: Ctx, typed: string): Promise<SettledArea> {
  const drawn = readDrawn(typed)
  if (!drawn.ok) return drawn
  const find = await districtFinder(ctx)
  const corners = drawn.ring.map(([lon, lat]) => find({ lon, lat }))
  if (corners.includes(undefined)) return no('area-elsewhere')
  return { ok: true, area: [[drawn.ring]], districts: districtsUnder(drawn.ring, find, corners) }
}

function districtsUnder(
  ring: Ring,
  find: Awaited<ReturnType<typeof districtFinder>>,
  corners: readonly (Territory | undefined)[],
): readonly Territory[] {
  const inside = pointsOver(ring).filter(point => isInside(point, [[ring]]))
  const found = (inside.length > 0 ? inside.map(find) : corners).filter(district => district !== undefined)
  return [...new Set(found)]
    .filter(district => found.filter(other => other.id === district.id).length >= found.length * least)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
}

export type LineWhy = LineFault | 'line-elsewhere'
export type SettledLine =
  | { readonly ok: true; readonly line: Line; readonly districts: readonly Territory[] }
  | { readonly ok: false; readonly why: LineWhy }

/** The same for a line: every point of it must lie in the city. */
export async function settleDrawnLine(ctx: Ctx, typed: string): Promise<SettledLine> {
  const read = readLine(typed)
  if (!read.ok) return read
  const find = await districtFinder(ctx)
  const under = read.line.map(position => find(pointOf(position))).filter(district => district !== undefined)
  if (under.length < read.line.length) return no('line-elsewhere')
  return { ok: true, line: read.line, districts: [...new Set(under)] }
}
