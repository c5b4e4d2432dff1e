/**
 * `<notes-desk>` around the lines of minutes and the form for a new one. What is written is kept in this browser first and sent then,
 * so that an hour without a connection loses nothing. Each line travels with its key: sent twice, it is one line.
 * Others' lines come in quietly while nobody is writing over them.
 */
type Note = { readonly key: string; readonly text: string; readonly kind: string }
const day = 86_400_000
const again = 5_000

class NotesDesk extends HTMLElement {
  private sending = false
  private readonly store = `kept:notes:${this.dataset.about}`

  connectedCallback() {
    const form = this.querySelector<HTMLFormElement>('#nowy-zapis')
    if (!form) return
    form.addEventListener('submit', event => {
      const fields = new FormData(form)
      const text = String(fields.get('text') ?? '').trim()
      // what is too short is refused by the page itself, with its sentence beside the field
      if (text.length < 2) return
      event.preventDefault()
      event.stopPropagation()
      this.keep([...this.waiting(), { key: String(fields.get('key')), text, kind: String(fields.get('kind')) }])
      this.empty(form)
      void this.send(form)
    })
    addEventListener('online', () => void this.send(form))
    setInterval(() => void this.send(form), again)
    // the list is drawn anew where it stands; the note that it has changed has then nothing to say
    new MutationObserver(() => void this.refresh()).observe(this, { subtree: true, attributes: true, attributeFilter: ['hidden'] })
    this.say(form)
    void this.send(form)
  }

  private empty(form: HTMLFormElement) {
    const field = form.querySelector<HTMLTextAreaElement>('textarea[name=text]')
    const key = form.querySelector<HTMLInputElement>('input[name=key]')
    if (key) key.value = newKey()
    if (!field) return
    field.value = ''
    field.focus()
  }

  private waiting(): Note[] {
    try {
      const kept = JSON.parse(localStorage.getItem(this.store) ?? 'null') as { at: number; notes: Note[] } | null
      return kept && Date.now() - kept.at < day ? kept.notes : []
    } catch {
      return []
    }
  }
  private keep(notes: readonly Note[]) {
    if (notes.length === 0) localStorage.removeItem(this.store)
    else localStorage.setItem(this.store, JSON.stringify({ at: Date.now(), notes }))
  }

  /** One after another, in the order they were written. The first that cannot be sent stops the rest. */
  private async send(form: HTMLFormElement) {
    if (this.sending) return
    this.sending = true
    let sent = 0
    let trouble: string | undefined
    for (let note = this.waiting()[0]; note; note = this.waiting()[0]) {
      trouble = await this.post(form.action, note)
      if (trouble) break
      this.keep(this.waiting().slice(1))
      sent += 1
    }
    this.sending = false
    this.say(form, trouble)
    if (sent > 0) await this.refresh(true)
  }

  private async post(action: string, note: Note): Promise<string | undefined> {
    try {
      const answer = await fetch(action, { method: 'POST', body: new URLSearchParams({ ...note }) })
      if (new URL(answer.url).pathname.startsWith('/logowanie')) return this.dataset.signedOut
      if (answer.status === 409 || answer.status === 422 || answer.status === 403) return `${this.dataset.refused} ${note.text}`
      return answer.ok ? undefined : this.dataset.offline
    } catch {
      return this.dataset.offline
    }
  }

  private say(form: HTMLFormElement, trouble?: string) {
    const note = this.querySelector('.notes-waiting') ?? form.insertAdjacentElement('beforebegin', document.createElement('p'))
    if (!note) return
    note.className = 'notes-waiting why'
    note.setAttribute('role', 'status')
    const count = this.waiting().length
    note.textContent = count === 0 ? '' : `${trouble ?? this.dataset.offline} ${trouble === this.dataset.offline || !trouble ? count : ''}`
    note.toggleAttribute('hidden', count === 0)
  }

  /** Takes the list of the page as it is now; left alone while the reader is inside it. */
  private async refresh(mine = false) {
    const note = this.querySelector<HTMLElement>('live-note')
    const list = this.querySelector('#zapisy')
    if (!list || (!mine && note?.hidden !== false) || list.contains(document.activeElement)) return
    try {
      const answer = await fetch(this.dataset.here ?? location.pathname)
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#zapisy')
      if (!answer.ok || !fresh) return
      list.replaceWith(fresh)
      if (note) note.hidden = true
    } catch {
      // the connection is gone again: the lines stay as they are
    }
  }
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const newKey = () => `key_${Array.from(crypto.getRandomValues(new Uint8Array(20)), byte => letters[byte & 31]).join('')}`

customElements.define('notes-desk', NotesDesk)
