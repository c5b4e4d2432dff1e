type Told = { readonly subject: string; readonly payload: Readonly<Record<string, unknown>> }
const unsaid = '…'

/** Ids whose titles a fact tells. */
export const titledIn = ({ subject, payload }: Told): string[] => [subject, ...(typeof payload.idea === 'string' ? [payload.idea] : [])]

/** A fact as everybody may read it: the title of what is hidden stays unsaid. */
export function veiled<F extends Told>(fact: F, hidden: ReadonlySet<string>): F {
  const { subject, payload } = fact
  const title = hidden.has(subject) && 'title' in payload ? { title: unsaid } : {}
  const ideaTitle = hidden.has(String(payload.idea)) && 'ideaTitle' in payload ? { ideaTitle: unsaid } : {}
  return { ...fact, payload: { ...payload, ...title, ...ideaTitle } }
}
