import { auditTextsEn } from '#modules/audit/audit.texts.en.ts'
import { auditTexts } from '#modules/audit/audit.texts.ts'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: auditTexts, en: auditTextsEn }
type Fault = { readonly seq: number; readonly what: keyof typeof auditTexts.check.faults }
type Props = { frame: Frame; facts: number; erased: number; head: string; faults: readonly Fault[]; guard: keyof typeof auditTexts.check.guard }
const shown = 100

export const LedgerCheckPage = ({ frame, facts, erased, head, faults, guard }: Props) => {
  const t = texts[frame.locale].check
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p role="status">{faults.length === 0 ? t.whole(String(facts)) : t.broken(String(faults.length))}</p>
      {faults.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.number}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, shown).map(fault => (
              <tr>
                <td>{fault.seq}</td>
                <td>{t.faults[fault.what]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{t.erased(String(erased))}</p>
      <p>{t.guard[guard]}</p>
      <p class="small muted">
        {t.head}: <code class="digest">{head}</code>
      </p>
    </Layout>
  )
}
