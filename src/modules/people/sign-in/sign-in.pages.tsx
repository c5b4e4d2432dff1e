import type { FormState } from '#kit/form.ts'
import { signInTextsEn } from '#modules/people/sign-in/sign-in.texts.en.ts'
import { signInTexts } from '#modules/people/sign-in/sign-in.texts.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Radios } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Fold, Row, Rows, Why } from '#ui/parts.tsx'
import { PasskeyDoor } from '#ui/passkey-door.tsx'

const texts = { pl: signInTexts, en: signInTextsEn }

/** Whoever comes from a form that was sent without a session. */
const parked = paths.parked.slice(0, paths.parked.indexOf(':'))

type DemoDoor = { readonly name: string; readonly about: string; readonly email: string }
type SignIn = { frame: Frame; form: FormState; back: string; demo: readonly DemoDoor[] }

export const SignInPage = ({ frame, form, back, demo }: SignIn) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {back.startsWith(parked) && <Why>{t.parked}</Why>}
      <Form action={paths.signIn} form={form}>
        <Hidden name="powrot" value={back} />
        <Field
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          form={form}
          required
          autocomplete="email"
          inputmode="email"
          maxlength={254}
        />
        <ProcessingNote of="account" />
        <Button>{t.send}</Button>
      </Form>
      <section class="stack">
        <h2>{t.other.title}</h2>
        <PasskeyDoor options={paths.passkeyOptions} answer={paths.passkeySignIn} back={back} label={t.other.passkey} failed={t.other.passkeyFailed} />
        <p>{t.other.noEmail}</p>
        <p>
          <a href={paths.takeover}>{t.other.takeover}</a>
        </p>
      </section>
      {demo.length > 0 && <DemoDoors frame={frame} back={back} demo={demo} />}
    </Layout>
  )
}

const DemoDoors = ({ frame, back, demo }: Omit<SignIn, 'form'>) => {
  const t = texts[frame.locale]
  return (
    <Fold summary={t.demo.title}>
      <Rows plain>
        {demo.map(({ name, about, email }) => (
          <Row title={name} note={about}>
            <ActButton action={paths.signIn} label={`${t.send}: ${name}`} quiet small fields={{ email, powrot: back }} />
          </Row>
        ))}
      </Rows>
    </Fold>
  )
}

type CodePage = { frame: Frame; form: FormState; id: string; email: string; back: string; demoCode: string | undefined }

export const CodePage = ({ frame, form, id, email, back, demoCode }: CodePage) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.code.title} lead={t.code.lead(email)}>
      {demoCode && <p class="why">{t.demo.code(demoCode)}</p>}
      <Form action={paths.signInCode} form={form}>
        <Hidden name="id" value={id} />
        <Hidden name="powrot" value={back} />
        <Field
          {...{ name: 'code', form, label: t.code.label, hint: t.code.hint, value: demoCode ?? '', maxlength: 20 }}
          required
          short
          autocomplete="one-time-code"
          inputmode="numeric"
        />
        <Button>{t.code.enter}</Button>
      </Form>
      <p>
        <a href={url(paths.signIn, undefined, { powrot: back })}>{t.code.again}</a>
      </p>
    </Layout>
  )
}

type Welcome = { frame: Frame; form: FormState; id: string; code: string; back: string; name: string }

/** The code was right and waits in the form until a name is chosen. */
export const WelcomePage = ({ frame, form, id, code, back, name }: Welcome) => {
  const { welcome: t } = texts[frame.locale]
  const next = [
    { value: 'address', label: t.address },
    { value: 'later', label: t.later },
  ]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Form action={paths.signInCode} form={form}>
        <Hidden name="id" value={id} />
        <Hidden name="code" value={code} />
        <Hidden name="powrot" value={back} />
        <Field name="name" label={t.name} hint={t.nameHint} form={form} value={name} required autocomplete="nickname" maxlength={60} />
        <Radios name="next" label={t.next} hint={t.nextHint} form={form} options={next} value="later" required />
        <ProcessingNote of="name" />
        <Button>{t.enter}</Button>
      </Form>
    </Layout>
  )
}
