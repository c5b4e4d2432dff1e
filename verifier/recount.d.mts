/** What does not hold: a key of the certificate, what it says and what the ballots give. */
export function verify(ballots: string, certificate: string): readonly { readonly key: string; readonly said: unknown; readonly found: unknown }[]
