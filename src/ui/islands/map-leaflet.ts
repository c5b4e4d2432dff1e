import type { Feature, FeatureCollection } from 'geojson'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'

type Words = DOMStringMap
type Source = FeatureCollection & { readonly tiles?: string }
export type MapTools = { readonly showDistricts: typeof showDistricts; readonly pickPlace: typeof pickPlace }

/** Boundaries from our own server; tiles too, and only where the city has switched them on. */
export async function openMap(canvas: HTMLElement, { source = '', label = '', attribution = '' }: Words) {
  const data: Source = await fetch(source, { headers: { Accept: 'application/json' } }).then(answer => answer.json())
  canvas.setAttribute('role', 'group')
  canvas.setAttribute('aria-label', label)
  const map = L.map(canvas, { zoomSnap: 0.25, attributionControl: Boolean(data.tiles), maxZoom: 18 })
  if (data.tiles) L.tileLayer(data.tiles, { attribution, maxZoom: 19 }).addTo(map)
  const areas = L.geoJSON(data, { style: { className: data.tiles ? 'live-area over-tiles' : 'live-area', weight: 1.5 } }).addTo(map)
  areas.eachLayer(layer => {
    if (layer instanceof L.Polygon && layer.feature)
      L.tooltip({ permanent: true, direction: 'center', className: 'live-label' })
        .setLatLng(layer.getBounds().getCenter())
        .setContent(String(layer.feature.properties?.roman ?? ''))
        .addTo(map)
  })
  const bounds = areas.getBounds()
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [8, 8] }).setMaxBounds(bounds.pad(0.5))
  else map.setView([50.06, 19.94], 11)
  return { map, areas }
}

export async function showDistricts(canvas: HTMLElement, words: Words): Promise<void> {
  const { areas } = await openMap(canvas, words)
  areas.eachLayer(layer => {
    const properties = (layer as L.GeoJSON & { feature: Feature }).feature.properties
    const link = Object.assign(document.createElement('a'), {
      href: `${words.district}/${properties?.number}`,
      textContent: `${properties?.roman} ${properties?.name}`,
    })
    layer.bindPopup(link)
  })
}

/** Sets two fields of the form; by mouse, touch or keyboard. */
export async function pickPlace(canvas: HTMLElement, host: HTMLElement, fields: { lon: HTMLInputElement; lat: HTMLInputElement }): Promise<void> {
  const words = host.dataset
  const { map } = await openMap(canvas, words)
  const mark = L.circleMarker([0, 0], { radius: 9, className: 'live-mark' })
  const said = Object.assign(document.createElement('p'), { className: 'small', textContent: words.how ?? '' })
  said.setAttribute('role', 'status')
  const put = (at: L.LatLngExpression) => {
    const { lat, lng } = L.latLng(at)
    fields.lon.value = lng.toFixed(6)
    fields.lat.value = lat.toFixed(6)
    mark.setLatLng([lat, lng]).addTo(map)
    said.textContent = words.picked ?? ''
    fields.lon.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const clear = () => {
    fields.lon.value = ''
    fields.lat.value = ''
    mark.remove()
    said.textContent = words.how ?? ''
  }
  map.on('click', event => put(event.latlng))
  host.append(
    said,
    actions(
      button(words.centre, () => put(map.getCenter())),
      button(words.clear, clear),
    ),
  )
  if (fields.lon.value && fields.lat.value) {
    const at = L.latLng(Number(fields.lat.value.replace(',', '.')), Number(fields.lon.value.replace(',', '.')))
    put(at)
    map.setView(at, 14)
  }
}

export function button(label: string | undefined, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn quiet small', textContent: label ?? '' })
  made.addEventListener('click', act)
  return made
}
export function actions(...buttons: readonly HTMLButtonElement[]): HTMLElement {
  const row = Object.assign(document.createElement('div'), { className: 'acts' })
  row.append(...buttons)
  return row
}
