import { AmbassadorRows } from '#modules/ambassadors/ambassadors.parts.tsx'
import type { Company } from '#modules/city/project/company.rules.ts'
import { companyTextsEn } from '#modules/city/project/company.texts.en.ts'
import { companyTexts } from '#modules/city/project/company.texts.ts'
import { TalkRows } from '#modules/discussions/talks.parts.tsx'
import { MeetingRows } from '#modules/meetings/meetings.parts.tsx'
import { type Territory, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: companyTexts, en: companyTextsEn }
type Props = { frame: Frame; company: Company; place?: Territory }
type MeetingsProps = Props & { territories: ReadonlyMap<string, Territory> }

export const NextMeetings = ({ frame, company, territories, place }: MeetingsProps) => {
  const t = texts[frame.locale].meetings
  if (company.meetings.length === 0) return null
  return (
    <section class={place ? 'part stack' : 'stack'}>
      <h2 class={place ? undefined : 'over'}>{t.title}</h2>
      <MeetingRows frame={frame} meetings={company.meetings} territories={territories} />
      <p>
        <a href={url(paths.meetings, undefined, { gdzie: place && whereOf(place) })}>{t.all}</a>
      </p>
    </section>
  )
}

export const OpenTalks = ({ frame, company, place }: Props) => {
  const t = texts[frame.locale].talks
  if (company.talks.length === 0) return null
  return (
    <section class={place ? 'part stack' : 'stack'}>
      <h2 class={place ? undefined : 'over'}>{place ? t.title : t.lately}</h2>
      <TalkRows frame={frame} talks={company.talks} />
      <p>
        <a href={paths.talks}>{t.all}</a>
      </p>
    </section>
  )
}

export const AmbassadorsHere = ({ frame, company }: Props) => {
  const t = texts[frame.locale].ambassadors
  if (company.ambassadors.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <p class="small muted">{t.lead}</p>
      <AmbassadorRows frame={frame} ambassadors={company.ambassadors} />
      <p>
        <a href={paths.ambassadors}>{t.all}</a>
      </p>
    </section>
  )
}
