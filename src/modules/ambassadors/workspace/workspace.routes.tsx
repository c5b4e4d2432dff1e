import { z } from 'zod'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { certificateOf } from '#modules/ambassadors/tenure/certificates.store.ts'
import { stepTerm } from '#modules/ambassadors/tenure/terms.actions.ts'
import { isLive } from '#modules/ambassadors/tenure/terms.rules.ts'
import { isTrained, termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { NoTermPage, WorkspacePage, type WorkView } from '#modules/ambassadors/workspace/workspace.pages.tsx'
import { workspaceTextsEn } from '#modules/ambassadors/workspace/workspace.texts.en.ts'
import { workspaceTexts } from '#modules/ambassadors/workspace/workspace.texts.ts'
import { listDistricts } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'
import { besideOf } from '#web/module.ts'

const texts = { pl: workspaceTexts, en: workspaceTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }

/** The running term, or the last one with what became of it: whoever was recalled reads it here. */
export async function showWorkspace(
  c: Visit,
  forms: Pick<WorkView, 'resignForm' | 'refused'> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { ctx, frame } = c.var
  await mustHaveAmbassadors(ctx)
  const own = await termsOf(ctx, ctx.actor.id)
  const term = own.find(isLive) ?? own[0]
  if (!term) return page(c, <NoTermPage frame={frame} />, status === 422 ? 422 : status)
  const [trained, districts, certificate, beside] = await Promise.all([
    isTrained(ctx, term),
    listDistricts(ctx),
    certificateOf(ctx, term.id),
    besideOf(c, ctx.actor.id),
  ])
  return page(c, <WorkspacePage frame={frame} view={{ term, trained, districts, certificate: certificate?.number, beside, ...forms }} />, status)
}

async function resign(c: Visit): Promise<Response> {
  const t = texts[c.var.frame.locale]
  const read = await readForm(c, z.object({ pewne: z.string('required') }), t.errors)
  if (!read.ok) return showWorkspace(c, { resignForm: read.form }, 422)
  const verdict = await stepTerm(c.var.ctx, c.req.param('id') ?? '', 'resign')
  return verdict.ok ? done(c, paths.workspace, t.resigned) : showWorkspace(c, { refused: terms[c.var.frame.locale].why[verdict.why] }, 409)
}

export const workspaceRoutes: readonly Route[] = [
  get(paths.workspace, 'signed-in', c => showWorkspace(c)),
  post(paths.resignation, 'signed-in', 'term.resigned', resign),
]
