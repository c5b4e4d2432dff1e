/** An answer to "may I?": a value that pages print, routes turn into 409 and tests compare. `why` is a text key. */
export type Verdict<Why extends string = string> = { readonly ok: true } | { readonly ok: false; readonly why: Why }
export const yes = { ok: true } as const
export const no = <Why extends string>(why: Why) => ({ ok: false, why }) as const

/** The first refusal of several questions, or yes. */
export function allOf<Why extends string>(...verdicts: readonly Verdict<Why>[]): Verdict<Why> {
  return verdicts.find(verdict => !verdict.ok) ?? yes
}
