import { dateAndTime } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { KeptAddress } from '#modules/people/own/address.rules.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { type KeptGrant, mailWishes, namesShown, type Person, shownName } from '#modules/people/people.rules.ts'
import { peopleTextsEn } from '#modules/people/people.texts.en.ts'
import { peopleTexts } from '#modules/people/people.texts.ts'
import type { OpenSession } from '#modules/people/sign-in/device.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Now, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: profileTexts, en: profileTextsEn }
const roleTexts = { pl: peopleTexts.roles, en: peopleTextsEn.roles }

type ProfileView = {
  readonly person: Person
  readonly district: string | undefined
  readonly address: KeptAddress | undefined
  readonly sessions: readonly OpenSession[]
  readonly sessionId: string
  readonly roles: readonly { readonly role: KeptGrant['role']; readonly scope: string }[]
  readonly staff: boolean
}
type Props = { frame: Frame; form: FormState; view: ProfileView }

export const ProfilePage = ({ frame, form, view }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {view.person.emailFails && (
        <Now title={t.failing.title} tone="wait">
          <p>{t.failing.lead(view.person.email ?? '')}</p>
          <LinkButton href={paths.profileEmail}>{t.failing.fix}</LinkButton>
        </Now>
      )}
      <Basics frame={frame} form={form} view={view} />
      <Email frame={frame} view={view} />
      <AddressPart frame={frame} view={view} />
      {view.roles.length > 0 && <Roles frame={frame} view={view} />}
      {view.staff && (
        <section class="stack">
          <h2>{t.passkeys.title}</h2>
          <p>{t.passkeys.lead}</p>
          <p>
            <a href={paths.profilePasskeys}>{t.passkeys.title}</a>
          </p>
        </section>
      )}
      <Sessions frame={frame} view={view} />
      <section class="stack">
        <h2>{t.data.title}</h2>
        <p>
          <a href={paths.profileData}>{t.data.lead}</a>
        </p>
      </section>
    </Layout>
  )
}

const Basics = ({ frame, form, view: { person } }: Props) => {
  const { basics: t } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <Form action={paths.profile} form={form}>
        <Hidden name="version" value={person.version} />
        <Field name="name" label={t.name} hint={t.nameHint} form={form} value={person.wholeName} required autocomplete="nickname" maxlength={60} />
        <Radios
          {...{ name: 'nameShown', label: t.shown, hint: t.shownHint, form, value: person.nameShown, required: true }}
          options={namesShown.map(value => ({ value, label: t.showns[value], hint: shownName(person.wholeName, value) }))}
        />
        <Radios
          {...{ name: 'locale', label: t.locale, form, value: person.locale, required: true }}
          options={[
            { value: 'pl', label: t.locales.pl },
            { value: 'en', label: t.locales.en },
          ]}
        />
        <Radios
          {...{ name: 'mailWish', label: t.mailWish, hint: t.mailWishHint, form, value: person.mailWish, required: true }}
          options={mailWishes.map(value => ({ value, label: t.mailWishes[value] }))}
        />
        <Button>{t.save}</Button>
      </Form>
    </section>
  )
}

const Email = ({ frame, view: { person } }: Omit<Props, 'form'>) => {
  const { email: t } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p>{person.email ?? t.none}</p>
      <p>
        <a href={paths.profileEmail}>{t.change}</a>
      </p>
    </section>
  )
}

const AddressPart = ({ frame, view: { district, address } }: Omit<Props, 'form'>) => {
  const { address: t } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p>{district ? t.declared(district) : t.none}</p>
      {address && (
        <p>
          {address.street} {address.houseNo}, {address.postcode}
        </p>
      )}
      <Acts>
        <LinkButton href={paths.profileAddress} quiet>
          {district ? t.change : t.give}
        </LinkButton>
        {district && <ActButton action={paths.profileAddressRemoval} label={t.remove} quiet />}
      </Acts>
    </section>
  )
}

const Roles = ({ frame, view: { roles } }: Omit<Props, 'form'>) => {
  const { roles: t } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ul>
        {roles.map(({ role, scope }) => (
          <li>
            {roleTexts[frame.locale][role]}
            {scope && <span class="muted">, {scope}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Sessions = ({ frame, view: { sessions, sessionId } }: Omit<Props, 'form'>) => {
  const { sessions: t } = texts[frame.locale]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <Rows plain>
        {sessions.map(session => {
          const device = session.device || t.unknown
          const here = session.id === sessionId
          return (
            <Row title={here ? `${device} (${t.here})` : device} note={t.seen(dateAndTime(session.lastSeenAt, frame.locale))}>
              {!here && <ActButton action={url(paths.profileSessionEnd, { id: session.id })} label={t.end(device)} quiet small />}
            </Row>
          )
        })}
      </Rows>
      <Acts>
        <ActButton action={paths.signOut} label={t.signOut} />
        <ActButton action={paths.signOutEverywhere} label={t.everywhere} quiet />
      </Acts>
    </section>
  )
}
