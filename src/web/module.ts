import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FactRules } from '#kit/facts.ts'
import type { Locale } from '#kit/texts.ts'
import type { Deeds, WaitingMatter } from '#kit/things.ts'
import type { Ctx } from '#platform/context.ts'
import type { Hanging } from '#platform/hangings.ts'
import type { Job } from '#platform/jobs.ts'
import type { Retention } from '#platform/retention.ts'
import type { ThingKind } from '#platform/things.ts'
import type { Better } from '#platform/unite.ts'
import type { Route, Visit } from '#web/http.ts'
import type { SocketDoor } from '#web/sockets.ts'

declare module '#web/http.ts' {
  interface Carried {
    modules: readonly Module[]
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each sentence takes the payload of its own fact; the ledger house test pairs them
export type FactTexts = Readonly<Record<string, (payload: any) => string>>

/** A procedure with the table that keeps its state and the words of its badges. */
export type KeptProcedure = {
  readonly table: string
  readonly procedure: {
    readonly first: string
    readonly names: readonly string[]
    readonly steps: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>
  }
  readonly states: Readonly<Record<Locale, Readonly<Record<string, string>>>>
}

/** A section that an upper module puts on a page of a lower one, or nothing. Without `personId`: of all ambassadors. */
export type Beside = {
  readonly ambassador: (c: Visit, personId?: string) => Promise<JSX.Element | undefined>
  /** On the page of one idea or project. */
  readonly thing: (c: Visit, id: string) => Promise<JSX.Element | undefined>
}

/** Of the files whose subject is this word and an id. */
export type FileDoor = { readonly of: string; readonly maySee: (ctx: Ctx, id: string) => Promise<boolean> }

/** What a module hands to the house. `src/modules.ts` lists them all. */
export type Module = {
  readonly name: string
  readonly routes: readonly Route[]
  /** Who beside its owner sees a file, where the thing it hangs on has readers of its own. */
  readonly files?: readonly FileDoor[]
  /** Lines that stay open in both directions, for people who are signed in. */
  readonly sockets?: readonly SocketDoor[]
  readonly facts: FactRules
  readonly factTexts: Readonly<Record<Locale, FactTexts>>
  /** Its sections on pages of modules below. */
  readonly beside?: Partial<Beside>
  /** What waits for whoever asks, by their role: rows of My matters. */
  readonly matters?: (ctx: Ctx) => Promise<readonly WaitingMatter[]>
  /** What this module counts of a person's work in a span of time: the report on a term and its certificate say it. */
  readonly deeds?: (ctx: Ctx, personId: string, from: Date, to: Date) => Promise<Deeds>
  readonly procedures?: readonly KeptProcedure[]
  readonly jobs?: readonly Job[]
  /** What of this module's others may point at. */
  readonly things?: readonly ThingKind[]
  /** Its tables that hang on an idea or a project, and what becomes of their rows when two are joined or one is divided. */
  readonly hangings?: readonly Hanging[]
  readonly retention?: readonly Retention[]
  /** Everything this module keeps about a person, for the export of own data. */
  readonly ownData?: (ctx: Ctx, personId: string) => Promise<Readonly<Record<string, unknown>>>
  /** Which of two rows of one person stays where only one may, when a record is joined with an account. */
  readonly joining?: Better
  /** Removes or blanks what this module keeps about a person that erasing the account does not reach. */
  readonly erase?: (ctx: Ctx, personId: string) => Promise<void>
}

export const hangingsOf = (modules: readonly Module[]): Hanging[] => modules.flatMap(({ hangings }) => hangings ?? [])
export const betterOf = (modules: readonly Module[]): Better => Object.assign({}, ...modules.map(({ joining }) => joining ?? {}))
export const mattersDoorsOf = (modules: readonly Module[]) => modules.flatMap(({ matters }) => matters ?? [])

/** The sections that stand on a page, in the order of the modules. */
export async function besideOf(c: Visit, personId?: string): Promise<JSX.Element[]> {
  const drawn = await Promise.all(c.var.modules.flatMap(({ beside }) => beside?.ambassador ?? []).map(draw => draw(c, personId)))
  return drawn.filter(section => section !== undefined)
}
export async function besideThing(c: Visit, id: string): Promise<JSX.Element[]> {
  const drawn = await Promise.all(c.var.modules.flatMap(({ beside }) => beside?.thing ?? []).map(draw => draw(c, id)))
  return drawn.filter(section => section !== undefined)
}

/** What all modules count of a person, put together. */
export async function deedsOf(modules: readonly Module[], ctx: Ctx, personId: string, from: Date, to: Date): Promise<Deeds> {
  return Object.assign({}, ...(await Promise.all(modules.map(({ deeds }) => deeds?.(ctx, personId, from, to)))))
}
