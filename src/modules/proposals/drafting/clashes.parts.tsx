import { formatMoney } from '#kit/money.ts'
import { type CostLine, formatQuantity, type LineConflict } from '#modules/proposals/drafting/drafting.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

/** Both texts of one place, as plain words. */
type ShownConflict = { readonly base: string; readonly mine: string; readonly theirs: string }
export type Clash = { readonly by: string; readonly conflicts: readonly ShownConflict[] }

/** Lines of a cost table that two people changed at once, in words. */
export function costConflicts(conflicts: readonly LineConflict[], locale: Frame['locale']): ShownConflict[] {
  const words = (line: CostLine | undefined) =>
    line === undefined ? '' : `${line.name}, ${formatQuantity(line.quantity, locale)} ${line.unit}, ${formatMoney(line.price, locale)}`
  return conflicts.map(({ base, mine, theirs }) => ({ base: words(base), mine: words(mine), theirs: words(theirs) }))
}

/** Both wordings, side by side. */
export const Clashes = ({ frame, clash, lead }: { frame: Frame; clash: Clash; lead: string }) => {
  const t = texts[frame.locale].edit
  return (
    <section class="stack" role="alert">
      <p>{lead}</p>
      {clash.conflicts.map(({ base, mine, theirs }) => (
        <div class="two said">
          <div class="tight">
            <h2 class="small">{t.yours}</h2>
            <p>{mine.trim() || t.removed}</p>
          </div>
          <div class="tight">
            <h2 class="small">{`${t.theirs} (${clash.by || t.somebody})`}</h2>
            <p>{theirs.trim() || t.removed}</p>
          </div>
          {base.trim() !== '' && (
            <div class="tight muted">
              <h2 class="small">{t.former}</h2>
              <p>{base.trim()}</p>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
