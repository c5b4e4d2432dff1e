import { longDate } from '#kit/dates.ts'
import { profileTextsEn } from '#modules/people/own/profile.texts.en.ts'
import { profileTexts } from '#modules/people/own/profile.texts.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/parts.tsx'
import { PasskeyDoor } from '#ui/passkey-door.tsx'

const texts = { pl: profileTexts, en: profileTextsEn }

type Props = { frame: Frame; keys: readonly { readonly id: string; readonly label: string; readonly createdAt: Date }[] }

export const PasskeysPage = ({ frame, keys }: Props) => {
  const { passkeys: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {keys.length === 0 && <p>{t.none}</p>}
      <Rows plain>
        {keys.map(({ id, label, createdAt }) => (
          <Row title={label} note={t.addedOn(longDate(createdAt, frame.locale))}>
            <ActButton action={url(paths.profilePasskeyRemoval, { id })} label={t.remove(label)} quiet small />
          </Row>
        ))}
      </Rows>
      <PasskeyDoor
        options={paths.profilePasskeyOptions}
        answer={paths.profilePasskeys}
        back={paths.profilePasskeys}
        label={t.add}
        failed={t.failed}
        adding={{ label: t.label, hint: t.labelHint, value: t.defaultLabel }}
      />
      <noscript>
        <p>{t.needsScript}</p>
      </noscript>
    </Layout>
  )
}
