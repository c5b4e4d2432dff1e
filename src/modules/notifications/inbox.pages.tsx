import { dateAndTime } from '#kit/dates.ts'
import { notificationsTextsEn } from '#modules/notifications/notifications.texts.en.ts'
import { notificationsTexts } from '#modules/notifications/notifications.texts.ts'
import { paths } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, LinkButton, Row, Rows, Tag } from '#ui/parts.tsx'

const texts = { pl: notificationsTexts, en: notificationsTextsEn }

export type InboxLine = {
  readonly at: Date
  readonly title: string
  readonly sentence: string
  readonly path: string
  readonly fresh: boolean
  readonly followed: boolean
}
type Props = { frame: Frame; lines: readonly InboxLine[]; head: number }

export const InboxPage = ({ frame, lines, head }: Props) => {
  const t = texts[frame.locale].inbox
  const fresh = lines.filter(line => line.fresh).length
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {lines.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHelp}</p>
          <p>
            <LinkButton href={paths.follows}>{t.go}</LinkButton>
          </p>
        </Empty>
      ) : (
        <>
          <Acts>
            <b>{t.unread(fresh)}</b>
            {fresh > 0 && <ActButton action={paths.inboxRead} label={t.read} quiet small fields={{ do: head }} />}
            <a href={paths.follows}>{t.follows}</a>
          </Acts>
          <Rows plain>
            {lines.map(({ at, title, sentence, path, fresh, followed }) => (
              <Row level="h2" title={title} href={path} note={`${dateAndTime(at, frame.locale)} · ${followed ? t.followed : t.own}`}>
                <p>
                  {sentence} {fresh && <Tag kind="wait">{t.fresh}</Tag>}
                </p>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </Layout>
  )
}
