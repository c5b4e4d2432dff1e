import type { z } from 'zod'
import { type FormState, filled, typedOne } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { commentSchema } from '#modules/discussions/comments/comment-form.actions.ts'
import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { back, withdrawBacking } from '#modules/ideas/backings.actions.ts'
import type { Added, NewNeed } from '#modules/ideas/needs.actions.ts'
import type { NewView } from '#modules/ideas/said.pages.tsx'
import { openFor, placeByWhere, readSeason } from '#modules/ideas/season.actions.ts'
import { similarTyped } from '#modules/ideas/similar.routes.tsx'
import { citedIn } from '#modules/ideas/sources.routes.tsx'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { mayJoinIn, phaseOf, type Said } from '#modules/ideas/space.rules.ts'
import { addressFields, withError } from '#modules/ideas/space-form.parts.tsx'
import { speakAbout } from '#modules/ideas/spoken.actions.ts'
import { behalfSchema, opennessIn, pointOf, reasonSchema, type saidFields } from '#modules/ideas/view.routes.tsx'
import { askKindly } from '#modules/moderation/harshness.rules.ts'
import { postWhyWords } from '#modules/moderation/moderation.parts.tsx'
import { assistedFor, behalfOf } from '#modules/people/office/behalf.actions.ts'
import { isBehalfWhy, withVoiceError } from '#modules/people/office/behalf.parts.tsx'
import { listCityPlans } from '#modules/programme/registers/city-plans.store.ts'
import { addressesFor, addressStep } from '#modules/programme/territories/addresses.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, post, type Route, type Visit } from '#web/http.ts'

type Kind = 'need' | 'idea'
export type SaidForms = { commentForm?: FormState; behalfForm?: FormState; endForm?: FormState }
const doors = {
  need: { page: paths.need, backing: paths.needBacking, backingEnd: paths.needBackingEnd, comments: paths.needComments, ending: paths.needClosing },
  idea: { page: paths.idea, backing: paths.ideaBacking, backingEnd: paths.ideaBackingEnd, comments: paths.ideaComments, ending: paths.ideaDropping },
} as const
const facts = {
  need: { backed: 'need.backed', withdrawn: 'need.backing-withdrawn', ended: 'need.closed' },
  idea: { backed: 'idea.backed', withdrawn: 'idea.backing-withdrawn', ended: 'idea.dropped' },
} as const

/** What the form for a new one stands among: the place it is about, what resembles it, what the city plans there. */
export async function newSaidView(c: Visit, kind: Kind, form: FormState, fallback?: string): Promise<NewView> {
  const { ctx } = c.var
  const [season, cited] = [await readSeason(ctx), await citedIn(c, typedOne(form, 'z') || c.req.query('z'))]
  const here = placeByWhere(season, typedOne(form, 'where') || c.req.query('gdzie')) ?? season.places.find(place => place.id === fallback)
  return {
    form,
    addresses: await addressesFor(ctx, form, here?.id),
    places: season.places,
    here,
    plans: here ? await listCityPlans(ctx, here.id) : [],
    open: opennessIn(season.edition, phaseOf[kind], ctx.now),
    joining: mayJoinIn(ctx.actor, season.open(phaseOf[kind])),
    assisted: await assistedFor(ctx),
    cited,
    similar: await similarTyped(c, form, here?.id),
  }
}

type Typed = z.infer<z.ZodObject<typeof saidFields>>
type Taking<V> = {
  readonly schema: z.ZodType<V>
  readonly show: (form: FormState, status?: 200 | 422) => Promise<Response>
  readonly add: (said: Omit<NewNeed, 'photo'>, value: V) => Promise<Added>
  readonly done: (id: string) => Response | Promise<Response>
  /** Sentences for what only its kind may be refused for. */
  readonly why?: Readonly<Record<string, string>>
}

