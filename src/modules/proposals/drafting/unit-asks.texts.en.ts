import type { unitAsksTexts } from '#modules/proposals/drafting/unit-asks.texts.ts'

export const unitAsksTextsEn: typeof unitAsksTexts = {
  title: 'What the city unit will ask',
  asks: {
    title: ['Does the title say what will be made, and where?'],
    summary: ['Do two sentences tell what the city will do, and for whom?'],
    description: [
      'What exactly will the city buy or build, how many, of what size?',
      'Who will keep it up and pay for it every year?',
      'Can it be done in one year?',
    ],
    place: ['Whose land is it, and who manages it?', 'Does the local plan allow it?', 'Are there pipes and cables below, and trees beside?'],
    reasons: ['Which need of residents does it meet?', 'Is the city not doing the same nearby already?'],
    beneficiaries: [
      'Can everybody use it, at what hours, and free of charge?',
      'Can people in a wheelchair, blind people, people with children use it?',
    ],
  },
}
