import { importsOf, type Source } from './source.ts'

/** A way by imports, those of types too, from a file back to itself; or nothing. Who reads one file of a circle must have read all the others before. */
export function circleAmong(sources: readonly Source[]): string[] | undefined {
  const arrows = new Map(sources.map(source => [source.path, importsOf(source)]))
  const clear = new Set<string>()
  const circleFrom = (path: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (clear.has(path)) return undefined
    for (const next of arrows.get(path) ?? []) {
      const circle = circleFrom(next, [...way, path])
      if (circle) return circle
    }
    clear.add(path)
    return undefined
  }
  for (const { path } of sources) {
    const circle = circleFrom(path, [])
    if (circle) return circle
  }
  return undefined
}
