import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Signs in with a passkey, or adds one (`data-new`). What the device answers goes back as JSON; the server says where to go next. */
class PasskeyDoor extends HTMLElement {
  connectedCallback() {
    const inside = this.querySelector('div')
    if (!inside || !browserSupportsWebAuthn()) return
    inside.hidden = false
    this.querySelector('button')?.addEventListener('click', () => void this.open())
  }

  private async open() {
    const failed = this.querySelector<HTMLElement>('[role=alert]')
    const button = this.querySelector('button')
    if (failed) failed.hidden = true
    if (button) button.disabled = true
    try {
      location.assign(await this.ask())
    } catch {
      if (failed) failed.hidden = false
    } finally {
      if (button) button.disabled = false
    }
  }

  private async ask(): Promise<string> {
    const { options = '', answer = '', back = '' } = this.dataset
    const optionsJSON = await send(options, {})
    const response = this.dataset.new ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON })
    const { to } = await send(answer, { response, label: this.querySelector('input')?.value ?? '', back })
    return to
  }
}

async function send(address: string, body: unknown) {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

customElements.define('passkey-door', PasskeyDoor)
