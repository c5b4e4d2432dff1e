import type { Same } from '#kit/texts.ts'
import type { filesTexts } from '#ui/files.texts.ts'

export const filesTextsEn: Same<typeof filesTexts> = {
  why: {
    'file-missing': 'Choose a file. This one is empty or missing.',
    'file-too-big': 'This file is larger than 12 MB. Make the picture smaller or choose another one.',
    'file-kind': 'We do not take this kind of file. Choose a picture (JPG, PNG, WebP) or a PDF document.',
    'file-heic': 'This picture is in the HEIC format, which not every browser can show. Save it as JPG and choose it again.',
    'file-broken': 'This picture could not be read. Open it on your side, save it once more and choose it again.',
    'image-too-large': 'This picture has more than 80 million points. Make it smaller and choose it again.',
    'not-image': 'Only a picture can be added here: JPG, PNG or WebP.',
    'alt-missing': 'Say what the picture shows. People who cannot see it will hear these words.',
  },
  hint: 'JPG, PNG or WebP, at most 12 MB. We remove the place and time it was taken.',
  held: name => `The file we already have: ${name}. Nobody else sees it until you send the form.`,
  other: 'another file instead',
  away: 'Do not send this file',
  alt: 'What the picture shows',
  altHint: 'One sentence for people who cannot see it.',
}
