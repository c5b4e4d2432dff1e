import { dayOf } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { certificateNews } from '#modules/ambassadors/tenure/certificates.mail.tsx'
import { type CertificateWhy, certificateNo, mayCertify, mayShowName } from '#modules/ambassadors/tenure/certificates.rules.ts'
import { certificateOf, findCertificate, insertCertificate, showName } from '#modules/ambassadors/tenure/certificates.store.ts'
import { loadTerm, nextNumber } from '#modules/ambassadors/tenure/terms.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { newPrintedCode } from '#platform/codes.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** Issues the certificate of a finished term, once. How long and how many meetings is what the coordinator signs for. */
export async function issueCertificate(
  ctx: Ctx,
  termId: string,
  { hours, meetings }: { readonly hours: number; readonly meetings: number },
): Promise<Verdict<CertificateWhy> & { readonly number?: string }> {
  return inTransaction(ctx, async ctx => {
    const term = await loadTerm(ctx, termId)
    const before = await certificateOf(ctx, termId)
    const verdict = mayCertify(ctx.actor, term, before !== undefined)
    if (!verdict.ok) return verdict
    const year = Number(dayOf(ctx.now).slice(0, 4))
    const number = certificateNo(await nextNumber(ctx, 'certificate', year), year, newPrintedCode().slice(0, 7))
    const days = { from: dayOf(term.activatedAt ?? term.startedAt), until: dayOf(term.endedAt ?? ctx.now) }
    const certificate = { number, termId, personId: term.personId, showsName: false, ...days, hours, meetings, issuedAt: ctx.now }
    if (!(await insertCertificate(ctx, certificate))) return no('issued')
    await record(ctx, 'certificate.issued', termId, { number, hours, meetings })
    await tell(ctx, [term.personId], certificateNews(term, number))
    return { ...yes, number }
  })
}

/** Whether the public page of the certificate says whose it is: only its person decides. */
export async function showNameOn(ctx: Ctx, number: string, shown: boolean): Promise<Verdict<'not-yours'>> {
  return inTransaction(ctx, async ctx => {
    const certificate = await findCertificate(ctx, number)
    const verdict = certificate ? mayShowName(ctx.actor, certificate) : no('not-yours')
    if (!verdict.ok || !certificate) return verdict
    if (certificate.showsName === shown) return yes
    await showName(ctx, number, shown)
    await record(ctx, 'certificate.name-shown', certificate.termId, { number, shown })
    return yes
  })
}
