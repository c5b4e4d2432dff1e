import { assert } from '#kit/refusal.ts'
import { findOpenElection } from '#modules/proposals/authors/elections.store.ts'
import { openElection, voteForLead } from '#modules/proposals/authors/leading.actions.ts'
import { askToJoin } from '#modules/proposals/authors/requests.actions.ts'
import { answerQuestions } from '#modules/readiness/readiness.actions.ts'
import { known, sayDraft } from '#seeds/projects.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

/** Somebody asks to help with a draft, and its author has answered what a unit will ask; elsewhere a lead has gone silent. */
export const teamSeed: SeedPart = async world => {
  await theHelper(world)
  await theSilentLead(world)
}

async function theHelper(world: World): Promise<void> {
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

/** Who leads has done nothing for three weeks; one co-author has opened an election and voted, the other has not answered yet. */
async function theSilentLead(world: World): Promise<void> {
  await sayDraft(world, {
    name: 'woda',
    where: 'city',
    idea: 'poidelka',
    path: 'joint-city',
    title: 'Poidełka na placach targowych',
    who: 'edyta',
    days: 23,
    coauthors: [
      { who: 'olga', answers: true },
      { who: 'jurij', answers: true },
    ],
    sections: [
      {
        section: 'summary',
        who: 'jurij',
        days: 20,
        text: 'Na pięciu placach targowych stanie poidełko, żeby w upał każdy napił się wody bez kupowania butelki.',
      },
      { section: 'reasons', who: 'olga', days: 15, text: 'Latem na placach stoi się w kolejce w pełnym słońcu. Najbliższy kran bywa w toalecie.' },
    ],
  })
  const id = known(world, 'project.woda')
  const opened = await openElection(world.ctx('olga', 1, '21:30'), id)
  assert(opened.ok, `olga did not open an election: ${opened.ok ? '' : opened.why}`)
  const election = await findOpenElection(world.ctx('olga'), id)
  const voted = await voteForLead(world.ctx('olga', 1, '21:35'), id, election?.id ?? '', world.actors.get('olga')?.id ?? '')
  assert(voted.ok, 'olga did not vote')
}
