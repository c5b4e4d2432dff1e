import type { Same } from '#kit/texts.ts'
import type { pagesInPolish } from '#seeds/starting-pages-polish.ts'

export const pagesInEnglish: Same<typeof pagesInPolish> = {
  author: 'Editors of the programme',
  publishingBody: 'City Hall',
  note: 'First version of the page.',
  pages: {
    about: {
      title: 'What Joint Projects are',
      summary:
        'Joint Projects are the part of the citizens’ budget in which a project grows out of talk: between neighbours, and with people from the city’s units. You can take part in your district, in the whole city, or alone.',
      alt: 'Six people sit at one table with pieces of a map on it; behind them stand houses and trees.',
      caption: 'One table: everybody brings their own piece of the map. Drawing: editors of the programme.',
      body: `Everybody knows the citizens’ budget: residents hand in projects, the city checks them, all vote. The hard part is the beginning. One person has an idea but does not know the costs. Another knows the costs but not the neighbours. A third would gladly help, only nobody asked.

{obraz}

Joint Projects begin before the form. First we say what is missing. Then we look for ideas. Only at the end do we write the proposal, and several people put their names to it.

## Three ways

- **In the district.** An ambassador invites people of the neighbourhood to talk.
- **In the whole city.** Three workshops, one after another, with people from city hall and its units.
- **On your own.** The usual submission, as before. This way stays.

Each ends in the same place: a submission to the citizens’ budget, a review and a vote. A joint project has it neither easier nor harder. It is only better prepared.

## From need to project

1. **Need.** “There is no shade on the square.” One sentence is enough.
2. **Idea.** Several similar needs become an idea for a solution.
3. **Joint draft.** A few people describe it, mark the place and count the costs.
4. **Advice of a unit.** People who look after greenery, roads or schools say what can be done and for how much. It is a preliminary opinion. It does not replace the later review.
5. **Corrections and consent.** All co-authors accept the same version.
6. **Submission.** The project gets a number and goes the way of the citizens’ budget.

The page of each project shows this whole way: who, when and why.

## Without the internet too

A need can be told at a meeting, by telephone or on a card. An ambassador or a clerk enters it. A version of a project can be accepted by a signature on a printout.`,
      more: 'The district path | /o-programie/sciezka-dzielnicowa\nThe city path | /o-programie/sciezka-miejska\nRules and dates | /zasady',
    },
    district: {
      title: 'The district path',
      summary:
        'In the neighbourhood an ambassador leads the talk. Together you name the needs, look for ideas and hear what the city thinks before the project is handed in.',
      alt: 'Four people talk in a courtyard between houses, next to a bench, trees and a yellow flag.',
      caption: 'A meeting in the courtyard. The flag says: we talk here. Drawing: editors of the programme.',
      body: `A district has money of its own in the citizens’ budget. The district path helps to spend it on what is really missing round the corner.

{obraz}

## How it goes

1. **Call for ambassadors.** Somebody who wants to invite the neighbours to talk applies to city hall and names an area: an estate, a few streets, a part of the district.
2. **Training and support.** City hall trains the ambassadors and helps them organise, for example to find a room.
3. **Talk about needs.** At meetings and online one question is asked: what is missing here?
4. **Ideas.** Needs become preliminary proposals.
5. **Early advice.** The proposals are read by the city units that will review them later. They tell the authors what to improve and what it may cost.
6. **Consultation meetings.** Authors sit down with people from the units and improve the descriptions.
7. **Submission.** From here the project goes the usual way of the citizens’ budget.

## Who can come

Everybody. For a meeting with an ambassador you need not join the programme or have an idea ready. It is enough to know what is wrong or missing.

## Where to look

The page of a district shows its money, rules, needs and ideas. It also lists what the city already does or plans there. Look at it before you write about the same thing.`,
      more: 'Your district | /dzielnice\nAmbassadors | /o-programie/ambasadorzy\nTalking online | /o-programie/formula-internetowa',
    },
    city: {
      title: 'The city path',
      summary:
        'Projects for the whole city are made at three workshops, one after another. The first gathers needs, the second develops ideas, the third turns them into finished proposals.',
      alt: 'A skyline by a river. In front of it three tables with three people each. Red arrows lead from table to table.',
      caption: 'Three workshops, one after another. Drawing: editors of the programme.',
      body: `Some things are larger than a district: cycle routes, parks by the river, help for people in a crisis. We talk about them in the whole city at once.

{obraz}

## Three workshops

1. **Needs.** We gather what was said in the districts and online. We join what is similar and choose what the group will work on.
2. **Ideas.** We look for solutions. People from city hall and its units sit at the tables, so it is known at once what is possible.
3. **Proposals.** Ideas get a description, a place and costs. After the third workshop they should be ready to be handed in.

It is good to come to all three, but not necessary. What was agreed is written down here, and you can come back to it.

## How a city project differs

It serves residents of more than one district and is paid from the city pool. Its cost limits are different too. The current amounts are on the page of rules.

## If you cannot come

Write the need in the space of the whole city. The hosts will bring it to the first workshop. A joint draft can be written online too, at any hour.`,
      more: 'Needs and ideas of the whole city | /miasto\nRules and amounts | /zasady\nTalking online | /o-programie/formula-internetowa',
    },
    ambassadors: {
      title: 'Local participation ambassadors',
      summary:
        'An ambassador is a neighbour who invites others to talk. They decide for nobody. They make sure that every voice is heard and written down.',
      alt: 'A woman stands before a notice board with two neighbours on each side; behind them houses and trees.',
      caption: 'An ambassador invites the neighbours to a meeting. Drawing: editors of the programme.',
      body: `Anybody who knows the neighbourhood and likes talking to people can become an ambassador. There is no need to know the regulations. The training teaches that.

{obraz}

## What they do

- invite neighbours to meetings and lead the talk,
- gather needs, also from people without internet, and enter them in their name,
- help to turn needs into ideas,
- bring authors together with people from the city units.

Ambassadors choose what they want to help with: the citizens’ budget, local initiatives or public consultations.

## An area of one’s own

Everybody names the area they take on. It can be an estate, a few streets or a part of a district. Several people may work in one area.

## What they get

- training in the rules and in leading a talk,
- help in organising meetings,
- a certificate,
- a place on the public list of ambassadors,
- the chance to share what worked with other ambassadors.

The role is voluntary and unpaid.

## How to become one

The call has its dates in the calendar of the edition. You fill in and sign a form: who you are, which area you choose and what you want to help with. If you are not sure whether it is for you, come to a meeting of another ambassador first.`,
      more: 'Calendar of the programme | /kalendarz\nThe district path | /o-programie/sciezka-dzielnicowa\nYour district | /dzielnice',
    },
    online: {
      title: 'Talking online',
      summary:
        'Whoever cannot come to a meeting talks here. Needs, ideas, the joint draft and the advice of a unit go the same way as in the room and count the same.',
      alt: 'A laptop showing three people talking, a telephone with a message beside it, houses and trees behind.',
      caption: 'The same talk: at the table, on a laptop and on a telephone. Drawing: editors of the programme.',
      body: `Meetings have their hour and their place. Talk on the internet lasts longer and reaches further. So everything that is done in the room can be done here too.

{obraz}

## Step by step

1. **Needs.** You write in one sentence what is missing and mark the place on a map or in words. You can add a photo.
2. **Backing and comments.** Others put themselves behind your need, ask, give examples.
3. **Ideas.** Similar needs join into an idea. While you write you see similar ideas and projects of past years.
4. **Joint draft.** You invite co-authors. Each can write a part. Nobody deletes the work of another.
5. **A question to a unit.** You send the draft to a city unit. The answer is public and has a deadline.
6. **Consent and submission.** All accept the same version, and the project is ready to be handed in.

## What you need

An e-mail address. There is no password: we send a code each time. Everybody can read without signing in.

## How we talk

We speak about the place and the matter, not about persons. Posts that break the rules are hidden by moderators, always with a reason.

## Without a computer

Telephone, or come to an ambassador or to city hall. Your need will stand here beside the others, with a note that it was told at a meeting, by telephone or on a card.`,
      more: 'Add a need | /potrzeby/nowa\nWhat we collect and for how long | /prywatnosc\nAccessibility statement | /deklaracja-dostepnosci',
    },
    alone: {
      title: 'On your own',
      summary:
        'One person can hand in a project, as before. The same form leads you step by step, and the advice of a unit and of neighbours is there if you want it.',
      alt: 'One person sits at a desk and writes with a pencil on a sheet. Trees and a bench are seen through the window.',
      caption: 'One person, one sheet, one good idea. Drawing: editors of the programme.',
      body: `Joint Projects take nothing away. If you prefer to work alone, you hand in a project on your own. In the vote both kinds of projects are equal.

{obraz}

## What to prepare

1. **A title and a short description.** So that a neighbour understands after one reading.
2. **A place.** A point on the map or the name of a street, park or school. The land should belong to the city.
3. **For whom and why.** Who will use it and what will change.
4. **Costs.** List the parts and amounts. The city makes the final estimate anyway.
5. **A support list.** After handing in you print a list and gather signatures. The rules of the edition say how many.

## What you can use

- **Preliminary advice.** Before you hand in, ask a city unit whether it can be done.
- **Past projects.** The archive shows what similar ideas cost and how they fared.
- **Neighbours.** You can invite a co-author at any time. A draft of one then becomes a joint one.

## Dates

Submissions are taken only on given days. You can write the draft earlier and come back to it at leisure.`,
      more: 'Begin a draft | /projekty/nowy\nArchive of projects | /archiwum\nRules and dates | /zasady',
    },
  },
}
