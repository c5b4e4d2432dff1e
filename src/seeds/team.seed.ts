import { assert } from '#kit/refusal.ts'
import { askToJoin } from '#modules/proposals/requests.actions.ts'
import { answerQuestions } from '#modules/readiness/readiness.actions.ts'
import { known } from '#seeds/projects.seed.ts'
import type { SeedPart } from '#seeds/world.ts'

/** Somebody asks to help with a draft, and its author has answered what a unit will ask. */
export const teamSeed: SeedPart = async world => {
  const id = known(world, 'project.planty')
  const sentence = 'Prowadzę małe biuro i umiem policzyć koszty. Chętnie sprawdzę kosztorys i ceny.'
  const asked = await askToJoin(world.ctx('jurij', 1, '18:40'), id, { role: 'helper', sentence })
  assert(asked.ok, `jurij did not ask to help: ${asked.ok ? '' : asked.why}`)
  const answered = await answerQuestions(world.ctx('olga', 1, '20:10'), id, [
    { question: 'wheels', answer: 'yes', note: 'Alejki są płaskie i szerokie.' },
    { question: 'rest', answer: 'partly', note: 'Ławki są, brakuje cienia.' },
    { question: 'everybody', answer: 'yes', note: '' },
    { question: 'free', answer: 'yes', note: '' },
  ])
  assert(answered.ok, 'olga did not answer')
}
