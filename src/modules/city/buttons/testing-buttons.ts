import { expect } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import type { Answer, TestHouse } from '#web/testing.ts'

/** One thing that somebody may decide, on one page. */
export type Decision<Role extends string> = {
  readonly page: string
  /** Where its form is sent. */
  readonly path: string
  /** The page that holds the form, where the button is a link. */
  readonly link?: string
  readonly fields?: Readonly<Record<string, string | readonly string[] | File>>
  /** To whom it is a question here at all. */
  readonly whose: readonly Role[]
  /** Where the page says why not in other words than the door does. */
  readonly said?: RegExp
  /** Something that must stand there too: one of two answers in one form. */
  readonly shows?: string
}
export type Decisions<Role extends string> = Readonly<Record<string, Decision<Role>>>
/** Who looks; nobody is the visitor, who is not signed in. */
export type Roles<Role extends string> = Readonly<Record<Role, Actor | undefined>>

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
/** What a page says in place of buttons, and on top of a form that came back. */
const reasonsIn = (html: string): string[] => [
  ...[...html.matchAll(/<p class="why">(.*?)<\/p>/gs)].map(([, words = '']) => plain(words)),
  ...[...html.matchAll(/<div class="errors".*?<ul>(.*?)<\/ul>/gs)].flatMap(([, list = '']) => list.split('</li>').map(plain)).filter(Boolean),
]
const timesIn = (all: readonly string[], one: string) => all.filter(other => other === one).length

const headIn = (html: string) => html.match(/<h1.*?<\/h1>/s)?.[0]

/** The door's own reason stands on the page before anybody presses. */
function explains(html: string, answer: string, said: RegExp | undefined): boolean {
  const [before, after, words] = [reasonsIn(html), reasonsIn(answer), plain(html)]
  const same = headIn(html) === headIn(answer)
  const fresh = after.filter(reason => !same || timesIn(after, reason) > timesIn(before, reason))
  // a door that shows its page again and adds nothing has said it all there
  const own = fresh.length > 0 ? fresh : after
  return own.some(reason => words.includes(reason)) || said?.test(words) === true
}

type Asked<Role extends string> = { readonly html: string; readonly decision: Decision<Role>; readonly role: Role; readonly answer: Answer }
/** What is wrong with one button for one person: offered and refused, refused without a word, or hidden though allowed. */
function faultOf<Role extends string>({ html, decision, role, answer }: Asked<Role>): string | undefined {
  const { path, link, shows = '', whose, said } = decision
  const there = (html.includes(`action="${path}"`) || html.includes(`href="${link ?? path}"`)) && html.includes(shows)
  // a visitor is led to the sign-in, which says why and how
  const asks = answer.location?.startsWith('/logowanie') === true
  if (there) return asks || answer.status === 303 ? undefined : `offered, and answered with ${answer.status}`
  if (!whose.includes(role)) return undefined
  // doing again what is done changes nothing, and the page says that it is done
  if (answer.status === 303 && !asks) return said?.test(plain(html)) ? undefined : 'allowed, and not on the page'
  return explains(html, answer.html, said) ? undefined : `refused without a word (${answer.status}: ${reasonsIn(answer.html).join(' | ')})`
}

type Walk<Role extends string> = { readonly house: TestHouse; readonly roles: Roles<Role>; readonly decisions: Decisions<Role> }
const visitorAs = ({ house }: Pick<Walk<string>, 'house'>, actor: Actor | undefined) => (actor ? house.as(actor) : house.stranger)

/** Everybody looks at every page and presses everything; each act is undone before the next. */
export async function walk<Role extends string>(walked: Walk<Role>): Promise<string[]> {
  const faults: string[] = []
  for (const [role, actor] of Object.entries(walked.roles) as [Role, Actor | undefined][]) {
    const visitor = visitorAs(walked, actor)
    const pages = new Map<string, string>()
    for (const [name, decision] of Object.entries<Decision<Role>>(walked.decisions)) {
      const html = pages.get(decision.page) ?? (await visitor.get(decision.page)).html
      pages.set(decision.page, html)
      const answer = await walked.house.rehearse(() => visitor.post(decision.path, decision.fields))
      const fault = faultOf({ html, decision, role, answer })
      if (fault) faults.push(`${role}, ${name}: ${fault}`)
    }
  }
  return faults
}

/** The walk has teeth: in a page where all is well, a missing button, a planted one and a missing reason are found. */
export async function expectTeeth<Role extends string>(
  walked: Omit<Walk<Role>, 'decisions'>,
  cases: { readonly offered: readonly [Role, Decision<Role>]; readonly refused: readonly [Role, Decision<Role>] },
): Promise<void> {
  const ask = async ([role, decision]: readonly [Role, Decision<Role>]) => {
    const visitor = visitorAs(walked, walked.roles[role])
    const { html } = await visitor.get(decision.page)
    return { html, decision, role, answer: await walked.house.rehearse(() => visitor.post(decision.path, decision.fields)) }
  }
  const [offered, refused] = [await ask(cases.offered), await ask(cases.refused)]
  expect([faultOf(offered), faultOf(refused)]).toEqual([undefined, undefined])
  const { path, link = path } = offered.decision
  const bare = offered.html.replaceAll(`action="${path}"`, '').replaceAll(`href="${link}"`, '')
  expect(faultOf({ ...offered, html: bare })).toBe('allowed, and not on the page')
  const planted = `${refused.html}<form action="${refused.decision.path}">${refused.decision.shows ?? ''}</form>`
  expect(faultOf({ ...refused, html: planted })).toBe(`offered, and answered with ${refused.answer.status}`)
  expect(faultOf({ ...refused, html: '<main></main>' })).toContain('refused without a word')
}
