/** How a field is called on its page, and the words of its choices, where a value only stands for them. */
export type Label = { readonly label: string; readonly choices: ReadonlyMap<string, string> }

const pieces = /<(\/?fieldset|input|textarea|select)\b([^>]*)>|<(legend|label|option)\b([^>]*)>([\s\S]*?)<\/\3>/g
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (html: string) =>
  html
    .replace(/<span class="(?:opt|visually-hidden)">[^<]*<\/span>|<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity)
    .trim()
const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value = '']) => [name, plain(value)]))

/** The labels of a form on a page of ours, by the names of its fields: each has one beside it, or says it to those who listen. */
export function labelsIn(html: string, action: string): ReadonlyMap<string, Label> {
  const form = formOf(html, action)
  const beside = new Map(
    [...form.matchAll(/<label\b([^>]*)>([\s\S]*?)<\/label>/g)].map(([, attributes = '', text = '']) => [attributesOf(attributes).for, plain(text)]),
  )
  const labels = new Map<string, { label: string; choices: Map<string, string> }>()
  const of = (name: string, label: string) => {
    const known = labels.get(name) ?? { label, choices: new Map<string, string>() }
    labels.set(name, known)
    return known
  }
  let [legend, select]: [string | undefined, string] = [undefined, '']
  for (const [, tag, has = '', words, theirs = '', text = ''] of form.matchAll(pieces)) {
    if (tag?.endsWith('fieldset')) legend = undefined
    if (words === 'legend') legend = plain(text)
    if (words === 'option') labels.get(select)?.choices.set(attributesOf(theirs).value ?? plain(text), plain(text))
    const { name, id, type, value = 'on', 'aria-label': said } = attributesOf(has)
    const own = beside.get(id) ?? said
    if (!name || !own || type === 'hidden') continue
    const ticked = type === 'radio' || type === 'checkbox'
    const { choices } = of(name, (ticked && legend) || own)
    if (ticked) choices.set(value, own)
    select = tag === 'select' ? name : ''
  }
  return labels
}

function formOf(html: string, action: string): string {
  const start = html.indexOf(` action="${action}"`)
  return start < 0 ? html : html.slice(start, html.indexOf('</form>', start))
}
