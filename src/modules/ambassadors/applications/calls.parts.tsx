import { type Call, callOpenness } from '#modules/ambassadors/applications/calls.rules.ts'
import { callsTextsEn } from '#modules/ambassadors/applications/calls.texts.en.ts'
import { callsTexts } from '#modules/ambassadors/applications/calls.texts.ts'
import { opennessWords } from '#modules/programme/calendar.parts.tsx'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Acts, LinkButton, Now } from '#ui/parts.tsx'

const texts = { pl: callsTexts, en: callsTextsEn }

/** The call in one line and one button, for pages that lead to it; a call that is over is told only where ambassadors are listed. */
export const CallNotice = ({ frame, call, level = 'h2' }: { frame: Frame; call: Call; level?: 'h2' | 'h3' }) => {
  const { page: t } = texts[frame.locale]
  const open = callOpenness(call, frame.now)
  return (
    <Now kicker={opennessWords(open, frame.locale, frame.now)} title={t.title} level={level} tone={open.state === 'open' ? 'good' : 'plain'}>
      <Acts>
        <LinkButton href={paths.ambassadorCall} quiet={open.state !== 'open'}>
          {open.state === 'open' ? t.apply : t.more}
        </LinkButton>
      </Acts>
    </Now>
  )
}
