import type { Same } from '#kit/texts.ts'
import type { behalfTexts } from '#modules/people/office/behalf.texts.ts'

export const behalfTextsEn: Same<typeof behalfTexts> = {
  title: 'Write down the words of somebody who does not use the internet',
  hint: 'That person will be the author. Ask for their consent and read out what will be public.',
  person: 'Somebody we know already',
  nobody: 'Nobody on the list',
  name: 'Somebody new: first and last name',
  phone: 'Phone of the new person',
  channel: 'How these words reached us',
  channels: { meeting: 'from a meeting', office: 'from a talk at the office', paper: 'from paper', phone: 'from a phone call' },
  why: {
    'not-helper': 'The office, or an ambassador in their own area, writes for another person.',
    'not-assisted': 'This person has an account of their own and can write it themselves.',
    'bad-name': 'Type a first and last name, 2 to 60 characters.',
    'bad-phone': 'Type a phone number, for example 601 234 567.',
  },
}
