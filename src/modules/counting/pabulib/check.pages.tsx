import type { FormState } from '#kit/form.ts'
import type { Checked } from '#modules/counting/pabulib/check.rules.ts'
import { checkTextsEn } from '#modules/counting/pabulib/check.texts.en.ts'
import { checkTexts } from '#modules/counting/pabulib/check.texts.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { Button, Form } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton } from '#ui/parts.tsx'

const texts = { pl: checkTexts, en: checkTextsEn }
export const checkWords = ({ locale }: Frame): typeof checkTexts => texts[locale]

/** Is this file of votes written as it should be? With scripts the browser looks by itself; without them the server does, and forgets. */
export const CheckPage = ({ frame, form, name, checked }: { frame: Frame; form: FormState; name?: string; checked?: Checked }) => {
  const t = checkWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.laboratory}>{t.back}</a>}>
      <pabulib-check class="stack" data-words={JSON.stringify(t.words)}>
        <Form action={paths.fileCheck} form={form} files>
          <FileField name="plik" label={t.field} hint={t.hint} form={form} accept=".pb" required />
          <Acts>
            <Button>{t.check}</Button>
          </Acts>
        </Form>
        <section class="part stack" aria-live="polite" id="wynik" hidden={!checked}>
          <h2>{t.found}</h2>
          <p class="said" data-of="sum">
            {checked && `${name ? `${name}: ` : ''}${checked.ok ? t.words.fine : t.words.broken}`}
          </p>
          <ol class="stack" data-of="findings">
            {checked?.findings.map(({ line, level, code, what }) => (
              <li>
                <b>
                  {line ? `${t.words.line} ${line}` : t.words.file}, {t.words.levels[level]}
                </b>
                {`: ${t.said(code, what)}.`}
              </li>
            ))}
          </ol>
          <p data-of="more">{checked && checked.unwritten > 0 && `${t.words.more} ${checked.unwritten}.`}</p>
        </section>
      </pabulib-check>
      <section class="part stack">
        <h2>{t.verifierTitle}</h2>
        <p>{t.verifier}</p>
        <Acts>
          <LinkButton href={url(paths.verifier, { file: 'index.html' })} quiet>
            {t.verifierLink}
          </LinkButton>
        </Acts>
      </section>
    </Layout>
  )
}
