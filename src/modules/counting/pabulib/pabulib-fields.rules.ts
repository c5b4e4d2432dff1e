/** The values of one line: separated by semicolons, quoted where they hold one. Undefined when a quote is opened and not closed. */
export function pabulibFields(line: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(';')
  const fields: string[] = []
  let at = 0
  while (at <= line.length) {
    const field = line[at] === '"' ? quoted(line, at + 1) : bare(line, at)
    if (!field) return undefined
    fields.push(field.value)
    at = field.next
  }
  return fields
}

function bare(line: string, from: number) {
  const end = line.indexOf(';', from)
  const stop = end < 0 ? line.length : end
  return { value: line.slice(from, stop), next: stop + 1 }
}

/** Up to the closing quote; a doubled quote is one. What wrongly stands between the closing quote and the semicolon is kept as it is. */
function quoted(line: string, from: number) {
  let value = ''
  for (let at = from; ; ) {
    const end = line.indexOf('"', at)
    if (end < 0) return undefined
    value += line.slice(at, end)
    if (line[end + 1] !== '"') {
      const rest = bare(line, end + 1)
      return { value: value + rest.value, next: rest.next }
    }
    value += '"'
    at = end + 2
  }
}

/** A quoted value may go on in the next line, but not for ever: a stray quotation mark must not swallow the file. */
const longestQuote = 20_000

export type PabulibRecord = { readonly text: string; readonly begun: number; readonly fields: readonly string[] | undefined }
/** Puts lines together where a quoted value goes on. `take` answers undefined while a value is open; `open` tells what is open at the end. */
export function pabulibRecords() {
  let [number, begun, pending] = [0, 0, '']
  return {
    take(line: string): PabulibRecord | undefined {
      number += 1
      const bare = number === 1 ? line.replace(/^\uFEFF/, '') : line
      if (pending === '') begun = number
      const text = pending === '' ? bare : `${pending}\n${bare}`
      const fields = pabulibFields(text)
      if (!fields && text.length < longestQuote) {
        pending = text
        return undefined
      }
      pending = ''
      return { text, begun, fields }
    },
    open: () => (pending === '' ? undefined : { text: pending, begun }),
    number: () => number,
  }
}
