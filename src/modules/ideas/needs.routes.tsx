import { z } from 'zod'
import { emptyForm, type FormState } from '#kit/form.ts'
import { mayTie } from '#modules/ideas/ideas.rules.ts'
import { listIdeasById } from '#modules/ideas/ideas.store.ts'
import { addNeed, closeNeed } from '#modules/ideas/needs.actions.ts'
import { NeedNewPage, NeedPage } from '#modules/ideas/needs.pages.tsx'
import { isLiveNeed, needing } from '#modules/ideas/needs.rules.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import { newSaidView, type SaidForms, saidDoors, takeNew } from '#modules/ideas/said.routes.tsx'
import { openFor } from '#modules/ideas/season.actions.ts'
import { listSimilarOf } from '#modules/ideas/similar.store.ts'
import { citedForm, citedIn, sourcesOf } from '#modules/ideas/sources.routes.tsx'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { mayJoinIn } from '#modules/ideas/space.rules.ts'
import { saidFields, saidView, showHidden } from '#modules/ideas/view.routes.tsx'
import { listCityPlans } from '#modules/programme/registers/city-plans.store.ts'
import { paths, url } from '#paths'
import { filesOf } from '#platform/files.ts'
import { ancestorsOf, descendantsOf } from '#platform/origins.ts'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { done, get, page, post, type Visit } from '#web/http.ts'
import { chosenFile, holdFiles } from '#web/uploads.ts'

const idOf = (c: Visit) => c.req.param('id') ?? ''

async function showNeed(c: Visit, forms: SaidForms = {}, status: 200 | 409 | 422 = 200) {
  const { ctx, frame } = c.var
  const need = await loadNeed(ctx, idOf(c))
  if (need.hidden) return showHidden(c, need, ideasWords(frame).need.kicker)
  const common = await saidView(ctx, 'need', { ...need, live: isLiveNeed(need), mayEnd: needing.may(ctx.actor, 'close', need).ok })
  const [photos, ideas, plans, sources] = await Promise.all([
    filesOf(ctx, need.id),
    descendantsOf(ctx, need.id).then(async ids => (await listIdeasById(ctx, ids)).filter(idea => !idea.hidden)),
    listCityPlans(ctx, need.territoryId),
    ancestorsOf(ctx, need.id).then(ids => sourcesOf(c, ids)),
  ])
  const alike =
    need.state === 'open'
      ? await listSimilarOf(ctx, c.var.things, 'idea', { words: need.title, territoryId: need.territoryId, point: need.point ?? undefined })
      : []
  const found = await listIdeasById(
    ctx,
    alike.map(one => one.id),
  )
  const open = await openFor(ctx, need, 'ideas')
  const joining = mayJoinIn(ctx.actor, open)
  const similar = found.map(idea => ({ id: idea.id, title: idea.title, mayJoin: joining.ok && mayTie(ctx.actor, idea, need).ok }))
  return page(c, <NeedPage frame={frame} view={{ ...common, ...forms, need, photos, ideas, sources, similar, plans, mayPropose: open.ok }} />, status)
}

const files = { pl: filesTexts, en: filesTextsEn }
const showNew = async (c: Visit, form: FormState, status: 200 | 422 = 200) => {
  const view = await newSaidView(c, 'need', form)
  return page(c, <NeedNewPage frame={c.var.frame} view={view} />, status === 422 && !view.joining.ok ? 409 : status)
}
const schema = z.object({ ...saidFields, alt: z.string().max(200).optional() })

export const needsRoutes = [
  get(paths.needNew, 'signed-in', async c => {
    const cited = await citedIn(c, c.req.query('z'))
    return showNew(c, cited ? await citedForm(c, cited) : emptyForm)
  }),
  post(paths.needs, 'signed-in', 'need.added', c =>
    takeNew(c, {
      schema,
      show: async (form, status) => showNew(c, await holdFiles(c, form, 'image'), status),
      add: async (said, { alt = '' }) => {
        const file = await chosenFile(c, 'photo')
        return addNeed(c.var.ctx, { ...said, photo: file && { file, alt } })
      },
      done: id => done(c, url(paths.need, { id }), ideasWords(c.var.frame).needForm.done),
      why: files[c.var.frame.locale].why,
    }),
  ),
  get(paths.need, 'everyone', c => showNeed(c)),
  ...saidDoors('need', {
    load: async (ctx, id) => {
      const need = await loadNeed(ctx, id)
      return { ...need, live: isLiveNeed(need) }
    },
    show: showNeed,
    end: closeNeed,
  }),
]
