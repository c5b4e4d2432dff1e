import type { Child } from 'hono/jsx'
import { filled } from '#kit/form.ts'
import { WorkLink } from '#modules/ambassadors/ambassadors.parts.tsx'
import {
  type Answer,
  isCourseDone,
  isLessonDone,
  isRight,
  type Lesson,
  lessonSlugs,
  lessons,
  nextLesson,
  questions,
  rightIn,
} from '#modules/ambassadors/training/course.rules.ts'
import { courseTextsEn } from '#modules/ambassadors/training/course.texts.en.ts'
import { courseTexts } from '#modules/ambassadors/training/course.texts.ts'
import { paths, url } from '#paths'
import { Button, Form, Radios } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Now, Row, Rows, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: courseTexts, en: courseTextsEn }
const lessonPath = (lesson: Lesson) => url(paths.courseLesson, { lesson: lessonSlugs[lesson] })

export const CoursePage = ({ frame, answers, allowed }: { frame: Frame; answers: readonly Answer[]; allowed: boolean }) => {
  const t = texts[frame.locale]
  const next = nextLesson(answers)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<WorkLink frame={frame} />}>
      {!allowed && <Why>{t.noTerm}</Why>}
      {isCourseDone(answers) ? (
        <Now title={t.finished}>
          <p>{t.finishedHint}</p>
        </Now>
      ) : (
        allowed &&
        next && (
          <Acts>
            <LinkButton href={lessonPath(next)}>{t.goOn(t.lessons[next].title)}</LinkButton>
          </Acts>
        )
      )}
      <Rows>
        {lessons.map((lesson, i) => (
          <Row level="h2" lead={String(i + 1)} title={t.lessons[lesson].title} href={lessonPath(lesson)} note={t.lessons[lesson].lead}>
            <p>{isLessonDone(lesson, answers) ? <Tag kind="good">{t.done}</Tag> : <Tag>{t.right(rightIn(lesson, answers))}</Tag>}</p>
          </Row>
        ))}
      </Rows>
    </Layout>
  )
}

type LessonProps = {
  frame: Frame
  lesson: Lesson
  answers: readonly Answer[]
  allowed: boolean
  errors?: Readonly<Record<string, string>>
  practices?: Child
}

export const LessonPage = ({ frame, lesson, answers, allowed, errors = {}, practices }: LessonProps) => {
  const t = texts[frame.locale]
  const words = t.lessons[lesson]
  const given = answers.filter(one => one.lesson === lesson)
  const next = nextLesson(answers)
  const form = { ...filled({}), errors }
  return (
    <Layout
      frame={frame}
      title={words.title}
      lead={words.lead}
      kicker={
        <>
          <a href={paths.course}>{t.title}</a> · {t.lesson(lessons.indexOf(lesson) + 1)}
        </>
      }
    >
      {words.parts.map(part => (
        <section class="prose">
          <h2>{part.title}</h2>
          {part.text.map(paragraph => (
            <p>{paragraph}</p>
          ))}
          {part.points.length > 0 && (
            <ul>
              {part.points.map(point => (
                <li>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {practices}
      <section class="stack" id="pytania">
        <h2>{t.questions}</h2>
        {!allowed ? (
          <Why>{t.noTerm}</Why>
        ) : (
          <>
            <p class="muted">{t.questionsLead}</p>
            <Form action={lessonPath(lesson)} form={form}>
              {words.questions.map((question, i) => {
                const name = `pytanie-${i + 1}`
                const before = given.find(one => one.question === questions[i])
                const options = question.answers.map((label, value) => ({ value: String(value), label }))
                return (
                  <div class="tight">
                    <Radios
                      name={name}
                      label={question.ask}
                      form={form}
                      required
                      options={options}
                      {...(before ? { value: String(before.answer) } : {})}
                    />
                    {before && (
                      <p>
                        <Tag kind={isRight(before) ? 'good' : 'no'}>{isRight(before) ? t.good : t.bad}</Tag> {question.why}
                      </p>
                    )}
                  </div>
                )
              })}
              <Acts>
                <Button quiet={isLessonDone(lesson, answers)}>{t.send}</Button>
              </Acts>
            </Form>
          </>
        )}
        {isLessonDone(lesson, answers) && (
          <Now title={next ? `${words.title}: ${t.done}` : t.finished}>
            {next ? <LinkButton href={lessonPath(next)}>{t.goOn(t.lessons[next].title)}</LinkButton> : <p>{t.finishedHint}</p>}
          </Now>
        )}
      </section>
    </Layout>
  )
}
