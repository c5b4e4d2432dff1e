/** A nudge inside one process: something was committed that the sequencer should look at. Losing one costs 200 ms, nothing else. */
let listener: (() => void) | undefined
export const poke = (): void => listener?.()
export function onPoke(then: () => void): () => void {
  listener = then
  return () => {
    if (listener === then) listener = undefined
  }
}
