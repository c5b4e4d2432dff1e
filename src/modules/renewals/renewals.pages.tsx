import { formatMoney } from '#kit/money.ts'
import { spotChangesInWords } from '#modules/proposals/place/spots.parts.tsx'
import { noSpot } from '#modules/proposals/place/spots.rules.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Changed, Renewal, Substance } from '#modules/renewals/renewals.rules.ts'
import { renewalsTextsEn } from '#modules/renewals/renewals.texts.en.ts'
import { renewalsTexts } from '#modules/renewals/renewals.texts.ts'
import { paths, url } from '#paths'
import { Button, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Now, Why } from '#ui/parts.tsx'

export const renewalsWords = (frame: Pick<Frame, 'locale'>): typeof renewalsTexts => ({ pl: renewalsTexts, en: renewalsTextsEn })[frame.locale]

type Props = {
  readonly frame: Frame
  readonly view: { readonly renewal: Renewal; readonly project: Project; readonly was: Substance | undefined; readonly is: Substance }
  /** The key of the letter, for whoever came by it. */
  readonly keyTyped: string
  readonly why?: string | undefined
}

/** One question to one supporter: what was, what is, and one step either way. */
export const RenewalPage = ({ frame, view, keyTyped, why }: Props) => {
  const { page: t } = renewalsWords(frame)
  const { renewal, project } = view
  return (
    <Layout frame={frame} title={t.title} lead={t.lead[renewal.kind]} kicker={projectTitle(frame.locale, project)}>
      {why && <Why>{why}</Why>}
      {renewal.state !== 'waiting' && <Now tone={renewal.state === 'kept' ? 'good' : 'plain'} title={t[renewal.state]} />}
      <section class="stack">
        <h2>{t.changed}</h2>
        {renewal.what.map(part => (
          <ChangedPart frame={frame} part={part} view={view} />
        ))}
      </section>
      {renewal.state === 'waiting' && <p>{t.silence}</p>}
      {(renewal.state === 'waiting' || renewal.state === 'kept') && (
        <Form action={url(paths.renewal, { id: renewal.id })} class="form plain">
          {keyTyped !== '' && <Hidden name="klucz" value={keyTyped} />}
          <Acts>
            {renewal.state === 'waiting' && (
              <Button name="odpowiedz" value="tak">
                {t.keep}
              </Button>
            )}
            <Button quiet name="odpowiedz" value="nie">
              {t.withdraw}
            </Button>
          </Acts>
        </Form>
      )}
      <p>
        <a href={url(paths.project, { id: project.id })}>{t.whole}</a>
      </p>
    </Layout>
  )
}

type Compared = { readonly was: Substance | undefined; readonly is: Substance }
/** One changed part in words, for the page and for the printed letter. */
export function changeInWords(frame: Pick<Frame, 'locale'>, part: Changed, { was, is }: Compared) {
  const words = (substance: Substance | undefined) => {
    const value = substance?.[part]
    return typeof value === 'number' ? formatMoney(value, frame.locale) : (value ?? '—')
  }
  const onMap = part === 'place' ? spotChangesInWords(frame, was?.spot ?? noSpot, is.spot ?? noSpot) : []
  return { head: renewalsWords(frame).partHeads[part], was: words(was), is: words(is), onMap }
}

const ChangedPart = ({ frame, part, view }: Pick<Props, 'frame' | 'view'> & { part: Changed }) => {
  const { page: t } = renewalsWords(frame)
  const { head, was, is, onMap } = changeInWords(frame, part, view)
  return (
    <section class="tight">
      <h3>{head}</h3>
      {was !== is && (
        <>
          <p>
            {t.was}: <del>{was}</del>
          </p>
          <p>
            {t.is}: <ins>{is}</ins>
          </p>
        </>
      )}
      {onMap.length > 0 && (
        <p>
          {t.onMap}: {onMap.join(' ')}
        </p>
      )}
    </section>
  )
}

/** On the project's page, for a supporter who is asked. */
export const AskedBeside = ({ frame, renewal }: { frame: Frame; renewal: Renewal }) => {
  const t = renewalsWords(frame)
  return (
    <Now tone="wait" title={t.page.title}>
      <p>{t.beside(renewal.what.map(part => t.parts[part]).join(', '))}</p>
      <Acts>
        <LinkButton href={url(paths.renewal, { id: renewal.id })}>{t.besideLink}</LinkButton>
      </Acts>
    </Now>
  )
}
