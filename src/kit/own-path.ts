/** Where to go next as a link or a form said: only a path of our own; "//elsewhere", "https:" and the like lead to `otherwise`. */
export const ownPath = (typed: string | undefined, otherwise: string): string =>
  typed !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(typed) && typed.length <= 500 ? typed : otherwise
