import { z } from 'zod'
import { sayInterest, withdrawInterest } from '#modules/discussions/interests/interests.actions.ts'
import { interestsWords } from '#modules/discussions/interests/interests.parts.tsx'
import { interestLimits } from '#modules/discussions/interests/interests.rules.ts'
import { showTalk, talkHere } from '#modules/discussions/talks.routes.tsx'
import { readPoint } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, post, type Route } from '#web/http.ts'

const schema = z.object({
  key: z.string().regex(/^key_\w{10,40}$/, 'wrong'),
  place: z.string().max(interestLimits.wordsMax, 'place-long').optional(),
  lon: z.string().max(30).optional(),
  lat: z.string().max(30).optional(),
})

export const interestsRoutes: readonly Route[] = [
  post(paths.talkInterest, 'signed-in', 'talk.interest-said', async c => {
    const t = interestsWords(c.var.frame)
    const talk = await talkHere(c)
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return showTalk(c, { interestForm: read.form }, 422)
    const { key, place = '', lon, lat } = read.value
    const point = lon && lat ? readPoint(lon, lat) : undefined
    const verdict = await sayInterest(c.var.ctx, talk.id, { key, point, placeWords: place })
    if (verdict.ok) return done(c, `${url(paths.talk, { id: talk.id })}#blizej`, t.said)
    const field = verdict.why === 'point-elsewhere' ? 'lon' : ''
    return showTalk(c, { interestForm: { ...read.form, errors: { [field]: t.why[verdict.why] } } }, verdict.why === 'point-elsewhere' ? 422 : 409)
  }),
  post(paths.talkInterestEnd, 'signed-in', 'talk.interest-withdrawn', async c => {
    const talk = await talkHere(c)
    await withdrawInterest(c.var.ctx, talk.id)
    return done(c, `${url(paths.talk, { id: talk.id })}#blizej`, interestsWords(c.var.frame).withdrawn)
  }),
]
