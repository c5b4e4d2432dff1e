/**
 * `<kept-form name="…">` around a form keeps what is being typed in this browser, so that a closed tab loses nothing, not even one whose form came back with
 * an error. Kept for one day, in this browser only, dropped as soon as the form is sent or somebody signs out. Passwords, codes and files are never kept.
 * What comes back never covers what somebody else has written meanwhile: a field is filled only if it still says what it said then.
 *
 * A form with rows that come and go says in `redraw` which button only draws it again (`name=value`). It is kept whole, and the server draws it as it was left.
 */
const day = 86_400_000
type Field = HTMLInputElement | HTMLTextAreaElement
type Kept = { at: number; fields: Record<string, { was: string; typed: string }>; whole?: [string, string][] }

class KeptForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const key = `kept:${this.getAttribute('name') ?? form.action}`
    const sent = take(sessionStorage, key)
    // the answer to a form that was sent, and not the page that follows it: what stands there is typed, and nowhere else
    const back = 'posted' in document.documentElement.dataset ? sent : undefined
    const kept = back ? undefined : read(localStorage, key)
    const fields = () => [...form.querySelectorAll<Field>('textarea, input[type=text]')].filter(field => field.name)
    const keep = () => {
      const said = fields().map(({ name, value, defaultValue }) => [name, { was: back?.fields[name]?.was ?? defaultValue, typed: value }] as const)
      const typed = Object.fromEntries(said.filter(([, { was, typed }]) => was !== typed))
      const whole = this.hasAttribute('redraw') ? { whole: wholeOf(form) } : {}
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: typed, ...whole } satisfies Kept))
    }
    form.addEventListener('input', keep)
    form.addEventListener('submit', () => {
      keep()
      sessionStorage.setItem(key, localStorage.getItem(key) ?? '')
      localStorage.removeItem(key)
    })
    // whoever was faster than this script
    const early = fields().some(({ value, defaultValue }) => value !== defaultValue)
    if (back || (early && !kept)) keep()
    else if (kept?.whole) void this.#redraw(form, kept.whole, key)
    else if (kept) fill(fields(), kept)
  }

  async #redraw(form: HTMLFormElement, whole: [string, string][], key: string) {
    const [button = '', value = ''] = this.getAttribute('redraw')?.split('=') ?? []
    form.inert = true
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams([...whole, [button, value]]) })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const drawn = page.querySelector(`kept-form[name="${CSS.escape(this.getAttribute('name') ?? '')}"] form`)
      if (!answer.ok || !drawn) return
      for (const field of drawn.querySelectorAll('[autofocus]')) field.removeAttribute('autofocus')
      form.replaceChildren(...drawn.childNodes)
      this.#say(key)
    } finally {
      form.inert = false
    }
  }

  /** Rows came and went: whoever sees them learns why, and has a way back to what is saved. */
  #say(key: string) {
    const [said, button] = [document.createElement('p'), document.createElement('button')]
    Object.assign(button, { type: 'button', className: 'btn quiet small', textContent: this.dataset.drop ?? '' })
    button.addEventListener('click', () => {
      localStorage.removeItem(key)
      location.reload()
    })
    said.className = 'why'
    said.role = 'status'
    this.prepend(said)
    said.append(this.dataset.back ?? '', ' ', button)
  }
}

const wholeOf = (form: HTMLFormElement) => [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')

function fill(fields: readonly Field[], kept: Kept): void {
  for (const field of fields) {
    const before = kept.fields[field.name]
    if (!before || field.value !== before.was) continue
    field.value = before.typed
    // for what counts it; the form has nothing new to keep
    field.dispatchEvent(new Event('input'))
    // what comes back is seen
    field.closest('details')?.setAttribute('open', '')
  }
}

function read(storage: Storage, key: string): Kept | undefined {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? 'null') as Kept | null
    if (kept && Date.now() - kept.at < day) return kept
  } catch {
    // written by something else
  }
  storage.removeItem(key)
  return undefined
}
function take(storage: Storage, key: string): Kept | undefined {
  const kept = read(storage, key)
  storage.removeItem(key)
  return kept
}

customElements.define('kept-form', KeptForm)
