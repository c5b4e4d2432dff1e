import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { byPhoneTextsEn } from '#modules/renewals/by-phone.texts.en.ts'
import { byPhoneTexts } from '#modules/renewals/by-phone.texts.ts'
import { renewalsWords } from '#modules/renewals/renewals.pages.tsx'
import type { Renewal } from '#modules/renewals/renewals.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Row, Rows, Why } from '#ui/parts.tsx'

export const byPhoneWords = ({ locale }: Pick<Frame, 'locale'>): typeof byPhoneTexts => ({ pl: byPhoneTexts, en: byPhoneTextsEn })[locale]

export type ToCall = { readonly renewal: Renewal; readonly project: Project; readonly name: string; readonly phone?: string | undefined }
type Props = { readonly frame: Frame; readonly calls: readonly ToCall[]; readonly numbers: boolean; readonly why?: string | undefined }

/** Whom the office asks by voice or on paper, and their answers. Numbers and papers are asked for and recorded. */
export const ByPhonePage = ({ frame, calls, numbers, why }: Props) => {
  const t = byPhoneWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {why && <Why>{why}</Why>}
      {calls.length === 0 ? (
        <Empty title={t.none.title}>
          <p>{t.none.first}</p>
        </Empty>
      ) : (
        <>
          <p>{t.silence}</p>
          <Acts>
            {!numbers && <ActButton action={paths.officeRenewalsNumbers} label={t.numbers} quiet />}
            <ActButton action={paths.officeRenewalsList} label={t.printList} quiet />
            <ActButton action={paths.officeRenewalsLetters} label={t.printLetters} quiet />
          </Acts>
          <p class="small muted">{t.numbersHint}</p>
        </>
      )}
      <Rows plain>
        {calls.map(call => (
          <CallRow frame={frame} call={call} numbers={numbers} />
        ))}
      </Rows>
    </Layout>
  )
}

const CallRow = ({ frame, call: { renewal, project, name, phone }, numbers }: { frame: Frame; call: ToCall; numbers: boolean }) => {
  const t = byPhoneWords(frame)
  const action = url(paths.officeRenewalAnswer, { id: renewal.id })
  return (
    <Row level="h2" title={name}>
      {numbers && <p class="num">{phone ?? t.noPhone}</p>}
      <p>
        <a href={url(paths.project, { id: project.id })}>{projectTitle(frame.locale, project)}</a>
      </p>
      <p>{t.changed(changedWords(frame, renewal))}</p>
      <Acts>
        <ActButton action={action} label={t.keep(name)} fields={{ odpowiedz: 'tak' }} small />
        <ActButton action={action} label={t.withdraw(name)} fields={{ odpowiedz: 'nie' }} small quiet />
      </Acts>
    </Row>
  )
}
export const changedWords = (frame: Pick<Frame, 'locale'>, { what }: Pick<Renewal, 'what'>): string =>
  what.map(part => renewalsWords(frame).parts[part]).join(', ')
