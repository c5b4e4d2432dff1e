import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { askAdvice } from '#modules/consultation/advice.actions.ts'
import { proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { inviteUnit } from '#modules/meetings/experts/experts.actions.ts'
import { announceMeeting, planMeeting } from '#modules/meetings/meetings.actions.ts'
import { aPlan, openMeetings } from '#modules/meetings/testing-meetings.ts'
import { paths } from '#paths'

let opened: Awaited<ReturnType<typeof openMeetings>>
beforeAll(async () => {
  opened = await openMeetings()
})
afterAll(() => opened.house.close())

async function aMeeting(district: number, title: string, host: 'bartek' | 'kornelia'): Promise<string> {
  const { house, who, id } = opened
  const planned = await planMeeting(house.ctx(who(host)), aPlan(id(`district.${district}`), { title }))
  const meetingId = planned.ok ? planned.id : expect.unreachable(planned.why)
  expect((await announceMeeting(house.ctx(who(host)), meetingId)).ok).toBe(true)
  expect((await inviteUnit(house.ctx(who(host)), meetingId, { unitId: id('unit.ZZM'), topic: 'Drzewa przy torach' })).ok).toBe(true)
  return meetingId
}

test('one unit wanted at two meetings at once is one row of today, for the coordinator alone', async () => {
  const { house, who } = opened
  await aMeeting(13, 'Spotkanie na Zabłociu', 'bartek')
  const before = (await house.as(who('kornelia')).get(paths.officeToday)).html
  expect(before).not.toContain('Ta sama jednostka')
  await aMeeting(18, 'Spotkanie w Nowej Hucie', 'kornelia')
  const { html } = await house.as(who('kornelia')).get(paths.officeToday)
  expect(html.match(/Ta sama jednostka \(ZZM\) w tym samym czasie/g)).toHaveLength(1)
  expect(html).toContain(paths.expertsPlan)
  expect((await house.as(who('celina')).get(paths.officeToday)).html).not.toContain('Ta sama jednostka')
})

test('advice that a unit owes stands there from the day after its last day', async () => {
  const { house, who, id } = opened
  const text = 'Zimą nie da się tędy przejść suchą nogą, a latem nie ma cienia.'
  const idea = await proposeIdea(house.ctx(who('marta')), { key: newId('key'), title: 'Drzewa przy Łąkowej', text, territoryId: id('district.13') })
  const question = 'Czyj jest ten teren i czy można tam sadzić drzewa?'
  const asked = { key: newId('key'), subjectId: idea.ok ? idea.id : '', unitId: id('unit.ZZM'), question }
  expect((await askAdvice(house.ctx(who('marta')), asked)).ok).toBe(true)
  const today = async () => (await house.as(who('kornelia')).get(`${paths.officeToday}?rodzaj=overdue`)).html
  expect(await today()).not.toContain('Drzewa przy Łąkowej')
  house.now = new Date('2026-05-20T10:00:00Z')
  expect(await today()).toContain('Jednostka się spóźnia z opinią: ZZM')
})
