import type { Same } from '#kit/texts.ts'
import type { registerTexts } from '#modules/city/office/register.texts.ts'

export const registerTextsEn: Same<typeof registerTexts> = {
  title: 'Register of facts',
  lead: 'Everything that happens in the programme, one after another and numbered. Nothing here can be changed or removed without a trace.',
  how: 'How to check it',
  howLong:
    'Every fact has a number and a digest. The digest is made of the fact and of the digest before it. Whoever changed an old fact would break all digests after it.',
  no: seq => `no. ${seq}`,
  digest: 'digest',
  hidden: 'a fact in a matter that is not public',
  none: 'The register is still empty',
  noneHelp: 'The first line will come with the first act in the programme.',
}
