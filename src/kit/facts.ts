/**
 * Every fact the product can record, by name (`noun.past`), with the shape of its erasable payload.
 * Each module adds its own by declaration merging in its rules: `declare module '#kit/facts.ts' { interface Facts { … } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each module adds its own facts
export interface Facts {}
export type FactName = keyof Facts & string

/** How long the payload (who acted, what was said) of a fact is kept; the digest in the chain stays for ever. */
export type Keep = { readonly years: number } | { readonly days: number }
export type FactRules<Name extends string = string> = Readonly<Record<Name, { readonly keep: Keep }>>
