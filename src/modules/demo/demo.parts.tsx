import { dateAndTime } from '#kit/dates.ts'
import type { Locale } from '#kit/texts.ts'
import { type TourStep, tour } from '#modules/demo/demo.rules.ts'
import { demoTextsEn } from '#modules/demo/demo.texts.en.ts'
import { demoTexts } from '#modules/demo/demo.texts.ts'
import { paths, url } from '#paths'

const texts = { pl: demoTexts, en: demoTextsEn }
type Someone = { readonly id: string; readonly name: string; readonly about: Readonly<Record<Locale, string>> }
type Props = {
  locale: Locale
  now: Date
  back: string
  people: readonly Someone[]
  me: string
  next: { readonly title: string; readonly day: string } | undefined
  moved: boolean
  step: number | undefined
}

/** The strip over every page of the demo: become anybody, move the clock, read the mail, be shown round. */
export const DemoBar = ({ locale, now, back, people, me, next, moved, step }: Props) => {
  const t = texts[locale]
  return (
    <div class="demo">
      {step !== undefined && <TourNote locale={locale} step={step} />}
      <details class="demo-tools">
        <summary>
          <b>{t.bar}</b> <span class="demo-now">{dateAndTime(now, locale)}</span>
        </summary>
        <div class="demo-row">
          <form method="post" action={url(paths.demoPerson)}>
            <label for="demo-osoba">{t.who}</label>
            <select id="demo-osoba" name="osoba">
              <option value="">{t.visitor}</option>
              {people.map(({ id, name, about }) => (
                <option value={id} selected={id === me}>{`${name} – ${about[locale]}`}</option>
              ))}
            </select>
            <input type="hidden" name="powrot" value={back} />
            <button type="submit">{t.become}</button>
          </form>
          <form method="post" action={url(paths.demoClock)} aria-label={t.clock}>
            <input type="hidden" name="powrot" value={back} />
            {next && (
              <button type="submit" name="ruch" value="etap">
                {t.nextPhase(next.title, next.day)}
              </button>
            )}
            <button type="submit" name="ruch" value="dzien">
              {t.nextDay}
            </button>
            {moved && (
              <button type="submit" name="ruch" value="dzis">
                {t.reset}
              </button>
            )}
          </form>
          <a href={url(paths.demoLetters)}>{t.letters}</a>
        </div>
      </details>
      {step === undefined && (
        <form class="demo-start" method="post" action={url(paths.demoTour)}>
          <input type="hidden" name="krok" value="0" />
          <button type="submit">{t.tour}</button>
        </form>
      )}
    </div>
  )
}

const TourNote = ({ locale, step }: { locale: Locale; step: number }) => {
  const t = texts[locale]
  const { key } = tour[step] as TourStep
  const last = step + 1 === tour.length
  return (
    <div class="demo-tour">
      <p>
        <b>
          {t.tourStep(step + 1, tour.length)}: {t.steps[key].title}.
        </b>{' '}
        {t.steps[key].text}
      </p>
      <form method="post" action={url(paths.demoTour)}>
        {!last && (
          <button type="submit" name="krok" value={String(step + 1)}>
            {t.tourNext}
          </button>
        )}
        <button class="bare" type="submit" name="krok" value="koniec">
          {t.tourEnd}
        </button>
      </form>
    </div>
  )
}