/** A new one, step by step: an address is looked up, what resembles it is shown, harsh words are asked about once, then it is there. What was typed stays. */
export async function takeNew<V extends Typed>(c: Visit, { schema, show, add, done, why }: Taking<V>): Promise<Response> {
  const { ctx, frame } = c.var
  const t = ideasWords(frame)
  const { step } = await c.req.parseBody()
  const read = await readForm(c, schema, t.errors)
  const address = await addressStep(ctx, read.form, addressFields)
  if (address) return show(address)
  if (step === 'check') return show(filled(read.form.typed))
  if (!read.ok) return show(read.form, 422)
  const { value } = read
  const kindly = askKindly(read.form, value.title, value.text)
  if (kindly) return show(kindly, 422)
  // a refusal that no phase explains goes beside its field
  const refuse = (reason: string, sentence?: string) =>
    show(
      isBehalfWhy(reason)
        ? withVoiceError(read.form, reason, frame)
        : withError(read.form, reason, sentence ?? { ...why, ...t.why }[reason as keyof typeof t.why]),
      422,
    )
  const where = value.where && placeByWhere(await readSeason(ctx), value.where)
  if (value.where && !where) return refuse('no-space')
  const said = {
    key: value.key,
    title: value.title,
    text: value.text,
    territoryId: where ? where.id : undefined,
    placeWords: value.place,
    point: pointOf(value),
    behalf: behalfOf(value),
    origin: (await citedIn(c, value.z))?.id,
  }
  const added = await add(said, value)
  if (added.ok) return done(added.id)
  return refuse(added.why, added.why === 'limited' ? postWhyWords(added.limit, frame) : undefined)
}

type Showing = {
  readonly load: (ctx: Ctx, id: string) => Promise<Said & { readonly live: boolean }>
  readonly show: (c: Visit, forms?: SaidForms, status?: 409 | 422) => Promise<Response>
  readonly end: (ctx: Ctx, id: string, reason: string) => Promise<Verdict<string>>
}

/** The doors of its page that both kinds have: to back it, to talk about it, to end it with a reason. */
export const saidDoors = (kind: Kind, { load, show, end }: Showing): readonly Route[] => {
  const idOf = (c: Visit) => c.req.param('id') ?? ''
  const at = (c: Visit) => url(doors[kind].page, { id: idOf(c) })
  return [
    post(doors[kind].backing, 'signed-in', facts[kind].backed, async c => {
      const t = ideasWords(c.var.frame)
      const read = await readForm(c, behalfSchema, t.errors)
      if (!read.ok) return show(c, { behalfForm: read.form }, 422)
      const behalf = behalfOf(read.value)
      const verdict = await back(c.var.ctx, kind, idOf(c), behalf && { ...behalf, key: read.value.key ?? '' })
      if (verdict.ok) return done(c, at(c), t.flash.backed)
      if (isBehalfWhy(verdict.why)) return show(c, { behalfForm: withVoiceError(read.form, verdict.why, c.var.frame) }, 422)
      return behalf ? show(c, { behalfForm: withError(read.form, verdict.why, t.why[verdict.why]) }, 422) : show(c, {}, 409)
    }),
    post(doors[kind].backingEnd, 'signed-in', facts[kind].withdrawn, async c => {
      const verdict = await withdrawBacking(c.var.ctx, kind, idOf(c))
      return verdict.ok ? done(c, at(c), ideasWords(c.var.frame).flash.withdrawn) : show(c, {}, 409)
    }),
    post(doors[kind].comments, 'signed-in', 'comment.added', async c => {
      const { ctx, frame } = c.var
      const read = await readForm(c, commentSchema, discussionsWords(frame).errors)
      if (!read.ok) return show(c, { commentForm: read.form }, 422)
      const kindly = askKindly(read.form, read.value.text)
      if (kindly) return show(c, { commentForm: kindly }, 422)
      const said = await load(ctx, idOf(c))
      const open = said.live ? await openFor(ctx, said, phaseOf[kind]) : ({ ok: false, why: 'ended' } as const)
      const added = await speakAbout(ctx, said, { ...read.value, behalf: behalfOf(read.value) }, open)
      if ('limit' in added) return show(c, { commentForm: withError(read.form, '', postWhyWords(added.limit, frame)) }, 409)
      if (!added.ok) return show(c, { commentForm: withVoiceError(read.form, added.why, frame) }, 409)
      return done(c, `${at(c)}#${added.id}`, ideasWords(frame).flash.commented)
    }),
    post(doors[kind].ending, 'signed-in', facts[kind].ended, async c => {
      const t = ideasWords(c.var.frame)
      const read = await readForm(c, reasonSchema, t.errors)
      if (!read.ok) return show(c, { endForm: read.form }, 422)
      const verdict = await end(c.var.ctx, idOf(c), read.value.reason)
      return verdict.ok ? done(c, at(c), kind === 'need' ? t.flash.closed : t.flash.dropped) : show(c, {}, 409)
    }),
  ]
}
