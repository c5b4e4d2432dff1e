import type { Same } from '#kit/texts.ts'
import type { webTexts } from '#web/web.texts.ts'

export const webTextsEn: Same<typeof webTexts> = {
  reference: id => `Reference: ${id}. Quote it when you write to us.`,
  toHome: 'Home page',
  errors: {
    403: {
      title: 'You have no access here',
      lead: 'This page is for people with another role in the programme. If it should be open to you too, write to the coordinator.',
    },
    404: {
      title: 'There is no such page',
      lead: 'The address may have changed, or somebody withdrew what you are looking for. Start from the home page or the search.',
    },
    409: { title: 'Somebody was faster', lead: 'This matter has changed in the meantime. Go back to its page and see how it stands.' },
    413: { title: 'Too much at once', lead: 'The file or text you sent is too large. Make it smaller and send it again.' },
    422: { title: 'Something is still missing', lead: 'Go back to the form and correct the marked fields. What you typed is waiting there.' },
    429: { title: 'A short break', lead: 'A great many requests came from you at once. Wait a minute and try again. Nothing is lost.' },
    500: {
      title: 'Something broke on our side',
      lead: 'This is our mistake, not yours. Try again in a moment. Repeating it will not double anything.',
    },
    503: { title: 'Back in a moment', lead: 'The database is unavailable for a moment. Reload the page shortly. Nothing that was saved is lost.' },
  },
  parked: {
    title: 'What you typed is waiting',
    lead: 'Your session ended before the form reached us. Check the text and send it again.',
    send: 'Send now',
    text: 'Text',
    file: 'File',
    again: 'Choose this file once more. A browser may not do it by itself.',
    tooLong:
      'This form is too long to wait here, and your session has ended. Go back to it with the Back button, copy the text, and only then sign in.',
    gone: 'This form is no longer here. We keep it for one hour only, and only in this browser.',
  },
}
