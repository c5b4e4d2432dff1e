/**
 * `<queue-keys>` around a list of questions or a form of an answer: letters and figures act only while the focus is inside it. J and K go from
 * question to question; 1 to 4 choose a verdict and go on to the next criterion; Ctrl and Enter send. Its first paragraph says so.
 */
class QueueKeys extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('[data-keys]')?.removeAttribute('hidden')
    this.addEventListener('keydown', event => {
      if (event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return
      if (event.ctrlKey) return event.key === 'Enter' ? send(event) : undefined
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return choose(event, event.target)
      if (event.target instanceof HTMLAnchorElement) walk(this, event, event.target)
    })
  }
}

function walk(list: HTMLElement, event: KeyboardEvent, link: HTMLAnchorElement) {
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
  if (step === 0) return
  const links = [...list.querySelectorAll<HTMLAnchorElement>('li :is(h2, h3) a')]
  links[links.indexOf(link) + step]?.focus()
  event.preventDefault()
}

function choose(event: KeyboardEvent, radio: HTMLInputElement) {
  const own = radio.closest('fieldset')
  const chosen = own?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1]
  if (!own || !chosen || !/^[1-9]$/.test(event.key)) return
  event.preventDefault()
  chosen.checked = true
  chosen.dispatchEvent(new Event('input', { bubbles: true }))
  const groups = [...(radio.form?.querySelectorAll<HTMLFieldSetElement>('fieldset:has(input[type=radio])') ?? [])]
  const next = groups[groups.indexOf(own) + 1]
  const target = next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector<HTMLInputElement>('input[type=radio]') ?? chosen
  target.focus()
}

function send(event: KeyboardEvent) {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}

customElements.define('queue-keys', QueueKeys)
