import type { TestProject } from 'vitest/node'
import { unpackBrowser } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browserFolder: string
  }
}

/** Unpacking takes longer than starting: once for all stories. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await unpackBrowser()
  project.provide('browserFolder', folder)
  return remove
}
