import { formatMoney, parseMoney } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import { estimate, fitOf, type Listed, type Reserve, reserveChoices } from '#modules/proposals/cost/estimate.rules.ts'
import { lineTotal, parseQuantity } from '#modules/proposals/drafting/drafting.rules.ts'

type Told = { readonly listed: Readonly<Record<string, Listed>>; readonly costMin?: number; readonly costMax?: number }

/**
 * `<cost-sums data-costs="…">` around the cost form counts every sum with each letter, by the rules that the server counts with. What it writes to is what
 * the server drew: `output[data-sum="…"]`, with the sentence in `data-words` and {} for the amount.
 */
class CostSums extends HTMLElement {
  #listening = new AbortController()

  connectedCallback() {
    const { signal } = this.#listening
    this.addEventListener('input', () => this.#count(), { signal })
    this.addEventListener('keydown', event => this.#stay(event), { signal })
    // what was typed before this script came
    this.#count()
  }
  disconnectedCallback() {
    this.#listening.abort()
  }

  /** Where Enter would only count, all is counted already: the hands stay where they are. */
  #stay(event: KeyboardEvent) {
    const first = this.closest('form')?.querySelector('button')
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first?.value === 'przelicz') event.preventDefault()
  }

  #count() {
    const { listed, ...limits } = JSON.parse(this.dataset.costs ?? '{"listed":{}}') as Told
    const lines = [...this.querySelectorAll('fieldset[data-line]')].flatMap(row => {
      const of = (name: string) => row.querySelector<HTMLInputElement>(`input[name^="${name}-"]`)?.value ?? ''
      const [quantity, price] = [parseQuantity(of('ile')), parseMoney(of('cena'))]
      const line = quantity && price !== undefined ? { quantity, price, item: of('kod') || undefined } : undefined
      this.#say(row.querySelector('output'), line ? lineTotal(line) : undefined)
      return line ? [{ quantity: line.quantity, price: line.price, ...(line.item ? { item: line.item } : {}) }] : []
    })
    const chosen = Number(this.querySelector<HTMLSelectElement>('select[name="rezerwa"]')?.value ?? 0)
    const percent: Reserve = reserveChoices.find(choice => choice === chosen) ?? 0
    const sums = estimate(lines, percent, new Map(Object.entries(listed)))
    for (const name of ['reserve', 'total', 'vat', 'upkeep'] as const) this.#say(this.#output(name), sums[name] || (name === 'total' ? 0 : undefined))
    const fit = fitOf(sums.total, limits)
    for (const name of ['cheap', 'dear', 'fits'] as const) this.#say(this.#output(name), fit.fit === name ? ('by' in fit ? fit.by : 0) : undefined)
  }

  #output = (name: string) => this.querySelector<HTMLOutputElement>(`output[data-sum="${name}"]`)

  #say(output: HTMLOutputElement | null, amount: number | undefined) {
    if (!output) return
    output.hidden = amount === undefined
    const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'pl'
    if (amount !== undefined) output.textContent = (output.dataset.words ?? '{}').replace('{}', formatMoney(amount, locale))
  }
}

customElements.define('cost-sums', CostSums)
