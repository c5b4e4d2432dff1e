type Place = { readonly name: string; readonly at: number }
const layers = new WeakMap<HTMLTextAreaElement, HTMLElement>()

/**
 * Where others write, drawn over a plain textarea: a layer of the same words in the same type, unseen but for the carets. Nothing of it is read out;
 * the line of names says who is here.
 */
export function drawCarets(field: HTMLTextAreaElement, places: readonly Place[]): void {
  const layer = layers.get(field) ?? layerOver(field)
  const text = field.value
  let from = 0
  const pieces: Node[] = []
  for (const { name, at } of [...places].sort((a, b) => a.at - b.at)) {
    const caret = document.createElement('span')
    caret.className = 'other-caret'
    caret.dataset.name = name
    pieces.push(document.createTextNode(text.slice(from, at)), caret)
    from = at
  }
  layer.hidden = places.length === 0
  layer.replaceChildren(...pieces, document.createTextNode(text.slice(from)))
  layer.scrollTop = field.scrollTop
}

function layerOver(field: HTMLTextAreaElement): HTMLElement {
  const layer = document.createElement('div')
  layer.className = 'carets'
  layer.setAttribute('aria-hidden', 'true')
  field.after(layer)
  layers.set(field, layer)
  const cover = () => {
    const look = getComputedStyle(field)
    for (const name of ['font', 'lineHeight', 'letterSpacing', 'padding', 'borderWidth', 'textIndent'] as const) layer.style[name] = look[name]
    Object.assign(layer.style, {
      top: `${field.offsetTop}px`,
      left: `${field.offsetLeft}px`,
      width: `${field.offsetWidth}px`,
      height: `${field.offsetHeight}px`,
    })
  }
  cover()
  new ResizeObserver(cover).observe(field)
  field.addEventListener('scroll', () => {
    layer.scrollTop = field.scrollTop
  })
  return layer
}
