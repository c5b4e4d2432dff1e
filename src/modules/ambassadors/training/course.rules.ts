import type { FactRules } from '#kit/facts.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { isLive, type Term } from '#modules/ambassadors/tenure/terms.rules.ts'

declare module '#kit/facts.ts' {
  interface Facts {
    'course.finished': Record<string, never>
  }
}
export const courseFacts = { 'course.finished': { keep: { years: 6 } } } satisfies FactRules

export const lessons = ['meeting', 'budget', 'plain-language', 'accessibility'] as const
export type Lesson = (typeof lessons)[number]
export const questions = ['1', '2', '3'] as const
export type Question = (typeof questions)[number]
/** How lessons stand in addresses. */
export const lessonSlugs: Readonly<Record<Lesson, string>> = {
  meeting: 'spotkanie',
  budget: 'budzet-obywatelski',
  'plain-language': 'prosty-jezyk',
  accessibility: 'dostepnosc',
}
export const lessonOfSlug = (slug: string): Lesson | undefined => lessons.find(lesson => lessonSlugs[lesson] === slug)

/** The place of the right answer among the three, counted from nought; the words are in the texts. */
export const rightAnswers: Readonly<Record<Lesson, Readonly<Record<Question, number>>>> = {
  meeting: { '1': 1, '2': 0, '3': 2 },
  budget: { '1': 2, '2': 1, '3': 0 },
  'plain-language': { '1': 0, '2': 2, '3': 1 },
  accessibility: { '1': 1, '2': 2, '3': 0 },
}

export type Answer = { readonly lesson: Lesson; readonly question: Question; readonly answer: number }
export const isRight = ({ lesson, question, answer }: Answer): boolean => rightAnswers[lesson][question] === answer
/** How many questions of a lesson are answered rightly now. */
export const rightIn = (lesson: Lesson, answers: readonly Answer[]): number => answers.filter(one => one.lesson === lesson && isRight(one)).length
export const isLessonDone = (lesson: Lesson, answers: readonly Answer[]): boolean => rightIn(lesson, answers) === questions.length
export const isCourseDone = (answers: readonly Answer[]): boolean => lessons.every(lesson => isLessonDone(lesson, answers))

/** The lesson to go on with: the first that is not done. */
export const nextLesson = (answers: readonly Answer[]): Lesson | undefined => lessons.find(lesson => !isLessonDone(lesson, answers))

export const mayLearn = (terms: readonly Term[]): Verdict<'no-term'> => (terms.some(isLive) ? yes : no('no-term'))
