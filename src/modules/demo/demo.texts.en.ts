import type { Same } from '#kit/texts.ts'
import type { demoTexts } from '#modules/demo/demo.texts.ts'

export const demoTextsEn: Same<typeof demoTexts> = {
  bar: 'This is a demo',
  who: 'Who you are',
  visitor: 'a visitor without an account',
  become: 'Become this person',
  clock: 'Demo clock',
  nextPhase: (phase, day) => `Go to the phase “${phase}” (${day})`,
  nextDay: 'One day on',
  reset: 'Back to today',
  letters: 'Demo mail',
  tour: 'Show me round',
  tourStep: (n, of) => `Step ${n} of ${of}`,
  tourNext: 'Next step',
  tourEnd: 'End the tour',
  became: name => `You are now: ${name}.`,
  left: 'You are now a visitor without an account.',
  moved: when => `The demo clock now shows: ${when}.`,
  nowhere: 'There is no phase after the last one of the calendar. Go back to today.',
  steps: {
    need: { title: 'A need', text: 'You are Olga from Bieńczyce. Say what is missing in the area and send it. It takes a minute.' },
    draft: {
      title: 'A joint draft',
      text: 'You are Marta from Podgórze. A draft has grown from the needs of neighbours. See its way, correct one of its parts.',
    },
    advice: {
      title: "An expert's answer",
      text: 'You are Irena from the unit for roads. Somebody asks whether a ramp to the boulevard can be built. Answer point by point; the head reads the answer and publishes it.',
    },
    submission: {
      title: 'Submission',
      text: 'The clock has moved to the submission phase. You are Marta again: agree on a version with the co-authors and submit.',
    },
  },
  tourDone: 'That was the whole way: a need, a draft, an answer, a submission. Walk on through the demo without a guide.',
  outbox: {
    title: 'Demo mail',
    lead: 'The demo sends nothing. Here lie the letters that residents and the office would get.',
    empty: 'Nothing has been sent yet',
    emptyHow: 'Invite a co-author or ask a unit, and the letter will appear here.',
    to: 'To',
    plain: 'The same letter without ornaments',
    back: 'All letters',
  },
  facts: {
    'clock.moved': payload => `the demo clock was moved to ${payload.to}`,
    'clock.reset': () => 'the demo clock went back to today',
  },
}
