import { plainDate, shortDate, startOfDay } from '#kit/dates.ts'
import { type Certificate, type ReportFigures, reportRows } from '#modules/ambassadors/tenure/certificates.rules.ts'
import { certificatesTextsEn } from '#modules/ambassadors/tenure/certificates.texts.en.ts'
import { certificatesTexts } from '#modules/ambassadors/tenure/certificates.texts.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Facts, Figures, LinkButton, Now } from '#ui/parts.tsx'

const texts = { pl: certificatesTexts, en: certificatesTextsEn }
const day = (written: string, frame: Frame) => plainDate(startOfDay(written), frame.locale)

/** Whoever has the number sees that the paper is genuine; the name only if its person allows it. */
export const CertificatePage = ({
  frame,
  number,
  certificate,
  name,
  own,
}: {
  frame: Frame
  number: string
  certificate: Certificate | undefined
  name: string | undefined
  own: boolean
}) => {
  const t = texts[frame.locale]
  if (!certificate)
    return (
      <Layout frame={frame} title={t.title(number)}>
        <Now title={t.none} tone="no">
          <p>{t.noneLead}</p>
        </Now>
      </Layout>
    )
  return (
    <Layout frame={frame} title={t.title(certificate.number)}>
      <Now title={t.good}>
        <p>{t.goodLead}</p>
      </Now>
      <Facts
        entries={[
          { term: t.who, value: name ?? t.nameHidden },
          { term: t.period, value: `${day(certificate.from, frame)} – ${day(certificate.until, frame)}` },
          { term: t.worked, value: t.amounts(certificate) },
          { term: t.issued, value: plainDate(certificate.issuedAt, frame.locale) },
        ]}
      />
      {own && (
        <Acts>
          <LinkButton href={url(paths.certificatePrint, { number: certificate.number })}>{t.print}</LinkButton>
          <ActButton
            action={url(paths.certificateName, { number: certificate.number })}
            label={certificate.showsName ? t.hide : t.show}
            fields={{ nazwa: certificate.showsName ? 'nie' : 'tak' }}
            quiet
          />
          <LinkButton href={url(paths.termReport, { id: certificate.termId })} quiet>
            {t.toReport}
          </LinkButton>
        </Acts>
      )}
    </Layout>
  )
}

export const ReportPage = ({
  frame,
  term,
  name,
  figures,
  happened,
}: {
  frame: Frame
  term: Term
  name: string
  figures: ReportFigures
  happened: readonly { readonly at: Date; readonly words: string }[]
}) => {
  const { report: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={`${name} · ${term.areaWords}`}>
      <Figures figures={reportRows(figures).map(({ name, n }) => ({ figure: n, words: t.figures[name] }))} />
      <Facts entries={[{ term: t.training, value: t.trained[figures.trained ?? 'no'] }]} />
      <section class="stack">
        <h2>{t.facts}</h2>
        <ul>
          {happened.map(({ at, words }) => (
            <li>
              {shortDate(at, frame.locale)}: {words}
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}
