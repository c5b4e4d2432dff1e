/** What was typed and what is wrong with it, by field name. `errors` are whole sentences that say what to do. */
export type FormState = {
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly errors: Readonly<Record<string, string | undefined>>
}
export const emptyForm: FormState = { typed: {}, errors: {} }
export const filled = (typed: FormState['typed']): FormState => ({ typed, errors: {} })
export const typedOne = (form: FormState, name: string): string => {
  const value = form.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
