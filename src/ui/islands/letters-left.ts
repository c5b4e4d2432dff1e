import { cleanText } from '#kit/typed.ts'

/**
 * `<letters-left max="…">` under a text area counts as the server counts. Seen as soon as something is written; said aloud only near the limit and beyond it,
 * and only after a pause. Nothing is ever cut.
 */
const near = 0.9
const pause = 1000

class LettersLeft extends HTMLElement {
  #field: HTMLTextAreaElement | null = null
  #seen = document.createElement('span')
  #said = document.createElement('span')
  #timer: ReturnType<typeof setTimeout> | undefined
  #listening = new AbortController()

  connectedCallback() {
    this.#field = this.parentElement?.querySelector('textarea') ?? null
    this.#seen.ariaHidden = 'true'
    this.#said.ariaLive = 'polite'
    this.#said.className = 'visually-hidden'
    this.replaceChildren(this.#seen, this.#said)
    for (const event of ['input', 'focus']) this.#field?.addEventListener(event, () => this.#count(), { signal: this.#listening.signal })
    this.#count()
  }
  disconnectedCallback() {
    this.#listening.abort()
    clearTimeout(this.#timer)
  }

  /** The words say one, few and many, with {} for the number. */
  #sentence(left: number): string {
    const { lang } = document.documentElement
    const n = Math.abs(left)
    const [one = '', few = '', many = ''] = ((left < 0 ? this.dataset.over : this.dataset.left) ?? '').split('|')
    const form = new Intl.PluralRules(lang).select(n)
    return (form === 'one' ? one : form === 'few' ? few : many).replace('{}', n.toLocaleString(lang))
  }

  #count() {
    const max = Number(this.getAttribute('max'))
    const is = cleanText(this.#field?.value ?? '').length
    const words = this.#sentence(max - is)
    this.classList.toggle('over', is > max)
    this.#seen.textContent = is === 0 ? '' : words
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const said = is > max * near ? words : ''
      if (this.#said.textContent !== said) this.#said.textContent = said
    }, pause)
  }
}

customElements.define('letters-left', LettersLeft)
