import { linesOf } from '#kit/lines.ts'
import { type Checked, pabulibCheck } from '#modules/counting/pabulib/check.rules.ts'

type Words = Readonly<Record<'line' | 'file' | 'fine' | 'broken' | 'more' | 'reading', string>> & {
  readonly levels: Readonly<Record<'error' | 'warning', string>>
  readonly codes: Readonly<Record<string, string>>
}

/** `<pabulib-check>` around the form: looks at the chosen file in the browser, so that it is not sent. Without it the form's own button sends it. */
class PabulibCheck extends HTMLElement {
  private readonly words: Words = JSON.parse(this.dataset.words ?? '{}')
  private turn = 0

  connectedCallback() {
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    const look = () => {
      const file = input?.files?.[0]
      if (file) void this.look(file)
    }
    input?.addEventListener('change', look)
    // whoever was faster than this script has chosen already
    look()
    this.querySelector('form')?.addEventListener('submit', event => {
      event.preventDefault()
      delete (event.target as HTMLFormElement).dataset.sent
      look()
    })
    this.addEventListener('dragover', event => event.preventDefault())
    this.addEventListener('drop', event => {
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      void this.look(file)
    })
  }

  private async look(file: File) {
    this.turn += 1
    const mine = this.turn
    this.of('wynik')?.removeAttribute('hidden')
    this.say('sum', this.words.reading)
    this.say('more', '')
    this.querySelector('[data-of="findings"]')?.replaceChildren()
    const checking = pabulibCheck()
    for await (const lines of linesOf(file.stream() as unknown as AsyncIterable<Uint8Array>)) {
      for (const line of lines) checking.line(line)
      // the page stays alive between the pieces, and another file may have been chosen
      await new Promise(resolve => setTimeout(resolve))
      if (mine !== this.turn) return
    }
    this.show(file.name, checking.end())
  }
  private of = (id: string) => this.querySelector<HTMLElement>(`#${id}`)
  private say(name: string, text: string) {
    const place = this.querySelector(`[data-of="${name}"]`)
    if (place) place.textContent = text
  }
  private show(name: string, { ok, findings, unwritten }: Checked) {
    const { words } = this
    this.say('sum', `${name}: ${ok ? words.fine : words.broken}`)
    this.say('more', unwritten > 0 ? `${words.more} ${unwritten}.` : '')
    const items = findings.map(({ line, level, code, what }) => {
      const item = document.createElement('li')
      const place = document.createElement('b')
      place.textContent = `${line ? `${words.line} ${line}` : words.file}, ${words.levels[level]}`
      item.append(place, `: ${words.codes[code]}${what && ` (${what})`}.`)
      return item
    })
    this.querySelector('[data-of="findings"]')?.replaceChildren(...items)
  }
}

customElements.define('pabulib-check', PabulibCheck)
