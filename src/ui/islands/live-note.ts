import { hear } from './news-line.ts'

/** Says that something on this page has changed since it was drawn. */
class LiveNote extends HTMLElement {
  connectedCallback() {
    const about = new Set((this.dataset.about ?? '').split(' '))
    hear(subjects => {
      if (subjects.some(subject => about.has(subject))) this.hidden = false
    })
  }
}

customElements.define('live-note', LiveNote)
