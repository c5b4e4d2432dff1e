import { dateAndTime } from '#kit/dates.ts'
import type { Receipt } from '#modules/submission/prints/receipts.rules.ts'
import { receiptsTextsEn } from '#modules/submission/prints/receipts.texts.en.ts'
import { receiptsTexts } from '#modules/submission/prints/receipts.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Acts, LinkButton } from '#ui/parts.tsx'

export const receiptsWords = ({ locale }: Pick<Frame, 'locale'>): typeof receiptsTexts => ({ pl: receiptsTexts, en: receiptsTextsEn })[locale]
export const checkAddress = ({ publicNo, hash }: Receipt): string => url(paths.receiptCheck, undefined, { numer: publicNo, odcisk: hash })

/** For the authors of a submitted project. */
export const ReceiptBeside = ({ frame, id, receipt }: { frame: Frame; id: string; receipt: Receipt }) => {
  const { beside: t } = receiptsWords(frame)
  return (
    <section class="said stack">
      <h2>{t.title}</h2>
      <p>{t.lead({ ...receipt, at: dateAndTime(receipt.at, frame.locale) })}</p>
      <Acts>
        <LinkButton quiet href={url(paths.projectReceipt, { id })}>
          {t.download}
        </LinkButton>
        <a href={checkAddress(receipt)}>{t.check}</a>
      </Acts>
    </section>
  )
}
