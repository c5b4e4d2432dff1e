export const say = (...lines: readonly string[]): void => {
  for (const text of lines) console.log(text)
}

const rate = (value: number) => `${Math.round(value)}/s`
export const line = (what: string, { base, rate: own, ratio }: { base: number; rate: number; ratio: number }, least: number): string =>
  `${ratio >= least ? 'ok    ' : 'MISSED'} ${what}: ${ratio.toFixed(3)} of the floor, at least ${least} (${rate(own)} of ${rate(base)})`
export const most = (what: string, value: number, limit: number, unit: string): string =>
  `${value <= limit ? 'ok    ' : 'MISSED'} ${what}: ${Number(value.toFixed(2))} ${unit}, at most ${limit}`
