import { paths } from '#paths'

/**
 * The one script of every page. It brings a custom element's code only where the element stands on the page; a page works without any.
 * A new island is one line here: its element's name and its file.
 */
const islands: Readonly<Record<string, () => Promise<unknown>>> = {
  'kept-form': () => import('./kept-form.ts'),
  'letters-left': () => import('./letters-left.ts'),
  'shared-text': () => import('./shared-text.ts'),
  'similar-ideas': () => import('./similar.ts'),
  'vote-laboratory': () => import('./laboratory.ts'),
  'pabulib-check': () => import('./pabulib-check.ts'),
  'queue-keys': () => import('./queue-keys.ts'),
  'notes-desk': () => import('./notes-desk.ts'),
  'passkey-door': () => import('./passkey.ts'),
  'cost-sums': () => import('./cost-sums.ts'),
  'live-note': () => import('./live-note.ts'),
  'live-count': () => import('./live-count.ts'),
  'district-view': () => import('./map-view.ts'),
  'place-picker': () => import('./map-view.ts'),
  'area-draw': () => import('./area-draw.ts'),
  'area-view': () => import('./area-draw.ts'),
}

for (const [name, load] of Object.entries(islands)) {
  if (document.querySelector(name)) void load()
}

/** Unfolded menus fold again by Escape or by a click elsewhere. */
const menu = document.querySelector<HTMLDetailsElement>('.mast details')
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !menu?.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})
document.addEventListener('click', event => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})

/** Whoever signs out leaves nothing of what was typed to the next person at this computer. */
document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.action.includes(paths.signOut)) return
  for (const storage of [localStorage, sessionStorage]) for (const key of Object.keys(storage)) if (key.startsWith('kept:')) storage.removeItem(key)
})

/**
 * A press counts for the button that lay under the finger when it came down. The page may grow before the finger is up (a line under a field, what a neighbour
 * types), and the browser would then hand the press to what the two have in common: nothing would happen.
 */
let pressed: { button: HTMLButtonElement; x: number; y: number } | undefined
document.addEventListener('pointerdown', event => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  pressed = button && event.button === 0 ? { button, x: event.clientX, y: event.clientY } : undefined
})
document.addEventListener('click', event => {
  const [press, under] = [pressed, event.target]
  pressed = undefined
  if (!press || !(under instanceof Element) || under.closest('button') || !under.contains(press.button)) return
  if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < 8) press.button.click()
})

/** A form is sent once: a second press while it is under way does nothing. */
document.addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'true'
})
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent
})
