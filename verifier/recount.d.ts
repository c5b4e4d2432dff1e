/** What does not hold: a key of the certificate or a column of the file, what it says and what the ballots give. */
type Wrong = { readonly key: string; readonly said: unknown; readonly found: unknown }
declare global {
  /** `certificate`: its text, or nothing where only the file itself is to be checked. */
  function verifyElection(file: Uint8Array, certificate?: string): readonly Wrong[]
}

export {}
