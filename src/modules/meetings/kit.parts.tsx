import { kitWords } from '#modules/ambassadors/kit/kit.parts.tsx'
import { type KitSheet, kitSheets } from '#modules/ambassadors/kit/kit.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

/** What a meeting prints itself: the list knows who registered, and each sheet has a code of its own. */
export const ownSheets = (id: string): Partial<Record<KitSheet, string>> => ({
  'lista-obecnosci': url(paths.meetingAttendanceSheet, { id }),
  arkusze: url(paths.meetingVoices, { id }),
})

/** For hosts: five papers that already say what, when and where. */
export const MeetingKit = ({ frame, id }: { frame: Frame; id: string }) => {
  const t = kitWords(frame.locale)
  const own = ownSheets(id)
  return (
    <Fold summary={t.title}>
      <p class="small muted">{t.filled}</p>
      <ul class="tight">
        {kitSheets.map(sheet => (
          <li>
            <a href={own[sheet] ?? url(paths.meetingKitPrint, { id, sheet })}>{t.sheets[sheet].title}</a>{' '}
            <span class="muted">{t.sheets[sheet].note}</span>
            {!own[sheet] && (
              <>
                {' · '}
                <a href={url(paths.meetingKitPrint, { id, sheet }, { jezyk: 'en' })} hreflang="en">
                  {t.english}
                  <span class="visually-hidden">: {t.sheets[sheet].title}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="small muted">{t.papers}</p>
    </Fold>
  )
}
