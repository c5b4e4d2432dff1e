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
