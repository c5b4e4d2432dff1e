import type { Same } from '#kit/texts.ts'
import type { noticesTexts } from '#modules/meetings/notices.texts.ts'

export const noticesTextsEn: Same<typeof noticesTexts> = {
  letter: {
    place: place => `Place: ${place}.`,
    link: link => `Address of the online meeting: ${link}`,
    phone: phone => `Telephone of the meeting: ${phone}.`,
    reason: reason => `Reason: ${reason}`,
    again: 'Your registration stays. On the page of the meeting confirm that you will come, or withdraw.',
    cannot: 'If you cannot come, withdraw. Somebody is waiting for the seat.',
    act: 'See the meeting',
    foot: 'We write because you are to be at this meeting.',
  },
  kinds: {
    registered: { subject: title => `You have a seat: ${title}`, first: when => `See you: ${when}.` },
    waiting: {
      subject: title => `Waiting list: ${title}`,
      first: when => `The room is full. We shall write when a seat becomes free. Date: ${when}.`,
    },
    promoted: { subject: title => `A seat is free: ${title}`, first: when => `You have a seat at the meeting: ${when}.` },
    moved: { subject: title => `Changed: ${title}`, first: when => `The time or the place has changed. Now: ${when}.` },
    cancelled: { subject: title => `Cancelled: ${title}`, first: when => `This meeting will not take place. It was to be: ${when}.` },
    online: { subject: title => `Not in a hall but from home: ${title}`, first: when => `You can take part without leaving home: ${when}.` },
    back: { subject: title => `In the hall again: ${title}`, first: when => `The meeting returns to its hall: ${when}.` },
    'sent-back': {
      subject: title => `Waiting list: ${title}`,
      first: when => `There are fewer seats in the hall than registrations. You are waiting for a seat: ${when}.`,
    },
    days: { subject: title => `In two days: ${title}`, first: when => `A reminder of the meeting: ${when}.` },
    hours: { subject: title => `In three hours: ${title}`, first: when => `The meeting is soon: ${when}.` },
  },
}
