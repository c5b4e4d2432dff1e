import { type Area, type Position, type Ring, wound } from '#kit/geo.ts'
import { findByName, fromRoman, type Territory, type TerritoryKind } from '#modules/programme/territories/territories.rules.ts'

/** An area of a GeoJSON file, matched with the territory it bounds; `territory` is absent for one to be added. */
export type ReadArea = {
  readonly feature: number
  readonly kind: Exclude<TerritoryKind, 'city'>
  readonly number: number | null
  readonly name: string
  readonly territory: Territory | undefined
  readonly parentId: string
  readonly area: Area
}
export type AreaFault = {
  /** Counted from 1, as people count; 0 for the file as a whole. */
  readonly feature: number
  readonly why:
    | 'not-features'
    | 'empty'
    | 'not-area'
    | 'short-ring'
    | 'not-degrees'
    | 'no-name'
    | 'kind'
    | 'no-such-district'
    | 'name-differs'
    | 'no-such-parent'
    | 'twice'
  readonly what: string
}
export type ReadAreas = { readonly areas: readonly ReadArea[]; readonly faults: readonly AreaFault[] }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a FeatureCollection. A district is matched by its number or name; an estate or a custom area (`kind`) says in `parent`
 * in which district it lies. Every fault is told with the number of its feature; with any fault nothing should be taken.
 */
export function readAreas(json: unknown, territories: readonly Territory[]): ReadAreas {
  if (!isObject(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features))
    return { areas: [], faults: [{ feature: 0, why: 'not-features', what: isObject(json) ? String(json.type) : typeof json }] }
  if (json.features.length === 0) return { areas: [], faults: [{ feature: 0, why: 'empty', what: '' }] }
  const read = json.features.map((feature, i) => readFeature(feature, i + 1, territories))
  const areas = read.flatMap(one => ('area' in one ? [one] : []))
  const faults = read.flatMap(one => ('why' in one ? [one] : []))
  return { areas, faults: [...faults, ...doubled(areas)] }
}

function readFeature(feature: unknown, at: number, territories: readonly Territory[]): ReadArea | AreaFault {
  const no = (why: AreaFault['why'], what = ''): AreaFault => ({ feature: at, why, what })
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {}
  const area = readGeometry(isObject(feature) ? feature.geometry : undefined)
  if ('why' in area) return no(area.why, area.what)
  const say = (...keys: readonly string[]) =>
    String(keys.map(key => properties[key]).find(value => value !== undefined && value !== null && value !== '') ?? '').trim()
  const kind = say('kind', 'rodzaj') || 'district'
  if (kind !== 'district' && kind !== 'estate' && kind !== 'custom') return no('kind', kind)
  const name = say('name', 'nazwa', 'fullName')
  const matched =
    kind === 'district'
      ? matchDistrict(say('number', 'numer', 'nr', 'roman'), name, territories)
      : matchSmaller(kind, name, say('parent', 'dzielnica'), territories)
  return 'why' in matched ? no(matched.why, matched.what) : { feature: at, kind, area: area.area, ...matched }
}

type Matched = Pick<ReadArea, 'number' | 'name' | 'territory' | 'parentId'>
type Wrong = Pick<AreaFault, 'why' | 'what'>

function matchDistrict(written: string, name: string, territories: readonly Territory[]): Matched | Wrong {
  const districts = territories.filter(({ kind }) => kind === 'district')
  const city = territories.find(({ kind }) => kind === 'city')
  const number = /^\d{1,3}$/.test(written) ? Number(written) : (fromRoman(written) ?? null)
  const byNumber = districts.find(district => number !== null && district.number === number)
  if (byNumber && name && !sameDistrict(byNumber.name, name)) return { why: 'name-differs', what: `${number}: ${byNumber.name} ≠ ${name}` }
  const territory = byNumber ?? findByName(districts, name)
  if (territory) return { number: territory.number, name: territory.name, territory, parentId: territory.parentId ?? '' }
  // a city that has no districts yet takes them from its own file
  if (districts.length === 0 && city && number !== null && name) return { number, name, territory: undefined, parentId: city.id }
  return name || written ? { why: 'no-such-district', what: name || written } : { why: 'no-name', what: '' }
}
/** "Dzielnica XIII Podgórze" is Podgórze too. */
const sameDistrict = (own: string, name: string) => findByName([{ name: own }], name.replace(/^dzielnica\s+[IVXLC\d]*\s*/i, '')) !== undefined

function matchSmaller(kind: 'estate' | 'custom', name: string, parent: string, territories: readonly Territory[]): Matched | Wrong {
  if (!name) return { why: 'no-name', what: '' }
  const above = territories.filter(territory => territory.kind === 'district' || territory.kind === 'city')
  const number = /^\d{1,3}$/.test(parent) ? Number(parent) : fromRoman(parent)
  const within = parent
    ? (above.find(territory => number !== undefined && territory.number === number) ?? findByName(above, parent))
    : above.find(one => one.kind === 'city')
  if (!within) return { why: 'no-such-parent', what: parent }
  const territory = territories.find(one => one.kind === kind && one.parentId === within.id && one.name === name)
  return { number: null, name, territory, parentId: within.id }
}

function doubled(areas: readonly ReadArea[]): AreaFault[] {
  const seen = new Set<string>()
  return areas.flatMap(({ feature, kind, number, name, parentId }) => {
    const key = `${kind} ${parentId} ${number ?? name}`
    if (!seen.has(key)) return seen.add(key) && []
    return [{ feature, why: 'twice' as const, what: name }]
  })
}

function readGeometry(geometry: unknown): { readonly area: Area } | Wrong {
  const type = isObject(geometry) ? geometry.type : undefined
  const coordinates = isObject(geometry) ? geometry.coordinates : undefined
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : undefined
  if (!polygons || polygons.length === 0) return { why: 'not-area', what: String(type ?? '') }
  const area: Ring[][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return { why: 'not-area', what: String(type) }
    const rings = polygon.map(readRing)
    const wrong = rings.find((ring): ring is Wrong => 'why' in ring)
    if (wrong) return wrong
    area.push(rings.flatMap(ring => ('why' in ring ? [] : [ring])))
  }
  return { area: wound(area) }
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** A ring is closed where the file forgot to; heights are left out. */
function readRing(ring: unknown): Ring | Wrong {
  if (!Array.isArray(ring)) return { why: 'not-area', what: '' }
  const positions: Position[] = []
  for (const position of ring) {
    const [lon, lat] = Array.isArray(position) ? position : []
    if (typeof lon !== 'number' || typeof lat !== 'number' || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
      return { why: 'not-degrees', what: JSON.stringify(position) }
    positions.push([rounded(lon), rounded(lat)])
  }
  const [first, last] = [positions[0], positions.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first)
  return positions.length >= 4 ? positions : { why: 'short-ring', what: `${positions.length}` }
}
