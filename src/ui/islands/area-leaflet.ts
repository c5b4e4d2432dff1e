import L from 'leaflet'
import { crossesItself, drawnLimits, readDrawn, writeDrawn } from '#kit/area.ts'
import type { Position } from '#kit/geo.ts'
import { actions, button, openMap } from './map-leaflet.ts'

type Words = DOMStringMap
const latLng = ([lon, lat]: Position): L.LatLngTuple => [lat, lon]

/** Corners one by one, by mouse, touch or keyboard; the field always says what is drawn. */
export async function drawArea(canvas: HTMLElement, host: HTMLElement, words: Words, field: HTMLTextAreaElement): Promise<void> {
  const { map } = await openMap(canvas, words)
  const shape = L.polygon([], { className: 'live-drawn', weight: 3 }).addTo(map)
  const corners = L.layerGroup().addTo(map)
  const said = Object.assign(document.createElement('p'), { className: 'small' })
  said.setAttribute('role', 'status')
  const read = readDrawn(field.value)
  let ring: Position[] = read.ok ? [...read.ring] : []
  const draw = () => {
    shape.setLatLngs(ring.map(latLng))
    corners.clearLayers()
    for (const corner of ring) L.circleMarker(latLng(corner), { radius: 6, className: 'live-mark', interactive: false }).addTo(corners)
    said.textContent = sentenceFor(ring, words)
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
  // what is typed by hand is drawn as soon as it makes an area
  field.addEventListener('change', () => {
    const typed = readDrawn(field.value)
    if (!typed.ok) return
    ring = [...typed.ring]
    draw()
  })
  draw()
  if (ring.length > 0) map.fitBounds(shape.getBounds().pad(0.6))
}

function sentenceFor(ring: readonly Position[], { none = '', few = '', drawn = '', crossing = '' }: Words): string {
  if (ring.length === 0) return none
  if (ring.length < drawnLimits.least) return few.replace('{n}', String(ring.length))
  return crossesItself(ring) ? crossing : drawn.replace('{n}', String(ring.length))
}

type Shown = { readonly title: string; readonly href?: string; readonly ring: readonly Position[] }

/** Areas with their names, over the districts; overlapping ones shine through each other. */
export async function showAreas(canvas: HTMLElement, words: Words): Promise<void> {
  const { map } = await openMap(canvas, words)
  const shown: readonly Shown[] = JSON.parse(words.areas ?? '[]')
  const shapes = shown.map(({ title, href, ring }) => {
    const name = href ? Object.assign(document.createElement('a'), { href, textContent: title }) : document.createTextNode(title)
    const holder = document.createElement('span')
    holder.append(name)
    return L.polygon(ring.map(latLng), { className: 'live-drawn', weight: 2.5 }).bindPopup(holder)
  })
  const group = L.featureGroup(shapes).addTo(map)
  if (shapes.length > 0) map.fitBounds(group.getBounds().pad(0.4))
}
