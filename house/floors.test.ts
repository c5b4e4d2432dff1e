import { expect, test } from 'vitest'
import { floorViolations, wayBetween } from './floors.ts'
import { productCode } from './source.ts'

const file = (path: string, ...imports: string[]) => ({ path, text: imports.map(name => `import { x } from '${name}'`).join('\n') })

test('imports only go down', () => {
  expect(floorViolations(productCode())).toEqual([])
})

test('counting reaches nobody: it cannot learn who voted', () => {
  expect(wayBetween(productCode(), 'counting', 'people')).toBeUndefined()
})

test('each planted violation is found', () => {
  const planted = [
    file('src/modules/ideas/a.rules.ts', 'kysely'),
    file('src/modules/ideas/b.rules.ts', '#modules/ideas/ideas.store.ts'),
    file('src/modules/ideas/c.pages.tsx', '#modules/ideas/ideas.store.ts'),
    file('src/modules/ideas/d.store.ts', '#modules/proposals/proposals.store.ts'),
    file('src/modules/programme/e.store.ts', '#modules/people/people.store.ts'),
    file('src/modules/proposals/f.pages.tsx', '#modules/ideas/ideas.texts.ts'),
    file('src/modules/ideas/g.actions.ts', 'hono'),
    file('src/kit/h.ts', '#platform/db.ts'),
    file('src/platform/i.ts', '#web/http.ts'),
    file('src/web/j.ts', '#modules/people/people.store.ts'),
  ]
  expect(floorViolations(planted)).toHaveLength(planted.length)
})

test('a way through others is found too', () => {
  const planted = [
    file('src/modules/counting/a.store.ts', '#modules/programme/b.store.ts'),
    file('src/modules/programme/b.store.ts', '#platform/c.ts'),
    file('src/platform/c.ts', '#modules/people/people.store.ts'),
  ]
  expect(wayBetween(planted, 'counting', 'people')?.at(-1)).toBe('src/modules/people/people.store.ts')
})
