/**
 * `<similar-ideas data-source="…" data-form="…" data-names="title where">` shows what resembles the title being typed in that form, half a second after the last key.
 * Without it the same comes by the form's own button; what the server drew first stays until there is something to ask.
 */
const pause = 500
const least = 4

class SimilarIdeas extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = ''
  #listening = new AbortController()

  connectedCallback() {
    const form = document.querySelector<HTMLFormElement>(`#${this.dataset.form}`)
    form?.addEventListener('input', () => this.#soon(form), { signal: this.#listening.signal })
    // what was typed before this script came
    const [title = 'title'] = this.dataset.names?.split(' ') ?? []
    const field = form?.elements.namedItem(title)
    if (form && field instanceof HTMLInputElement && field.value !== field.defaultValue) this.#soon(form)
  }
  disconnectedCallback() {
    this.#listening.abort()
    clearTimeout(this.#timer)
  }

  #soon(form: HTMLFormElement) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(form), pause)
  }

  async #ask(form: HTMLFormElement) {
    const typed = new FormData(form)
    const of = (name: string) => String(typed.get(name) ?? '').trim()
    const [titleName = 'title', whereName = 'where'] = this.dataset.names?.split(' ') ?? []
    const title = of(titleName)
    const query = new URLSearchParams({ tytul: title, gdzie: of(whereName), lon: of('lon'), lat: of('lat'), fragment: '1' }).toString()
    if (title.length < least || query === this.#asked) return
    this.#asked = query
    try {
      const answer = await fetch(`${this.dataset.source}?${query}`, { signal: this.#listening.signal })
      // an answer that was overtaken by a later question is not shown
      if (answer.ok && query === this.#asked) this.innerHTML = await answer.text()
    } catch {
      // no network: what stands here already stays, and the button remains
      this.#asked = ''
    }
  }
}

customElements.define('similar-ideas', SimilarIdeas)
