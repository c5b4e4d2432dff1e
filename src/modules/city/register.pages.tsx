import { longDate, timeOfDay } from '#kit/dates.ts'
import { capital } from '#modules/city/news.parts.tsx'
import { addressOfThing } from '#modules/city/places.parts.tsx'
import { shortDigest } from '#modules/city/register.rules.ts'
import { registerTextsEn } from '#modules/city/register.texts.en.ts'
import { registerTexts } from '#modules/city/register.texts.ts'
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
    <Layout frame={frame} title={t.title} lead={t.lead} wide>
      <Fold summary={t.how}>
        <p class="column">{t.howLong}</p>
      </Fold>
      {lines.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHelp}</p>
        </Empty>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.columns.no}</th>
                <th scope="col">{t.columns.when}</th>
                <th scope="col">{t.columns.what}</th>
                <th scope="col">{t.columns.digest}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <Line frame={frame} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager newer={newer} older={older} />
    </Layout>
  )
}

const Line = ({ frame, line }: { frame: Frame; line: RegisterLine }) => {
  const address = line.thing && addressOfThing(line.thing)
  const sentence = capital(line.sentence ?? texts[frame.locale].hidden)
  return (
    <tr id={`nr-${line.seq}`}>
      <td class="num">{line.seq}</td>
      <td class="small">
        {longDate(line.at, frame.locale)}, {timeOfDay(line.at, frame.locale)}
      </td>
      <td>{address ? <a href={address}>{sentence}</a> : sentence}</td>
      <td class="small">
        <code title={line.digest}>{shortDigest(line.digest)}</code>
      </td>
    </tr>
  )
}
