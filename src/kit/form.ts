/** What was typed and what is wrong with it, by field name. `errors` are whole sentences that say what to do. */
export type FormState = {
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly errors: Readonly<Record<string, string | undefined>>
  /** Files that wait while the form is shown again, by field name. */
  readonly held?: Readonly<Record<string, HeldFile>>
}
export type HeldFile = { readonly id: string; readonly name: string; readonly kind: 'image' | 'pdf' }
export const emptyForm: FormState = { typed: {}, errors: {} }
export const filled = (typed: FormState['typed']): FormState => ({ typed, errors: {} })
export const typedOne = (form: FormState, name: string): string => {
  const value = form.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
