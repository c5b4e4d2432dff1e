import L from 'leaflet'
import { crossesItself, drawnLimits, lineLimits, readDrawn, readLine, writeDrawn } from '#kit/area.ts'
import { lineMetres } from '#kit/distance.ts'
import type { Position } from '#kit/geo.ts'
import { actions, button, openMap } from './map-leaflet.ts'

type Words = DOMStringMap
const latLng = ([lon, lat]: Position): L.LatLngTuple => [lat, lon]

/** How the two kinds of drawing differ: closed or open, what may be kept, what is said. */
const kinds = {
  area: {
    shape: () => L.polygon([], { className: 'live-drawn', weight: 3 }),
    read: (typed: string) => {
      const read = readDrawn(typed)
      return read.ok ? read.ring : undefined
    },
    said: (ring: readonly Position[], { few = '', drawn = '', crossing = '' }: Words) =>
      ring.length < drawnLimits.least ? few : crossesItself(ring) ? crossing : drawn,
  },
  line: {
    shape: () => L.polyline([], { className: 'live-line', weight: 5 }),
    read: (typed: string) => {
      const read = readLine(typed)
      return read.ok ? read.line : undefined
    },
    said: (line: readonly Position[], { few = '', drawn = '' }: Words) => (line.length < lineLimits.least ? few : drawn),
  },
}
const wholeMetres = (line: readonly Position[]) => Math.round(lineMetres(line)).toLocaleString(document.documentElement.lang)

/** Points one by one, by mouse, touch or keyboard; the field always says what is drawn. */
export async function drawShape(canvas: HTMLElement, host: HTMLElement, words: Words, field: HTMLTextAreaElement): Promise<void> {
  const { map } = await openMap(canvas, words)
  const kind = kinds[words.shape === 'line' ? 'line' : 'area']
  const shape = kind.shape().addTo(map)
  const corners = L.layerGroup().addTo(map)
  const said = Object.assign(document.createElement('p'), { className: 'small' })
  said.setAttribute('role', 'status')
  let ring: Position[] = [...(kind.read(field.value) ?? [])]
  const draw = () => {
    shape.setLatLngs(ring.map(latLng))
    corners.clearLayers()
    for (const corner of ring) L.circleMarker(latLng(corner), { radius: 6, className: 'live-mark', interactive: false }).addTo(corners)
    said.textContent = (ring.length === 0 ? (words.none ?? '') : kind.said(ring, words))
      .replace('{n}', String(ring.length))
      .replace('{metres}', wholeMetres(ring))
  }
  const change = (changed: Position[]) => {
    ring = changed
    field.value = writeDrawn(ring)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    draw()
  }
  const add = ({ lat, lng }: L.LatLng) => {
    if (ring.length < drawnLimits.most) change([...ring, [Number(lng.toFixed(6)), Number(lat.toFixed(6))]])
  }
  map.on('click', event => add(event.latlng))
  host.append(
    Object.assign(document.createElement('p'), { className: 'small muted', textContent: words.how ?? '' }),
    said,
    actions(
      button(words.add, () => add(map.getCenter())),
      button(words.undo, () => change(ring.slice(0, -1))),
      button(words.clear, () => change([])),
    ),
  )
  // what is typed by hand is drawn as soon as it makes a shape
  field.addEventListener('change', () => {
    const typed = kind.read(field.value)
    if (!typed) return
    ring = [...typed]
    draw()
  })
  draw()
  if (ring.length > 0) map.fitBounds(shape.getBounds().pad(0.6))
}

type Shown = {
  readonly title: string
  readonly href?: string
  readonly kind: 'land' | 'area' | 'line' | 'point'
  readonly points: readonly Position[]
}
function layerOf({ kind, points }: Shown): L.Path {
  const at = points.map(latLng)
  if (kind === 'land') return L.polygon(at, { className: 'live-land', weight: 1.5, dashArray: '4 3' })
  if (kind === 'area') return L.polygon(at, { className: 'live-drawn', weight: 2.5 })
  return kind === 'line'
    ? L.polyline(at, { className: 'live-line', weight: 5 })
    : L.circleMarker(at[0] ?? [0, 0], { radius: 8, className: 'live-mark' })
}

/** Shapes with their names, over the districts; overlapping ones shine through each other. */
export async function showShapes(canvas: HTMLElement, words: Words): Promise<void> {
  const { map } = await openMap(canvas, words)
  const shown: readonly Shown[] = JSON.parse(words.shapes ?? '[]')
  const shapes = shown.map(one => {
    const { title, href } = one
    const name = href ? Object.assign(document.createElement('a'), { href, textContent: title }) : document.createTextNode(title)
    const holder = document.createElement('span')
    holder.append(name)
    return layerOf(one).bindPopup(holder)
  })
  const group = L.featureGroup(shapes).addTo(map)
  if (shapes.length > 0) map.fitBounds(group.getBounds().pad(0.4), { maxZoom: 17 })
}
