import { z } from 'zod'
import { dayOf, isDay } from '#kit/dates.ts'
import { filled } from '#kit/form.ts'
import { declareAccessibility } from '#modules/programme/statements/accessibility.actions.ts'
import { AccessibilityEditPage, AccessibilityPage } from '#modules/programme/statements/accessibility.pages.tsx'
import {
  assessments,
  complianceStates,
  mayDeclareAccessibility,
  reviewState,
  type Statement,
} from '#modules/programme/statements/accessibility.rules.ts'
import { findStatement } from '#modules/programme/statements/accessibility.store.ts'
import { accessibilityTextsEn } from '#modules/programme/statements/accessibility.texts.en.ts'
import { accessibilityTexts } from '#modules/programme/statements/accessibility.texts.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'

const texts = { pl: accessibilityTexts, en: accessibilityTextsEn }

const day = z.string('day-wrong').refine(isDay, 'day-wrong')
const line = z.string().max(200, 'too-long')
const long = z.string().max(4000, 'too-long').default('')
const address = (typed: string) => /^https?:\/\/\S+$/.test(typed)
const schemaFor = (today: string) =>
  z
    .object({
      base: z.coerce.number().int().min(0),
      ...{ subject: line, siteName: line, siteUrl: line.refine(address, 'url-wrong'), publishedOn: day, updatedOn: day },
      ...{ state: z.enum(complianceStates), inaccessible: long, inaccessibleEn: long, notCovered: long, notCoveredEn: long },
      burdenUrl: z.string().refine(address, 'url-wrong').default(''),
      ...{ preparedOn: day, reviewedOn: day.refine(typed => typed <= today, 'review-future') },
      ...{ assessment: z.enum(assessments), auditor: z.string().max(200, 'too-long').default('') },
      ...{ contact: line, email: z.email('email-wrong'), phone: z.string('phone-missing').max(40, 'too-long') },
      ...{ amenities: long, amenitiesEn: long, apps: long, appsEn: long, architecture: long, architectureEn: long },
      ...{ communication: long, communicationEn: long },
    })
    .refine(typed => typed.state === 'full' || typed.inaccessible !== '', { message: 'inaccessible-missing', path: ['inaccessible'] })
    .refine(typed => typed.assessment === 'self' || typed.auditor !== '', { message: 'auditor-missing', path: ['auditor'] })
    .refine(typed => typed.reviewedOn >= typed.preparedOn, { message: 'review-early', path: ['reviewedOn'] })

/** What can be said before the city has said anything: the system's own facts, and blanks where only the city knows. */
function blank(c: Visit): Statement {
  const [pl, en] = [accessibilityTexts.known, accessibilityTextsEn.known]
  return {
    ...{ subject: '', siteName: c.var.frame.cityName, siteUrl: c.var.config.publicUrl, publishedOn: '', updatedOn: '', state: 'partial' },
    ...{ inaccessible: pl.inaccessible, inaccessibleEn: en.inaccessible, notCovered: '', notCoveredEn: '', burdenUrl: '' },
    ...{ preparedOn: '', reviewedOn: '', assessment: 'self', auditor: '', amenities: pl.amenities, amenitiesEn: en.amenities },
    ...{ contact: '', email: '', phone: '', apps: pl.apps, appsEn: en.apps },
    ...{ architecture: '', architectureEn: '', communication: '', communicationEn: '' },
  }
}

export const accessibilityRoutes = [
  get(paths.accessibility, 'everyone', async c => {
    const kept = await findStatement(c.var.ctx)
    const edit = mayDeclareAccessibility(c.var.ctx.actor).ok
    return page(c, <AccessibilityPage frame={c.var.frame} statement={kept?.statement ?? blank(c)} kept={kept} edit={edit} />)
  }),
  get(paths.officeAccessibility, ['editor'], async c => {
    const kept = await findStatement(c.var.ctx)
    const review = kept && reviewState(kept.statement.reviewedOn, dayOf(c.var.ctx.now))
    const form = filled(kept?.statement ?? blank(c))
    return page(c, <AccessibilityEditPage frame={c.var.frame} form={form} base={kept?.version ?? 0} review={review} />)
  }),
  post(paths.officeAccessibility, ['editor'], 'accessibility.declared', async c => {
    const { ctx, frame } = c.var
    const t = texts[frame.locale]
    const read = await readForm(c, schemaFor(dayOf(ctx.now)), t.errors)
    const kept = await findStatement(ctx)
    const review = kept && reviewState(kept.statement.reviewedOn, dayOf(ctx.now))
    if (!read.ok) {
      const base = Number(read.form.typed.base ?? kept?.version ?? 0)
      return page(c, <AccessibilityEditPage frame={frame} form={read.form} base={base} review={review} />, 422)
    }
    const { base, ...statement } = read.value
    const verdict = await declareAccessibility(ctx, base, statement)
    if (verdict.ok) return done(c, paths.accessibility, t.office.saved)
    return page(c, <AccessibilityEditPage frame={frame} form={read.form} base={kept?.version ?? 0} review={review} conflict />, 409)
  }),
]
