/**
 * `<kept-form name="…">` around a form keeps what is being typed in this browser, so that a closed tab loses nothing.
 * Kept for one day, in this browser only, and dropped as soon as the form is sent. Passwords, codes and files are never kept.
 */
const day = 86_400_000
type Kept = { at: number; fields: Record<string, string> }

class KeptForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const key = `kept:${this.getAttribute('name') ?? form.action}`
    const fields = () => [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type=text]')].filter(field => field.name)
    const kept = read(key)
    if (kept) for (const field of fields()) if (!field.value) field.value = kept.fields[field.name] ?? ''
    form.addEventListener('input', () => {
      const typed = Object.fromEntries(fields().map(field => [field.name, field.value]))
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: typed } satisfies Kept))
    })
    form.addEventListener('submit', () => localStorage.removeItem(key))
  }
}

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    if (kept && Date.now() - kept.at < day) return kept
    localStorage.removeItem(key)
  } catch {
    localStorage.removeItem(key)
  }
  return undefined
}

customElements.define('kept-form', KeptForm)
