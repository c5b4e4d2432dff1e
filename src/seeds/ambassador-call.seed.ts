import type { Actor } from '#kit/actor.ts'
import { writeDrawn } from '#kit/area.ts'
import { addDays, dayOf } from '#kit/dates.ts'
import type { Ring } from '#kit/geo.ts'
import { assert } from '#kit/refusal.ts'
import {
  saveApplicationPart,
  startApplication,
  submitApplication,
  withdrawApplication,
} from '#modules/ambassadors/applications/applications.actions.ts'
import { type Content, emptyContent, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import { loadApplication } from '#modules/ambassadors/applications/applications.store.ts'
import { openCall } from '#modules/ambassadors/applications/calls.actions.ts'
import { decideApplication } from '#modules/ambassadors/applications/decisions.actions.ts'
import type { DecisionKind } from '#modules/ambassadors/applications/decisions.rules.ts'
import { enterApplication } from '#modules/ambassadors/applications/paper-applications.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { plainName } from '#modules/programme/territories/territories.rules.ts'
import { signedScan, statute, statuteEnglish } from '#seeds/ambassador-papers.ts'
import { applicants, type SaidApplication } from '#seeds/applicants.ts'
import { actingIn, extra } from '#seeds/extras.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}
const keyOf = (name: string) => `key_${plainName(name).padEnd(20, '0').slice(0, 20)}`
const decidedDaysAgo = 14

/** "ambassador-call", "application.danutawrona": a call that is over, its applications and what became of them. */
export const ambassadorCallSeed: SeedPart = async world => {
  const callId = await open(world)
  for (const said of applicants) {
    const id = said.paper ? await enter(world, callId, said) : await apply(world, callId, said)
    world.ids.set(`application.${plainName(said.name)}`, id)
    await decide(world, id, said)
  }
}

async function open(world: World): Promise<string> {
  const editionId = known(world, 'edition')
  const edition = await loadEdition(world.ctx('house'), editionId)
  const phase = edition.phases.find(({ kind }) => kind === 'ambassador-call')
  assert(phase, 'the calendar has no call for ambassadors')
  const opened = await openCall(world.ctx('kornelia', 32), {
    key: keyOf('call'),
    editionId,
    from: phase.from,
    to: phase.to,
    minAge: edition.rules.ambassador.minAge,
    statute,
    statuteEn: statuteEnglish,
    questions: [
      {
        id: 'question_place',
        kind: 'short',
        label: 'Gdzie można się u Was spotkać?',
        labelEn: 'Where can people meet in your area?',
        required: true,
      },
    ],
  })
  assert(opened.ok, `the call was refused: ${opened.ok ? '' : opened.why}`)
  world.ids.set('ambassador-call', opened.id)
  return opened.id
}

const contentOf = (said: SaidApplication): Content => ({
  ...emptyContent,
  name: said.name,
  phone: said.paper ? '600 100 201' : '',
  ofAge: true,
  areaWords: said.area,
  streets: said.streets ?? [],
  forms: said.forms,
  experience: said.experience,
  motivation: said.motivation,
  availability: said.availability,
  answers: { question_place: said.question },
  statements,
})

/** Seven corners around the middle, a little uneven, as a hand draws them. */
function outlineOf([lon, lat, size = 1]: NonNullable<SaidApplication['drawn']>): Ring {
  const uneven = [1, 0.8, 1.1, 0.9, 1.05, 0.75, 0.95]
  return uneven.map((radius, i) => {
    const turn = (i / uneven.length) * 2 * Math.PI
    const far = 0.0055 * size * radius
    return [Number((lon + 1.5 * far * Math.cos(turn)).toFixed(6)), Number((lat + far * Math.sin(turn)).toFixed(6))]
  })
}

async function apply(world: World, callId: string, said: SaidApplication): Promise<string> {
  const actor = said.cast ? castOf(world, said.cast) : await extra(world, said.name, { district: said.district })
  const ctx = actingIn(world, actor, said.days, '18:10')
  const started = await startApplication(ctx, { key: keyOf(said.name), callId })
  assert(started.ok, `${said.name} could not begin`)
  const saved = await saveApplicationPart(ctx, started.id, {
    version: 1,
    content: contentOf(said),
    districtIds: [known(world, `district.${said.district}`)],
    ...(said.drawn && { drawn: writeDrawn(outlineOf(said.drawn)) }),
    scans: { form: { file: signedScan(), alt: 'Podpisane zgłoszenie', key: `${keyOf(said.name)}.form` } },
  })
  assert(saved.ok, `${said.name} could not write: ${saved.ok ? '' : saved.why}`)
  const sent = await submitApplication(ctx, started.id)
  assert(sent.ok, `${said.name} could not send: ${sent.ok ? '' : sent.why}`)
  return started.id
}
function castOf(world: World, who: 'bartek'): Actor {
  const actor = world.actors.get(who)
  assert(actor, `${who} has not entered the world yet`)
  return actor
}

/** The office writes down what came signed on paper. */
async function enter(world: World, callId: string, said: SaidApplication): Promise<string> {
  const ctx = world.ctx('celina', said.days, '10:20')
  const entered = await enterApplication(ctx, callId, {
    key: keyOf(said.name),
    email: undefined,
    channel: 'paper',
    receivedOn: dayOf(ctx.now),
    content: contentOf(said),
    districtIds: [known(world, `district.${said.district}`)],
    scans: { form: { file: signedScan(), alt: 'Podpisane zgłoszenie', key: `${keyOf(said.name)}.form` } },
  })
  assert(entered.ok, `${said.name} could not be written down: ${entered.ok ? '' : entered.why}`)
  return entered.id
}

async function decide(world: World, id: string, said: SaidApplication): Promise<void> {
  if (said.missing) await complete(world, id, said)
  if (said.end === 'withdrawn') {
    const actor = await extra(world, said.name)
    assert((await withdrawApplication(actingIn(world, actor, said.days - 3), id)).ok, `${said.name} could not withdraw`)
    return
  }
  const kinds = { accepted: 'accept', rejected: 'reject', waiting: 'wait' } as const satisfies Record<string, DecisionKind>
  const { version } = await loadApplication(world.ctx('house'), id)
  const ctx = world.ctx('kornelia', decidedDaysAgo, '13:30')
  const decided = await decideApplication(ctx, id, { kind: kinds[said.end], reason: said.reason ?? '', version })
  assert(decided.ok, `${said.name} could not be decided on: ${decided.ok ? '' : decided.why}`)
}

/** Called to complete, and completed two days later. */
async function complete(world: World, id: string, said: SaidApplication): Promise<void> {
  const ctx = world.ctx('kornelia', said.days - 4, '09:45')
  const asked = { kind: 'complete', reason: said.missing ?? '', dueOn: addDays(dayOf(ctx.now), 7), version: 3 } as const
  const called = await decideApplication(ctx, id, asked)
  assert(called.ok, `${said.name} could not be called: ${called.ok ? '' : called.why}`)
  const own = actingIn(world, await extra(world, said.name), said.days - 6, '20:05')
  const saved = await saveApplicationPart(own, id, { version: 4, content: { areaWords: `${said.area}, od północy do Weissa` } })
  assert(saved.ok && (await submitApplication(own, id)).ok, `${said.name} could not complete`)
}
