import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { dropIdea, joinNeeds, proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { IdeaNewPage, IdeaPage, type NewIdeaView } from '#modules/ideas/ideas.pages.tsx'
import { isLiveIdea, mayTie, shaping } from '#modules/ideas/ideas.rules.ts'
import { loadIdea } from '#modules/ideas/ideas.store.ts'
import { listNeeds, listNeedsById } from '#modules/ideas/needs.store.ts'
import { newSaidView, type SaidForms, saidDoors, takeNew } from '#modules/ideas/said.routes.tsx'
import { openFor } from '#modules/ideas/season.actions.ts'
import { listSimilarThings } from '#modules/ideas/similar.store.ts'
import { citedForm, citedIn, sourcesOf } from '#modules/ideas/sources.routes.tsx'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { limits, mayJoinIn, openIn } from '#modules/ideas/space.rules.ts'
import { withError } from '#modules/ideas/space-form.parts.tsx'
import { saidFields, saidView, showHidden } from '#modules/ideas/view.routes.tsx'
import { spokenOn } from '#modules/ideas/workshops/agenda.routes.tsx'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { paths, url } from '#paths'
import { ancestorsOf, descendantsOf } from '#platform/origins.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'
import { besideThing } from '#web/module.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''
type Forms = SaidForms & { joinForm?: FormState }

async function showIdea(c: Visit, forms: Forms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const idea = await loadIdea(ctx, idOf(c))
  if (idea.hidden) return showHidden(c, idea, ideasWords(frame).idea.kicker)
  const { edition, ...common } = await saidView(ctx, 'idea', { ...idea, live: isLiveIdea(idea), mayEnd: shaping.may(ctx.actor, 'drop', idea).ok })
  const [[needs, sources], grown, similar, place] = await Promise.all([
    ancestorsOf(ctx, idea.id).then(async ids => [(await listNeedsById(ctx, ids)).filter(need => !need.hidden), await sourcesOf(c, ids)] as const),
    descendantsOf(ctx, idea.id),
    listSimilarThings(ctx, c.var.things, { words: idea.title, territoryId: idea.territoryId, point: idea.point ?? undefined, not: [idea.id] }),
    listNeeds(ctx, { editionId: idea.editionId, territoryId: idea.territoryId, limit: limits.needs, sort: 'backed' }),
  ])
  const joining = mayJoinIn(ctx.actor, await openFor(ctx, idea, 'ideas'))
  const joinable = place.filter(need => joining.ok && mayTie(ctx.actor, idea, need).ok && !needs.some(one => one.id === need.id))
  const live = isLiveIdea(idea) && edition?.id === idea.editionId
  const view = {
    ...common,
    ...forms,
    idea,
    needs,
    sources,
    spoken: await spokenOn(c, [idea.id]),
    beside: await besideThing(c, idea.id),
    similar,
    joinable,
    mayDraft: live && idea.state === 'proposed' && openIn(edition, 'drafts', ctx.now).ok,
    mayAsk: live && openIn(edition, 'advice', ctx.now).ok,
    projectId: idea.state === 'drafting' ? grown.find(id => id.startsWith('project_')) : undefined,
  }
  return page(c, <IdeaPage frame={frame} view={view} />, status)
}

/** The form with the needs it may grow from: those asked for, and those of the place that stand highest. */
async function newView(c: Visit, form: FormState): Promise<NewIdeaView> {
  const { ctx } = c.var
  const wanted = [form.typed.needs ?? c.req.queries('potrzeba') ?? []].flat().slice(0, limits.needs)
  const chosen = await listNeedsById(ctx, wanted)
  const [view, edition] = [await newSaidView(c, 'idea', form, chosen[0]?.territoryId), await findCurrentEdition(ctx)]
  const others = view.here ? await listNeeds(ctx, { editionId: edition?.id ?? '', territoryId: view.here.id, limit: 8, sort: 'backed' }) : []
  const needs = [...chosen, ...others.filter(other => !chosen.some(need => need.id === other.id))]
  return { ...view, needs, chosen: chosen.map(need => need.id) }
}
const showNew = async (c: Visit, form: FormState, status: 200 | 422 = 200) => {
  const view = await newView(c, form)
  return page(c, <IdeaNewPage frame={c.var.frame} view={view} />, status === 422 && !view.joining.ok ? 409 : status)
}

const ideaSchema = z.object({ ...saidFields, needs: z.array(z.string().max(60)).max(limits.needs).optional() })

export const ideasRoutes = [
  get(paths.ideaNew, 'signed-in', async c => {
    const cited = await citedIn(c, c.req.query('z'))
    return showNew(c, cited ? await citedForm(c, cited) : emptyForm)
  }),
  post(paths.ideas, 'signed-in', 'idea.proposed', c =>
    takeNew(c, {
      schema: ideaSchema,
      show: (form, status) => showNew(c, form, status),
      add: (said, { needs }) => proposeIdea(c.var.ctx, { ...said, ...(needs ? { needs } : {}) }),
      done: id => done(c, url(paths.idea, { id }), ideasWords(c.var.frame).ideaForm.done),
    }),
  ),
  get(paths.idea, 'everyone', c => showIdea(c)),
  post(paths.ideaNeeds, 'signed-in', 'idea.needs-joined', async c => {
    const t = ideasWords(c.var.frame)
    const read = await readForm(c, z.object({ needs: z.array(z.string().max(60)).min(1, 'needs-missing').max(limits.needs) }), t.errors)
    if (!read.ok) return showIdea(c, { joinForm: read.form }, 422)
    const verdict = await joinNeeds(c.var.ctx, idOf(c), read.value.needs)
    if (verdict.ok) return done(c, url(paths.idea, { id: idOf(c) }), t.idea.joined)
    return showIdea(c, { joinForm: withError(read.form, verdict.why, t.why[verdict.why]) }, 409)
  }),
  ...saidDoors('idea', {
    load: async (ctx, id) => {
      const idea = await loadIdea(ctx, id)
      return { ...idea, live: isLiveIdea(idea) }
    },
    show: showIdea,
    end: dropIdea,
  }),
]
