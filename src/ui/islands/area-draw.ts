import { canvasIn, wearStyles } from './map-view.ts'

/**
 * `<area-draw>` turns a field of points into a map to draw on; `<area-view>` shows areas and lines that somebody drew. Both are a button first, and
 * Leaflet comes only once somebody presses it. Without script the points are typed, or the place is said in words.
 */
class AreaDraw extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea')
    const typed = this.querySelector('details')
    if (!field || !typed) return
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn quiet', textContent: this.dataset.draw ?? '' })
    typed.before(button)
    const open = async () => {
      button.disabled = true
      await wearStyles(this)
      const { drawShape } = await import('./area-leaflet.ts')
      button.hidden = true
      const box = document.createElement('div')
      typed.before(box)
      await drawShape(canvasIn(box), box, this.dataset, field)
    }
    button.addEventListener('click', open)
    if (field.value.trim() !== '') void open()
  }
}

class AreaView extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      await wearStyles(this)
      const { showShapes } = await import('./area-leaflet.ts')
      button.hidden = true
      await showShapes(canvasIn(this), this.dataset)
    })
  }
}

customElements.define('area-draw', AreaDraw)
customElements.define('area-view', AreaView)
