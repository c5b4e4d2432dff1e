/**
 * `<queue-keys>` around a list of questions or a form of an answer: letters and figures act only while the focus is inside it. J and K go from
 * question to question; 1 to 4 choose a verdict, of the criterion whose head or choice has the focus, and go on to the next; Ctrl and Enter send. Its first paragraph says so.
 */
class QueueKeys extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('[data-keys]')?.removeAttribute('hidden')
    this.addEventListener('keydown', event => {
      if (event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return
      if (event.ctrlKey) return event.key === 'Enter' ? send(event) : undefined
      const fold = event.target.closest('summary')?.parentElement
      if (fold) return choose(event, fold.querySelector('fieldset'))
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return choose(event, event.target.closest('fieldset'))
      if (event.target instanceof HTMLAnchorElement) walk(this, event, event.target)
    })
    this.addEventListener('input', event => tell(event.target))
  }
}

function walk(list: HTMLElement, event: KeyboardEvent, link: HTMLAnchorElement) {
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
  if (step === 0) return
  const links = [...list.querySelectorAll<HTMLAnchorElement>('li :is(h2, h3) a')]
  links[links.indexOf(link) + step]?.focus()
  event.preventDefault()
}

/** The head of a folded criterion says what was chosen in it. */
function tell(target: EventTarget | null) {
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return
  const said = target.closest('details')?.querySelector('[data-verdict]')
  if (said) said.textContent = `: ${target.labels?.[0]?.textContent ?? ''}`
}

function choose(event: KeyboardEvent, own: HTMLFieldSetElement | null) {
  const chosen = own?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1]
  if (!own || !chosen || !/^[1-9]$/.test(event.key)) return
  event.preventDefault()
  chosen.checked = true
  chosen.dispatchEvent(new Event('input', { bubbles: true }))
  const groups = [...(own.form?.querySelectorAll<HTMLFieldSetElement>('fieldset:has(input[type=radio])') ?? [])]
  const next = groups[groups.indexOf(own) + 1]
  const target = next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector<HTMLInputElement>('input[type=radio]') ?? chosen
  // what is folded is reached by its head
  const head = target.closest('details:not([open])')?.querySelector('summary')
  ;(head ?? target).focus()
}

function send(event: KeyboardEvent) {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}

customElements.define('queue-keys', QueueKeys)
