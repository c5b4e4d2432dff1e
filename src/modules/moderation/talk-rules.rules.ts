/** The rules of talk, in the order of their numbers. Decisions quote them by number, so a new one is added at the end. */
export const talkRules = ['insult', 'hatred', 'private-data', 'off-topic', 'untrue', 'unlawful'] as const
export type TalkRule = (typeof talkRules)[number]
export const numberOf = (rule: TalkRule): number => talkRules.indexOf(rule) + 1
