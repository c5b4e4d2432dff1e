/** Eight bytes a voter: more ballots than any city has had, and no more than 64 MB. */
const most = 4_000_000

/**
 * Remembers numbers of voters by a fingerprint of 53 bits, so that a file of millions of ballots fits. Two different numbers of a hundred thousand share one
 * with a probability below one in a million. `has` answers undefined once nothing more is remembered.
 */
export function voterSet(limit = most) {
  let [table, size] = [new Float64Array(1024), 0]
  const placeOf = (list: Float64Array, print: number) => {
    let at = print % list.length
    while (list[at] !== 0 && list[at] !== print) at = (at + 1) % list.length
    return at
  }
  const grow = () => {
    const larger = new Float64Array(table.length * 2)
    for (const print of table) if (print !== 0) larger[placeOf(larger, print)] = print
    table = larger
  }
  return {
    /** Was this number here before? */
    add(id: string): boolean | undefined {
      if (size >= limit) return undefined
      const print = fingerprint(id)
      const at = placeOf(table, print)
      if (table[at] === print) return true
      table[at] = print
      size += 1
      if (size * 2 > table.length) grow()
      return false
    },
  }
}

/** Never 0, which marks an empty place. */
function fingerprint(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0) + 1
}
