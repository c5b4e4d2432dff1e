import { z } from 'zod'
import { notFound } from '#kit/refusal.ts'
import { mustHaveAmbassadors } from '#modules/ambassadors/ambassadors.routes.tsx'
import { termsOf } from '#modules/ambassadors/tenure/terms.store.ts'
import { answerCourse } from '#modules/ambassadors/training/course.actions.ts'
import { CoursePage, LessonPage } from '#modules/ambassadors/training/course.pages.tsx'
import { type Lesson, lessonOfSlug, lessonSlugs, mayLearn, questions } from '#modules/ambassadors/training/course.rules.ts'
import { listAnswers } from '#modules/ambassadors/training/course.store.ts'
import { courseTextsEn } from '#modules/ambassadors/training/course.texts.en.ts'
import { courseTexts } from '#modules/ambassadors/training/course.texts.ts'
import { PracticesFold } from '#modules/ambassadors/workspace/practices.parts.tsx'
import { listPractices } from '#modules/ambassadors/workspace/practices.store.ts'
import { paths, url } from '#paths'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: courseTexts, en: courseTextsEn }
const lessonIn = (c: Visit): Lesson => lessonOfSlug(c.req.param('lesson') ?? '') ?? notFound('no such lesson')

async function state(c: Visit) {
  const { ctx } = c.var
  await mustHaveAmbassadors(ctx)
  const [answers, terms] = await Promise.all([listAnswers(ctx, ctx.actor.id), termsOf(ctx, ctx.actor.id)])
  return { answers, allowed: mayLearn(terms).ok }
}

async function showLesson(c: Visit, errors: Readonly<Record<string, string>> = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { ctx, frame } = c.var
  const lesson = lessonIn(c)
  const topic = `lesson-${lesson}` as const
  const practices = await listPractices(ctx, { topic, limit: 5 })
  const aside = <PracticesFold frame={frame} practices={practices} topic={topic} />
  return page(c, <LessonPage frame={frame} lesson={lesson} {...(await state(c))} errors={errors} practices={aside} />, status)
}

const choice = z.enum(['0', '1', '2'], 'wrong').transform(Number)
const schema = z.object({ 'pytanie-1': choice.optional(), 'pytanie-2': choice.optional(), 'pytanie-3': choice.optional() })

/** Whatever has been chosen is kept; what has not is asked for. */
async function answer(c: Visit): Promise<Response> {
  const t = texts[c.var.frame.locale]
  const lesson = lessonIn(c)
  const read = await readForm(c, schema, t.errors)
  if (!read.ok) return showLesson(c, read.form.errors as Record<string, string>, 422)
  const given = questions.flatMap(question => {
    const value = read.value[`pytanie-${question}`]
    return value === undefined ? [] : [{ lesson, question, answer: value }]
  })
  const verdict = await answerCourse(c.var.ctx, given)
  if (!verdict.ok) return showLesson(c, {}, 409)
  const missing = questions.filter(question => read.value[`pytanie-${question}`] === undefined)
  if (missing.length > 0) return showLesson(c, Object.fromEntries(missing.map(question => [`pytanie-${question}`, t.errors.required])), 422)
  return done(c, `${url(paths.courseLesson, { lesson: lessonSlugs[lesson] })}#pytania`, t.saved)
}

export const courseRoutes: readonly Route[] = [
  get(paths.course, 'signed-in', async c => page(c, <CoursePage frame={c.var.frame} {...(await state(c))} />)),
  get(paths.courseLesson, 'signed-in', c => showLesson(c)),
  post(paths.courseLesson, 'signed-in', 'course.finished', answer),
]
