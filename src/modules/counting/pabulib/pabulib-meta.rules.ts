import { type Day, isDay } from '#kit/dates.ts'
import type { Grosze } from '#kit/money.ts'
import { type PabulibElection, voteTypes, type Wrong } from '#modules/counting/pabulib/pabulib-election.rules.ts'

export type Settings = Omit<PabulibElection, 'ballots' | 'projects'> & { readonly numProjects: number; readonly numVotes: number }

/** What META says of the vote; whatever decides who wins is read strictly. */
export function readSettings(meta: ReadonlyMap<string, string>): { ok: true; value: Settings } | { ok: false; wrong: Wrong } {
  const no = (...wrong: Wrong) => ({ ok: false, wrong }) as const
  const missing = ['unit', 'instance', 'num_projects', 'num_votes', 'budget', 'vote_type', 'rule'].find(key => !meta.get(key))
  if (missing) return no('no-meta', missing)
  const budget = grosze(meta.get('budget') ?? '')
  if (budget === undefined) return no('not-money', `budget: ${meta.get('budget')}`, 'budget')
  const voteType = voteTypes.find(type => type === meta.get('vote_type'))
  if (!voteType) return no('not-vote-type', meta.get('vote_type') ?? '', 'vote_type')
  const year = Number(/\d{4}/.exec(meta.get('instance') ?? '')?.[0] ?? /\d{4}/.exec(meta.get('date_begin') ?? '')?.[0])
  if (!year) return no('not-number', `instance: ${meta.get('instance')}`, 'instance')
  const whole = (key: string) => (/^\d{1,9}$/.test(meta.get(key) ?? '') ? Number(meta.get(key)) : undefined)
  const [numProjects, numVotes] = [whole('num_projects') ?? 0, whole('num_votes') ?? 0]
  const odd = ['num_projects', 'num_votes', 'max_length'].find(key => meta.get(key) && whole(key) === undefined)
  if (odd) return no('not-number', `${odd}: ${meta.get(odd)}`, odd)
  const least = meta.get('min_project_score_threshold') || undefined
  const threshold = least === undefined ? undefined : decimal(least)
  if (least !== undefined && threshold === undefined) return no('not-number', `min_project_score_threshold: ${least}`, 'min_project_score_threshold')
  return {
    ok: true,
    value: {
      unit: meta.get('unit') ?? '',
      district: meta.get('district') || undefined,
      subunit: meta.get('subunit') || undefined,
      year,
      edition: whole('edition'),
      budget,
      voteType,
      rule: meta.get('rule') ?? '',
      threshold,
      maxLength: voteType === 'choose-1' ? 1 : (whole('max_length') ?? numProjects),
      beginsOn: day(meta.get('date_begin')),
      endsOn: day(meta.get('date_end')),
      currency: meta.get('currency') || undefined,
      comment: meta.get('comment') || undefined,
      acknowledgments: meta.get('acknowledgments') || undefined,
      numProjects,
      numVotes,
    },
  }
}

/** A number that floats hold exactly to the thousandth; "1e309", "0x10", "NaN" or an empty text are none. */
export const decimal = (written: string | undefined): number | undefined =>
  written !== undefined && /^-?\d{1,9}(\.\d{1,3}0*)?$/.test(written) ? Number(written) : undefined
/** "2917710.16" -> 291771016; a comma or more than two decimals is not money here. */
export function grosze(written: string): Grosze | undefined {
  const match = /^(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(written.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}
function day(written: string | undefined): Day | undefined {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written?.trim() ?? '') ?? []
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}
