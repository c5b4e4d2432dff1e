import { assert } from '#kit/refusal.ts'
import { askAdvice, assignAdvice } from '#modules/consultation/advice.actions.ts'
import { answerAdvice } from '#modules/consultation/answering.actions.ts'
import { askBack } from '#modules/consultation/queries.actions.ts'
import { addLine } from '#modules/meetings/minutes/minutes.actions.ts'
import { callMeeting, done, held, keyOf } from '#seeds/records.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const places = [
  'na skwerze przy Czarnieckiego',
  'na podwórku przy Limanowskiego',
  'na plantach kolejowych w Zabłociu',
  'obok żłobka przy Krasickiego',
  'na łące nad Drwinką',
  'wzdłuż alejki w Parku Bednarskiego',
  'przy szkole na Zamoyskiego',
  'na pasie zieleni przy Wielickiej',
  'na działce 214/7 (obr. 14 Podgórze)',
  'przy wejściu do Lasu Bonarka',
  'na działce 88/3, obr. 29 Podgórze',
]
const wishes = [
  (where: string) => `Czy można posadzić sześć drzew ${where}? Czy pod spodem są rury?`,
  (where: string) => `Ile kosztuje roczne podlewanie krzewów ${where} i kto je opłaci?`,
  (where: string) => `Czy zmieszczą się dwie ławki i kosz ${where}, bez wycinania zieleni?`,
  (where: string) => `Czy plac zabaw ${where} wymaga zgody konserwatora albo zmiany planu?`,
  (where: string) => `Czyj jest teren ${where} i czy wolno tam założyć ogród deszczowy?`,
  (where: string) => `Czy kwietną łąkę ${where} wystarczy kosić raz w roku?`,
]
const answered = 6

/** An evening of questions in Podgórze: sixty of them wait for the unit of greenery, most with one expert, six are answered. */
export const questionsSeed: SeedPart = async world => {
  const meeting = await callMeeting(world, {
    ...{ name: 'pytania', where: 13, days: 13, hour: 17, hours: 3, kind: 'marathon' },
    title: 'Maraton pytań o zieleń w Podgórzu',
    about: 'Ambasadorzy zbierają pytania, na które odpowie Zarząd Zieleni Miejskiej, zanim ktokolwiek zacznie pisać projekt.',
    questions: ['O co zapytać jednostkę miasta?'],
  })
  await held(world, meeting, { days: 13, time: '20:10', people: 11 })
  const ids: string[] = []
  for (const [at, text] of wishes.flatMap(wish => places.map(wish)).entries()) ids.push(await ask(world, meeting, at, text))
  for (const [at, id] of ids.entries()) if (at % 5 !== 4 || at < answered) await assign(world, id)
  for (const id of ids.slice(0, answered)) await answer(world, id)
  const back = ids[answered] ?? ''
  done(
    await askBack(world.ctx('ewa', 2, '11:20'), back, keyOf('query_zielen'), 'Po której stronie alejki? Proszę o zdjęcie albo numer działki.'),
    'asking back',
  )
}

async function ask(world: World, meetingId: string, at: number, text: string): Promise<string> {
  const line = await addLine(world.ctx('kornelia', 13, '19:40'), meetingId, { key: keyOf(`line_zielen_${at}`), text, kind: 'note' })
  assert(line.ok && line.id, `a question was not written down: ${text}`)
  const days = at < answered ? 12 : 11 - (at % 9)
  const asked = await askAdvice(world.ctx('bartek', days, '10:05'), {
    ...{ key: keyOf(`advice_zielen_${at}`), subjectId: line.id, question: text },
    unitId: world.ids.get('unit.ZZM') ?? '',
  })
  assert(asked.ok && asked.id, `a question was refused: ${asked.ok ? '' : asked.why}`)
  return asked.id
}
const assign = async (world: World, id: string) =>
  done(await assignAdvice(world.ctx('roman', 2, '08:20'), id, world.actors.get('ewa')?.id ?? ''), 'assigning')

async function answer(world: World, id: string): Promise<void> {
  done(
    await answerAdvice(world.ctx('ewa', 2, '12:30'), id, {
      answers: [{ criterion: 'technical', verdict: 'fine-if', remark: 'Pod trawnikiem biegnie sieć ciepłownicza, zachowajcie 2 m.', basis: '' }],
      overall: 'fine-if',
      remark: 'Można, jeśli drzewa staną po stronie południowej.',
    }),
    'answering',
  )
}
