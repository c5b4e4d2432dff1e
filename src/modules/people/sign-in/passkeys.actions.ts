import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { mayHavePasskeys } from '#modules/people/people.rules.ts'
import { actorOf } from '#modules/people/people.store.ts'
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  keepChallenge,
  keepUse,
  listPasskeys,
  type Passkey,
  takeChallenge,
} from '#modules/people/sign-in/passkeys.store.ts'
import { openSession } from '#modules/people/sign-in/sessions.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Where the product lives, as browsers know it: a passkey works at this origin only. */
export type Site = { readonly origin: string; readonly name: string }
const hostOf = ({ origin }: Site) => new URL(origin).hostname
const transportsOf = (key: Passkey) => [...key.transports] as AuthenticatorTransportFuture[]

/** What the device is asked to sign when it makes a new key. */
export async function askForNewPasskey(ctx: Ctx, site: Site): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { actor } = ctx
  const known = await listPasskeys(ctx, actor.id)
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: hostOf(site),
    userName: actor.name,
    userID: new TextEncoder().encode(actor.id),
    attestationType: 'none',
    excludeCredentials: known.map(key => ({ id: key.id, transports: transportsOf(key) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(ctx, options.challenge, actor.id)
  return options
}

export async function addPasskey(
  ctx: Ctx,
  site: Site,
  { response, label }: { response: RegistrationResponseJSON; label: string },
): Promise<Verdict<'not-staff' | 'failed'>> {
  const { id } = ctx.actor
  const verdict = mayHavePasskeys(ctx.actor)
  if (!verdict.ok) return verdict
  const proof = await verified(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge => takeChallenge(ctx, challenge, id),
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
    }),
  )
  if (!proof?.verified) return no('failed')
  const { credential } = proof.registrationInfo
  return inTransaction(ctx, async ctx => {
    const publicKey = Buffer.from(credential.publicKey)
    const key = { id: credential.id, personId: id, publicKey, counter: credential.counter, transports: credential.transports ?? [], label }
    if (await insertPasskey(ctx, key)) await record(ctx, 'passkey.added', id, {})
    return yes
  })
}

export async function removePasskey(ctx: Ctx, keyId: string): Promise<void> {
  const { id } = ctx.actor
  await inTransaction(ctx, async ctx => {
    if (await deletePasskey(ctx, id, keyId)) await record(ctx, 'passkey.removed', id, {})
  })
}

/** What the device is asked to sign to come in. No list of keys goes out, so nothing tells who has one. */
export async function askForPasskey(ctx: Ctx, site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: hostOf(site), userVerification: 'required' })
  await keepChallenge(ctx, options.challenge, null)
  return options
}

/** Signs in; the key of somebody who holds no office any more is no way in. */
export async function enterWithPasskey(ctx: Ctx, site: Site, response: AuthenticationResponseJSON, device: string): Promise<string | undefined> {
  const key = await findPasskey(ctx, response.id)
  if (!key) return undefined
  const proof = await verified(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge => takeChallenge(ctx, challenge, null),
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter, transports: transportsOf(key) },
    }),
  )
  if (!proof?.verified || !mayHavePasskeys(await actorOf(ctx, key.personId)).ok) return undefined
  return inTransaction(ctx, async ctx => {
    await keepUse(ctx, key.id, proof.authenticationInfo.newCounter)
    return openSession(ctx, key.personId, device)
  })
}

/** The edge of a foreign library: whatever it cannot read or does not believe is a "no". */
async function verified<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
