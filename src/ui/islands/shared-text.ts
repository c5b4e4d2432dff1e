/**
 * `<shared-text>` around one field: several people write it at once. Light until somebody starts to write, or has left something unsent here;
 * the rest is `shared-text-live.ts`. Without it the field is what it always was: the form saves it, and the server merges.
 */
class SharedText extends HTMLElement {
  #started = false

  connectedCallback() {
    const field = this.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input')
    if (!field) return
    const start = () => {
      if (this.#started) return
      this.#started = true
      import('./shared-text-live.ts').then(
        ({ shareField }) => shareField(this, field),
        () => {
          // without the network the form alone keeps what is typed; the next touch tries again
          this.#started = false
        },
      )
    }
    field.addEventListener('focus', start)
    field.addEventListener('input', start)
    // a form that remembered something has filled the field by now
    queueMicrotask(() => {
      if (document.activeElement === field || field.value !== field.defaultValue || localStorage.getItem(unsentKey(this.dataset.key ?? ''))) start()
    })
  }
}

const unsentKey = (key: string): string => `kept:shared:${key}`

customElements.define('shared-text', SharedText)
