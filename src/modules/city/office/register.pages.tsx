import { dateAndTime } from '#kit/dates.ts'
import { capital } from '#modules/city/news.parts.tsx'
import { shortDigest } from '#modules/city/office/register.rules.ts'
import { registerTextsEn } from '#modules/city/office/register.texts.en.ts'
import { registerTexts } from '#modules/city/office/register.texts.ts'
import { addressOfThing } from '#modules/city/places.parts.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Fold, Pager } from '#ui/parts.tsx'

const texts = { pl: registerTexts, en: registerTextsEn }

export type RegisterLine = {
  readonly seq: number
  readonly at: Date
  /** Undefined where only that something happened is public. */
  readonly sentence: string | undefined
  /** The public thing it is about. */
  readonly thing: string | undefined
  readonly digest: string
}

type Props = { frame: Frame; lines: readonly RegisterLine[]; newer: string | undefined; older: string | undefined }

export const RegisterPage = ({ frame, lines, newer, older }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <Fold summary={t.how}>
        <p>{t.howLong}</p>
      </Fold>
      {lines.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHelp}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {lines.map(line => (
            <Line frame={frame} line={line} />
          ))}
        </ul>
      )}
      <Pager newer={newer} older={older} />
    </Layout>
  )
}

const Line = ({ frame, line }: { frame: Frame; line: RegisterLine }) => {
  const t = texts[frame.locale]
  const address = line.thing && addressOfThing(line.thing)
  const sentence = capital(line.sentence ?? t.hidden)
  return (
    <li id={`nr-${line.seq}`}>
      <p class="lead-cell num">{t.no(line.seq)}</p>
      <div>
        <p>{address ? <a href={address}>{sentence}</a> : sentence}</p>
        <p class="small muted">
          {dateAndTime(line.at, frame.locale)} · {t.digest} <code title={line.digest}>{shortDigest(line.digest)}</code>
        </p>
      </div>
    </li>
  )
}
