/** What a browser says about itself on a line, beside the bytes of what was typed. */
export type Said = { readonly hello: string } | { readonly caret: unknown }

const most = 200_000
const mostCaret = 600

/** Reads what a browser said; undefined for anything that it should not say. */
export function readSaid(words: string): Said | undefined {
  if (words.length > most) return undefined
  const said = parsed(words)
  if (typeof said !== 'object' || said === null) return undefined
  if ('hello' in said && typeof said.hello === 'string') return { hello: said.hello }
  return 'caret' in said && words.length <= mostCaret ? { caret: said.caret } : undefined
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

/** When what was typed becomes the section's text: after a moment of rest, and in a long burst now and then. Milliseconds. */
export const settling = { rest: 2_000, longest: 30_000 } as const
