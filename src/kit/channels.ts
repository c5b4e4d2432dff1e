/** How a voice reached us: nobody without the internet is left out, and everybody sees where a voice came from. */
export const channels = ['online', 'meeting', 'office', 'paper', 'phone'] as const
export type Channel = (typeof channels)[number]
