/**
 * `<kept-form name="…">` around a form keeps what is being typed in this browser, so that a closed tab loses nothing.
 * Kept for one day, in this browser only, dropped as soon as the form is sent or somebody signs out. Passwords, codes and files are never kept.
 * What comes back never covers what somebody else has written meanwhile: a field is filled only if it still says what it said then.
 */
const day = 86_400_000
type Kept = { at: number; fields: Record<string, { was: string; typed: string }> }

class KeptForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const key = `kept:${this.getAttribute('name') ?? form.action}`
    const fields = () => [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type=text]')].filter(field => field.name)
    const kept = read(key)
    for (const field of fields()) {
      const before = kept?.fields?.[field.name]
      if (!before || field.value !== before.was) continue
      field.value = before.typed
      // what comes back is seen
      field.closest('details')?.setAttribute('open', '')
    }
    form.addEventListener('input', () => {
      const typed = fields().filter(field => field.value !== field.defaultValue)
      const entries = typed.map(field => [field.name, { was: field.defaultValue, typed: field.value }])
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: Object.fromEntries(entries) } satisfies Kept))
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
