import type { photosTexts } from '#modules/proposals/place/photos.texts.ts'

export const photosTextsEn: typeof photosTexts = {
  title: 'Photos of the place',
  lead: 'Show what the place looks like today. The photos belong to the version that all authors accept.',
  kicker: title => `Draft: ${title}`,
  count: p => `Photos: ${p.is} of ${p.most}.`,
  none: 'There is no photo yet.',
  edit: 'Add or remove photos',
  add: 'Add a photo',
  file: 'Photo',
  alt: 'What is on the photo',
  altHint: 'One sentence for those who do not see it.',
  caption: 'Caption',
  people: 'It is best without people. If somebody can be recognised, ask that person, and for a child its parent.',
  consent: 'Nobody can be recognised on the photo, or those people agreed that everybody will see it.',
  send: 'Add the photo',
  remove: 'Remove the photo',
  full: 'There are as many photos as may be. Remove one to add another.',
  toProject: 'Back to the project',
  added: 'The photo is added.',
  removed: 'The photo is removed.',
  takenDown: words => `The photo “${words}” is no longer shown.`,
  withdrawal: {
    title: 'Somebody in the photo withdrew their consent',
    lead: 'The photo will be gone from the draft and from all versions, printed ones too. Its description will stay. This cannot be undone.',
    send: 'Remove the photo everywhere',
    done: 'The photo is removed from the draft and from all versions.',
  },
  changes: { added: words => `A photo was added: ${words}.`, gone: words => `A photo was removed: ${words}.` },
  printed: p => `Photo ${p.n}: ${p.words} (digest ${p.digest}).`,
  errors: {
    required: 'Fill in this field.',
    wrong: 'Correct this field.',
    long: 'At most 200 characters.',
  },
  why: {
    'too-many-photos': 'A project may have at most 5 photos. Remove one to add another.',
    'consent-missing': 'Without it we cannot show the photo.',
    'no-photo': 'This photo is no longer here.',
  },
  facts: {
    'project.photo-added': p => `a photo of the place was added${p.title === '' ? '' : ` to the project “${p.title}”`}`,
    'project.photo-removed': p => `a photo of the place was removed${p.title === '' ? '' : ` from the project “${p.title}”`}`,
    'project.photo-withdrawn': p =>
      `a photo for which consent was withdrawn was removed from all versions${p.title === '' ? '' : ` of the project “${p.title}”`}`,
  },
}
