import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { testEveryPage, validator } from './pages.ts'

const stage = testEveryPage('pl')

test('the check has teeth', async () => {
  const page = await stage().enter()
  const report = await validator.validateString('<!doctype html><html lang="pl"><head><title>x</title></head><body><lable>x</lable></body></html>')
  expect(report.valid).toBe(false)
  await page.setContent('<html lang="pl"><head><title>x</title></head><body><main><h1>x</h1><img src="a.png"></main></body></html>')
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toContain('image-alt')
})

test('the first view of home is light: at most 100 kB without fonts, 20 kB of script', async () => {
  const page = await stage().enter()
  const bytes = { all: 0, script: 0 }
  page.on('requestfinished', async request => {
    const size = (await request.sizes()).responseBodySize
    if (request.resourceType() === 'font') return
    bytes.all += size
    if (request.resourceType() === 'script') bytes.script += size
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(bytes.all).toBeLessThan(100_000)
  expect(bytes.script).toBeLessThan(20_000)
})
