import { hear } from './news-line.ts'

/** Counts comments that came since the page was drawn, and puts them into their lists only when the reader asks. */
class LiveCount extends HTMLElement {
  private readonly fresh = new Set<string>()

  connectedCallback() {
    const about = new Set((this.dataset.about ?? '').split(' '))
    hear(subjects => {
      for (const subject of subjects) {
        const [thing = '', comment] = subject.split('#')
        // one's own is on the page already
        if (comment && about.has(thing) && !document.getElementById(comment)) this.fresh.add(comment)
      }
      this.say()
    })
    this.querySelector('a')?.addEventListener('click', event => {
      event.preventDefault()
      void this.show()
    })
  }

  private say() {
    const [one = '', few = '', many = ''] = (this.dataset.words ?? '').split('|')
    const form = new Intl.PluralRules(this.dataset.language).select(this.fresh.size)
    const words = form === 'one' ? one : form === 'few' ? few : many
    const said = this.querySelector('span')
    if (said) said.textContent = `${this.fresh.size} ${words},`
    this.hidden = this.fresh.size === 0
  }

  /** The newly drawn page gives its new comments; nothing else here is touched, so what is being written stays. */
  private async show() {
    const href = this.querySelector('a')?.href ?? location.href
    const answer = await fetch(href, { headers: { 'Cache-Control': 'no-cache' } }).catch(() => undefined)
    if (!answer?.ok) return location.assign(href)
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const put = [...this.fresh].map(id => putInPlace(drawn.getElementById(id)))
    const first = put.find(one => one !== undefined)
    // a list that is not here yet comes with the whole page
    if (put.some(one => one === undefined) || !first) return location.assign(href)
    this.fresh.clear()
    this.say()
    first.tabIndex = -1
    first.focus()
  }
}

function putInPlace(comment: HTMLElement | null): HTMLElement | undefined {
  const list = comment?.parentElement?.id && document.getElementById(comment.parentElement.id)
  if (!comment || !list) return undefined
  const after = nearestHere(comment)
  const mine = document.importNode(comment, true)
  if (after) after.after(mine)
  else list.prepend(mine)
  list.hidden = false
  return mine
}

/** The neighbour above that stands on this page too. */
function nearestHere(comment: HTMLElement): Element | undefined {
  for (let above = comment.previousElementSibling; above; above = above.previousElementSibling) {
    const here = document.getElementById(above.id)
    if (here) return here
  }
  return undefined
}

customElements.define('live-count', LiveCount)
