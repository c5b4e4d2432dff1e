import type { Same } from '#kit/texts.ts'
import type { courseTexts } from '#modules/ambassadors/training/course.texts.ts'

export const courseTextsEn: Same<typeof courseTexts> = {
  title: "Ambassador's course",
  lead: 'Four short lessons, a quarter of an hour each. You may stop at any time; your answers stay.',
  lesson: n => `Lesson ${n} of 4`,
  right: n => (n === 0 ? 'no answers yet' : `right answers: ${n} of 3`),
  done: 'passed',
  goOn: title => `Go on: ${title}`,
  finished: 'The course is finished',
  finishedHint: 'Your training is done. The coordinators will now give you the authorisation and your term will begin.',
  questions: 'Check yourself',
  questionsLead: 'Choose one answer each. If one is wrong, read the explanation and try again.',
  send: 'Check the answers',
  good: 'Right.',
  bad: 'Not this one.',
  saved: 'The answers are saved.',
  noTerm: 'The course is for people accepted in the call for ambassadors.',
  errors: { required: 'Choose an answer.', wrong: 'Choose one of the three answers.' },
  facts: { 'course.finished': () => 'an ambassador finished the course' },
  lessons: {
    meeting: {
      title: 'How to lead a meeting',
      lead: 'A good meeting ends with everybody having said something and knowing what comes next.',
      parts: [
        {
          title: 'Before they come',
          text: [
            'Invite people two weeks ahead. Put the poster where they really go: by the lift, in the clinic, in the shop.',
            'Come half an hour early. Put the chairs in a circle, not in rows. Check that a wheelchair can get in.',
          ],
          points: [
            'contribution sheets and pens',
            'the attendance sheet with the privacy notice',
            'a map of the area to draw on',
            'water and something to eat',
          ],
        },
        {
          title: 'The first five minutes',
          text: [
            'Say who you are and why you meet. Say also what you cannot promise: it is not you who decides what the city builds.',
            'Agree on three rules: one at a time, about places and not about people, and we end on time.',
          ],
          points: [],
        },
        {
          title: 'Needs first, then ideas',
          text: [
            'Ask: what is missing? Only then: what could be done? Whoever starts with a solution often does not know which trouble it solves.',
            'Give everybody two quiet minutes to write down one thought. Then go round the circle. Quiet people have their turn too.',
          ],
          points: ['each thought on a sheet of its own', "write the person's words, not yours", 'at the end read aloud what has been written'],
        },
        {
          title: 'When it gets heated',
          text: [
            'Do not judge who is right. Ask: what exactly worries you? Write both sides down next to each other.',
            'When somebody insults others, stop them calmly and recall the rules. You may call a break of five minutes.',
          ],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'One person has been speaking for ten minutes. What do you do?',
          answers: [
            'I wait, because interrupting is rude.',
            'I thank them, write their thought down in one sentence and give the next person the floor.',
            'I ask them to leave.',
          ],
          why: 'Whoever sees their thought written down gives up the floor more easily. The others came to speak too.',
        },
        {
          ask: 'What does the talk begin with?',
          answers: ['With what is missing in the area.', 'With finished projects to back.', 'With how much money there is.'],
          why: 'One need may lead to several ideas. From one idea it is hard to find the way back to the need.',
        },
        {
          ask: 'A neighbour asks whether the city will certainly build a playground. What do you say?',
          answers: [
            'Certainly, since so many of us came.',
            'Certainly not, the city has no money.',
            'I do not know. I will write it down and show how it gets decided.',
          ],
          why: 'An ambassador makes no promises. They show the way: advice of a unit, submission, review, vote.',
        },
      ],
    },
    budget: {
      title: "How the citizens' budget works",
      lead: "Residents vote on how a part of the city's money is spent. Learn the way from a need to a building site.",
      parts: [
        {
          title: 'The way of a project',
          text: ['Each edition has a calendar. Its stages follow one another and each has a day on which it ends.'],
          points: [
            'talk: needs, ideas, joint drafts',
            'advice of a city unit before submission',
            'submission of the project and the support list',
            'review: formal, then substantive and legal',
            'protest against a refusal, vote, results',
            'construction in the next year',
          ],
        },
        {
          title: 'What can be a project',
          text: [
            'The task must be one of the commune, stand on land the city may use, and keep within the cost limit.',
            'It must be open to everybody and free. A playground behind the fence of one school, closed in the afternoon, is not enough.',
          ],
          points: [],
        },
        {
          title: 'Why advice before submission',
          text: [
            'The unit says early: fine, fine if, not possible, or not ours. The authors have time to improve.',
            'The preliminary advice settles nothing. Whether a project is admitted is decided by the review after submission.',
          ],
          points: [],
        },
        {
          title: "When it is not the citizens' budget",
          text: [
            'A hole in the pavement is upkeep: report it to the city. Joint work of neighbours is a local initiative. A dispute about a street plan is a public consultation.',
            'An idea sent elsewhere is not lost. Write down where it went and when there will be an answer.',
          ],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'Who finally chooses the projects to be built?',
          answers: ['Ambassadors at a meeting.', 'City units in their advice.', 'Residents in the vote.'],
          why: 'The city checks whether a project can be carried out lawfully. Residents choose.',
        },
        {
          ask: 'A unit advised: "fine, if". What does it mean?',
          answers: [
            'The project is already accepted.',
            'The named condition must be met; the review still comes later.',
            'The project must not be submitted.',
          ],
          why: 'Preliminary advice helps to improve a project. The decision is made in the review after submission.',
        },
        {
          ask: 'At a meeting somebody reports a broken street lamp. What do you do?',
          answers: [
            'I write it down and say that this is upkeep: it goes to the city at once.',
            "I make it a project for the citizens' budget.",
            'I say that it is off the subject and go on.',
          ],
          why: 'A repair need not wait for a vote. What matters is that the person knows where their matter went.',
        },
      ],
    },
    'plain-language': {
      title: 'Plain language',
      lead: 'A text is plain when a neighbour reads it once and knows what to do.',
      parts: [
        {
          title: 'Four rules',
          text: ['Write as you would speak to somebody you know. Then shorten it.'],
          points: [
            'one sentence, one thought, twenty words at most',
            'what matters most comes first',
            'somebody does something: "the city plants trees", not "a planting of trees will take place"',
            'explain a hard word at once, in one sentence',
          ],
        },
        {
          title: 'From official to ours',
          text: [
            'Instead of "regarding the implementation of a task consisting in equipping the area" write "we want to put five benches on the square".',
            'Instead of "you are requested to deliver without undue delay" write "bring it by Friday".',
          ],
          points: [],
        },
        {
          title: 'Notes from a meeting',
          text: [
            'Write whole sentences and the person\'s own words. "Bench" is too little. "There is nowhere to sit between the stop and the clinic" will do.',
            'Write down neither surnames nor illnesses. Describe the place, not the person.',
          ],
          points: [],
        },
        {
          title: 'A check in one minute',
          text: [
            'Read the text aloud. Where you run out of breath, the sentence is too long. Ask somebody to say in their own words what they understood.',
          ],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'Which sentence is plainer?',
          answers: [
            'On Saturday we plant shrubs. Bring gloves.',
            'On Saturday an implementation of plantings with participation of residents will take place.',
            'Activities in the field of greenery will be carried out.',
          ],
          why: 'One sees who, what and when. The reader also knows what to do.',
        },
        {
          ask: 'What comes first in the announcement of a meeting?',
          answers: ['The history of the programme and its legal basis.', 'Thanks to the partners.', 'What we talk about, when and where.'],
          why: 'Most people read the first line only. Let it be enough for them to come.',
        },
        {
          ask: 'A woman says: "my husband has had a stroke and cannot walk to the park". What do you write?',
          answers: [
            "Maria's husband has had a stroke and cannot walk to the park.",
            'There are no benches between the houses and the park, and those who find walking hard cannot get there without a rest.',
            'No benches.',
          ],
          why: 'Health and a name are personal data that we do not need. The place and the reason deserve a whole sentence.',
        },
      ],
    },
    accessibility: {
      title: 'Accessible meetings',
      lead: 'A meeting is accessible when everybody can get in, hear, understand and have their say.',
      parts: [
        {
          title: 'The place',
          text: [
            'Look at the room beforehand. Measure the door, count the steps, find the toilet. Put what you see into the announcement, also what is not right.',
          ],
          points: [
            'an entrance without steps, or a ramp',
            'a door 90 centimetres wide',
            'a toilet that a wheelchair can enter',
            'a stop nearby and a way that can be walked in the dark',
          ],
        },
        {
          title: 'Hearing and sight',
          text: [
            'Face people when you speak. Use the microphone if there is one, even if your voice is loud: an induction loop hears the microphone only.',
            'Read aloud what you show. Prepare a few sheets in large print.',
          ],
          points: [],
        },
        {
          title: 'Ask at registration',
          text: [
            'The registration asks: what do you need to take part? Ask the office for a sign language interpreter two weeks ahead at the latest.',
            'Do not ask for the cause or a certificate. It is enough to know what is needed. After the meeting it is deleted.',
          ],
          points: [],
        },
        {
          title: 'Who does not come has a voice too',
          text: ['Leave sheets in the library and give a telephone number. What comes on paper or by phone counts as much as what is typed online.'],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'The room has three steps and no ramp. What do you do?',
          answers: [
            'Nothing, usually nobody in a wheelchair comes.',
            'I look for another room; if there is none, I write about the steps in the announcement and ask the office for help.',
            'I write that the room is accessible, since somebody will help to carry the wheelchair in.',
          ],
          why: 'Whoever knows beforehand can prepare. Carrying a person up the stairs is not accessibility.',
        },
        {
          ask: 'What do you ask for at registration?',
          answers: ['The degree of disability.', 'Illnesses.', 'What somebody needs to take part.'],
          why: 'Health is private. A need, such as "a seat near the screen", is enough to help.',
        },
        {
          ask: 'An older person cannot come. How will they have their say?',
          answers: [
            'On a sheet from the library or by phone; it counts as much.',
            'They will not, only those present have a say.',
            'Only online, with an account.',
          ],
          why: 'What comes from paper, phone, the hall and the internet is the same record. Only the way it came differs.',
        },
      ],
    },
  },
}
