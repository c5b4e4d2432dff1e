import type { LabOutcome } from '#modules/counting/laboratory/laboratory.rules.ts'
import { type HereWords, hereOf } from '#modules/counting/laboratory/laboratory-words.rules.ts'
import type { PabulibFault } from '#modules/counting/pabulib/pabulib-election.rules.ts'
import { writePrivate } from '#modules/counting/pabulib/pabulib-write.rules.ts'
import { labFields, type QuestionWhy, queryOf, readQuestion } from '#modules/counting/question.rules.ts'
import type { LabAsked, LabRow, LabTold } from './laboratory-worker.ts'

type Words = Readonly<
  Record<'language' | 'counting' | 'reading' | 'broken' | 'failed' | 'csv' | 'picture' | 'bitmap' | 'file' | 'fewBallots' | 'open', string>
> &
  HereWords & { readonly why: Readonly<Record<QuestionWhy, string>>; readonly codes: Readonly<Record<string, string>> }
const pause = 250

/**
 * `<vote-laboratory>` around the settings and the table: counts in a worker as they change, and keeps them in the address. A file is read in the browser and
 * goes nowhere. Without it the form's own button lets the server count.
 */
class VoteLaboratory extends HTMLElement {
  private readonly words: Words = JSON.parse(this.dataset.words ?? '{}')
  private worker: Worker | undefined
  private turn = 0
  private file: File | undefined
  /** Of the file; what names none, or none that is known, is shown as plain numbers. */
  private currency: string | undefined = 'PLN'
  private timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    this.hidden = false
    const form = this.querySelector<HTMLFormElement>('form')
    form?.addEventListener('input', () => this.soon(form))
    form?.addEventListener('submit', event => {
      event.preventDefault()
      // the page sends a form only once; this one is never sent
      delete form.dataset.sent
      this.ask(form)
    })
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    const read = () => {
      const file = input?.files?.[0]
      if (!file || !form) return
      this.file = file
      this.say(this.words.reading)
      this.send({ file })
      this.ask(form)
    }
    input?.addEventListener('change', read)
    // whoever was faster than this script, or came back to the page, has chosen already
    read()
    if (this.dataset.ballots && form) this.ask(form)
  }
  disconnectedCallback() {
    this.worker?.terminate()
    clearTimeout(this.timer)
  }

  private send(asked: LabAsked) {
    if (!this.worker) {
      this.worker = new Worker(this.dataset.worker ?? '', { type: 'module' })
      this.worker.onmessage = ({ data }: MessageEvent<LabTold>) => this.hear(data)
      this.worker.onerror = () => this.say(this.words.failed)
      if (this.dataset.ballots) this.worker.postMessage({ ballots: this.dataset.ballots })
    }
    this.worker.postMessage(asked)
  }
  private soon(form: HTMLFormElement) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(form), pause)
  }
  private ask(form: HTMLFormElement) {
    const typed = new FormData(form)
    const question = Object.fromEntries(Object.values(labFields).map(name => [name, String(typed.get(name) ?? '')]))
    this.turn += 1
    const ids = this.rows().map(row => row.dataset.id ?? '')
    const asked = readQuestion(name => question[name], ids.length > 0 ? ids : undefined)
    const [wrong] = Object.values(asked.wrong)
    if (wrong) return this.say(this.words.why[wrong])
    this.send({ question, turn: this.turn })
    const query = `?${queryOf(asked.question)}`
    history.replaceState(null, '', query)
    for (const link of this.querySelectorAll<HTMLAnchorElement>('tbody a')) link.search = query
  }

  private hear(told: LabTold) {
    if ('rows' in told) {
      this.currency = /^[A-Z]{3}$/.test(told.currency ?? '') ? told.currency : undefined
      return this.draw(told.rows)
    }
    if ('broken' in told) return this.refuse(told.broken)
    if ('failed' in told) return this.say(this.words.failed)
    if (told.turn !== this.turn) return
    if ('progress' in told) return this.say(`${this.words.counting} ${Math.round(told.progress * 100)}%`)
    this.say('')
    this.show(told.outcome)
  }
  /** What stood there was of another file. */
  private refuse({ line, why, what }: PabulibFault) {
    this.say(`${this.words.broken} ${line}: ${this.words.codes[why] ?? ''}${what && ` (${what})`}.`)
    this.draw([])
    for (const name of ['winners', 'spent', 'left', 'withWinner', 'ties']) this.of(name)?.replaceChildren('–')
    for (const name of ['open', 'exports']) this.of(name)?.setAttribute('hidden', '')
  }
  private of(name: string): HTMLElement | null {
    return this.querySelector(`[data-of="${name}"]`)
  }
  private say(sentence: string) {
    const place = this.of('progress')
    if (place) place.textContent = sentence
    place?.toggleAttribute('hidden', sentence === '')
  }
  private money(grosze: number): string {
    return new Intl.NumberFormat(this.words.language, {
      ...(this.currency ? { style: 'currency', currency: this.currency } : {}),
      minimumFractionDigits: grosze % 100 === 0 ? 0 : 2,
    }).format(grosze / 100)
  }

  private show(outcome: LabOutcome) {
    const { winners, spent, budget, voters, withWinner, ties, open } = outcome
    const share = voters === 0 ? 0 : (100 * withWinner) / voters
    const said = {
      winners: String(winners.length),
      spent: this.money(spent),
      left: this.money(budget - spent),
      withWinner: `${share.toLocaleString(this.words.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`,
      ties: String(ties),
    }
    for (const [name, value] of Object.entries(said)) {
      const place = this.of(name)
      if (place) place.textContent = value
    }
    const titles = new Map(this.rows().map(row => [row.dataset.id ?? '', this.titleOf(row)]))
    const titleOf = (id: string) => titles.get(id) ?? id
    const waiting = this.of('open')
    if (waiting) waiting.textContent = `${this.words.open} ${open.map(tied => tied.map(titleOf).join(' = ')).join('; ')}.`
    waiting?.toggleAttribute('hidden', open.length === 0)
    for (const row of this.rows()) {
      const cell = row.querySelector('[data-of="here"]')
      if (!cell) continue
      const { wins, text } = hereOf(this.words, outcome, row.dataset.id ?? '', titleOf)
      const word = document.createElement(wins ? 'b' : 'span')
      word.textContent = text
      cell.replaceChildren(word)
    }
    this.offer()
  }
  private titleOf(row: HTMLTableRowElement): string {
    return (row.querySelector('th a') ?? row.querySelector('th'))?.textContent?.trim() ?? ''
  }
  private rows(): HTMLTableRowElement[] {
    return [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  }

  private draw(rows: readonly LabRow[]) {
    const body = this.querySelector('tbody')
    body?.replaceChildren(
      ...rows.map(({ id, title, cost, points, real }) => {
        const row = document.createElement('tr')
        row.dataset.id = id
        const name = document.createElement('th')
        name.scope = 'row'
        const number = document.createElement('span')
        number.className = 'muted num'
        number.textContent = id
        name.append(number, ` ${title || id}`)
        const cells = [
          '–',
          real ? this.words.wins : this.words.loses,
          cost === null ? '?' : this.money(cost),
          points.toLocaleString(this.words.language),
        ].map((text, at) => {
          const cell = document.createElement('td')
          if (at > 1) cell.className = 'num'
          if (at === 0) cell.dataset.of = 'here'
          cell.textContent = text
          return cell
        })
        row.append(name, ...cells)
        return row
      }),
    )
  }

  private offer() {
    const place = this.of('exports')
    if (!place) return
    place.hidden = false
    place.replaceChildren(
      this.download(this.words.csv, 'laboratorium.csv', 'text/csv', this.table()),
      this.download(this.words.picture, 'laboratorium.svg', 'image/svg+xml', this.picture()),
      this.button(this.words.bitmap, () => this.bitmap()),
      ...(this.file ? [this.button(this.words.file, () => this.saveFile())] : []),
    )
  }
  private button(words: string, act: () => Promise<void>): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn quiet small'
    button.textContent = words
    button.addEventListener('click', () => void act())
    return button
  }
  /** The dropped file again, without anything about people; it is made here and goes nowhere. */
  private async saveFile() {
    if (!this.file) return
    const written = writePrivate(await this.file.text(), most => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % most)
    if (!written.ok) return this.say(this.words.fewBallots)
    this.download('', this.file.name.replace(/(\.pb)?$/, '-bez-osob.pb'), 'text/plain', written.text).click()
  }
  private async bitmap() {
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(this.picture())}`
    await image.decode()
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [image.width * 2, image.height * 2]
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (blob) this.download('', 'laboratorium.png', 'image/png', blob).click()
  }
  private download(words: string, name: string, type: string, content: string | Blob): HTMLAnchorElement {
    const link = document.createElement('a')
    link.className = 'btn quiet small'
    link.textContent = words
    link.download = name
    link.href = URL.createObjectURL(new Blob([content], { type }))
    return link
  }
  private cells(): string[][] {
    return [...this.querySelectorAll('table tr')].map(row => [...row.children].map(cell => cell.textContent?.trim() ?? ''))
  }
  private table(): string {
    // a sheet must not take a title for a formula
    const safe = (text: string) => `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
    return `\ufeff${this.cells()
      .map(row => row.map(safe).join(';'))
      .join('\r\n')}\r\n`
  }
  private picture(): string {
    const plain = (text: string) => text.replace(/[&<>"]/g, mark => `&#${mark.charCodeAt(0)};`)
    const winners = this.cells().filter((_, at) => this.querySelectorAll('table tr')[at]?.querySelector('td b'))
    const lines = winners.map((row, at) => `<text x="16" y="${56 + at * 24}">${plain(`${row[0]} · ${row[3]}`)}</text>`)
    return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${76 + winners.length * 24}" font-family="sans-serif" font-size="15">
<rect width="100%" height="100%" fill="#fbfaf5"/><text x="16" y="28" font-weight="700" font-size="18">${plain(document.title)}</text>${lines.join('')}</svg>`
  }
}

customElements.define('vote-laboratory', VoteLaboratory)
