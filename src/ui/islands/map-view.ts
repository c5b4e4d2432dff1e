import type { MapTools } from './map-leaflet.ts'

/**
 * `<district-view>` and `<place-picker>`: a button that brings a map which moves and zooms. The page is whole without it:
 * the drawn map, the list and two fields for coordinates. Leaflet is fetched only once somebody asks for it.
 */
async function openTools(host: HTMLElement): Promise<MapTools> {
  await wearStyles(host)
  return import('./map-leaflet.ts')
}

export async function wearStyles(host: HTMLElement): Promise<void> {
  const href = host.dataset.styles
  if (href && !document.querySelector(`link[href="${href}"]`)) {
    await new Promise(loaded => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: loaded, onerror: loaded })
      document.head.append(link)
    })
  }
}

export const canvasIn = (host: HTMLElement) => {
  const canvas = document.createElement('div')
  canvas.className = 'live-map'
  host.append(canvas)
  return canvas
}

class DistrictView extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      const tools = await openTools(this)
      button.hidden = true
      await tools.showDistricts(canvasIn(this), this.dataset)
    })
  }
}

class PlacePicker extends HTMLElement {
  connectedCallback() {
    const { lon: lonName, lat: latName, pick = '' } = this.dataset
    const lon = this.querySelector<HTMLInputElement>(`input[name="${lonName}"]`)
    const lat = this.querySelector<HTMLInputElement>(`input[name="${latName}"]`)
    const typed = this.querySelector('details')
    if (!lon || !lat || !typed) return
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn quiet', textContent: pick })
    typed.before(button)
    const open = async () => {
      button.disabled = true
      const tools = await openTools(this)
      button.hidden = true
      typed.hidden = true
      await tools.pickPlace(canvasIn(this), this, { lon, lat })
    }
    button.addEventListener('click', open)
    if (lon.value && lat.value) void open()
  }
}

customElements.define('district-view', DistrictView)
customElements.define('place-picker', PlacePicker)
