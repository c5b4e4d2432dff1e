import type { Same } from '#kit/texts.ts'
import type { workspaceTexts } from '#modules/ambassadors/workspace.texts.ts'

export const workspaceTextsEn: Same<typeof workspaceTexts> = {
  title: "Ambassador's work",
  lead: 'Your area, your duties and everything you need for a meeting.',
  none: 'You are not an ambassador',
  noneHint: 'This page is for those who came through the call. The list of ambassadors shows who works near you.',
  toList: 'See the ambassadors',
  state: 'Term',
  area: 'Area',
  forms: 'Forms of participation',
  authorisation: 'Authorisation',
  reason: 'Reason',
}
