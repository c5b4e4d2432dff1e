import { z } from 'zod'
import { isDay } from '#kit/dates.ts'
import {
  authorNames,
  channels,
  countMethods,
  draftingDefaults,
  identityItems,
  leftovers,
  notCompleted,
  participationForms,
  type RuleSet,
  tieSteps,
  unknowns,
  voteTypes,
} from '#modules/programme/programme.rules.ts'

const count = z.number().int().min(0)
const age = count.nullable()
const day = z.string().refine(isDay).nullable()
const picks = z.object({ min: count, max: count })

/** The shape of the jsonb column, checked on every read and write: a rule set that misses a field never reaches a screen or a count. */
export const ruleSetSchema: z.ZodType<RuleSet> = z.object({
  legalActs: z.array(z.string()),
  ambassador: z.object({
    minAge: age,
    signedForm: z.boolean(),
    forms: z.array(z.enum(participationForms)),
    certificate: z.boolean(),
    publicList: z.boolean(),
  }),
  submission: z.object({
    minAge: age,
    anyDistrict: z.boolean(),
    titleMax: count,
    summaryMin: count,
    summaryMax: count,
    costOptional: z.boolean(),
    sameInCityAndDistrictForbidden: z.boolean(),
    perPerson: count.nullable().default(null),
  }),
  // absent in rule sets that were kept before these were asked for
  drafting: z.object({ leadAbsentDays: count, costChangePercent: count, authorNames: z.enum(authorNames).default('own') }).default(draftingDefaults),
  support: z.object({ count, districtResidentsOnly: z.boolean(), days: count.nullable(), channels: z.array(z.enum(channels)) }),
  // editions written before this was asked show no names
  advice: z.object({ expertNames: z.boolean() }).default({ expertNames: false }),
  formal: z.object({ completeDays: count, allAgree: z.boolean().default(true), notCompleted: z.enum(notCompleted).default('as-it-is') }),
  protest: z.object({ scope: z.enum(['substantive-legal', 'every-refusal']), decider: z.enum(['mayor', 'council']) }),
  vote: z.object({
    type: z.enum(voteTypes),
    cityPicks: picks,
    districtPicks: picks,
    points: z.array(count),
    bothPoolsRequired: z.boolean(),
    districtOfResidenceOnly: z.boolean(),
    minAge: age,
    identity: z.array(z.enum(identityItems)),
    sms: z.boolean(),
    channels: z.array(z.enum(channels)),
    residence: z.enum(['declared', 'registered']),
    ballots: z.enum(['equal', 'unequal']),
    decides: z.enum(['residents', 'delegates', 'residents-and-office']),
  }),
  count: z.object({ method: z.enum(countMethods), minVotes: count, ties: z.array(z.enum(tieSteps)), leftover: z.enum(leftovers) }),
  legal: z.object({ expenditure: count.nullable(), retentionUntil: day }),
  unknown: z.array(z.enum(unknowns)),
})

export const readRuleSet = (value: unknown): RuleSet => ruleSetSchema.parse(value)
