import { expect, test } from 'vitest'
import { circleAmong } from './circles.ts'
import { productCode } from './source.ts'

test('no file needs, by way of others, itself', () => {
  expect(circleAmong(productCode())).toBeUndefined()
})

test('a planted circle is found, also where only a type closes it, and the way around is told', () => {
  const file = (path: string, text: string) => ({ path, text })
  const planted = [
    file('src/kit/a.ts', "import { b } from '#kit/b.ts'"),
    file('src/kit/b.ts', "import { c } from './c.ts'\nimport { d } from '#kit/d.ts'"),
    file('src/kit/c.ts', "import { d } from '#kit/d.ts'"),
    file('src/kit/d.ts', "import type { B } from '#kit/b.ts'"),
  ]
  expect(circleAmong(planted)).toEqual(['src/kit/b.ts', 'src/kit/c.ts', 'src/kit/d.ts', 'src/kit/b.ts'])
  expect(circleAmong(planted.slice(0, 3))).toBeUndefined()
})
