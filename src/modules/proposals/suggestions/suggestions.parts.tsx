import type { Comment } from '#modules/discussions/discussions.rules.ts'
import { ChangeBeside, costSuggestionsWords } from '#modules/proposals/cost/cost-suggestions.parts.tsx'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import type { ProjectTalkView } from '#modules/proposals/suggestions/changes.rules.ts'
import { agreementOf, asksAgain, currentMet, marks, type SuggestedPart, voicesFor } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { suggestionsTextsEn } from '#modules/proposals/suggestions/suggestions.texts.en.ts'
import { suggestionsTexts } from '#modules/proposals/suggestions/suggestions.texts.ts'
import { slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Why } from '#ui/parts.tsx'

export const suggestionsWords = (frame: Pick<Frame, 'locale'>): typeof suggestionsTexts =>
  ({ pl: suggestionsTexts, en: suggestionsTextsEn })[frame.locale]
export function sectionName({ locale }: Pick<Frame, 'locale'>, section: SuggestedPart): string {
  const t = { pl: proposalsTexts, en: proposalsTextsEn }[locale]
  return section === 'costs' ? t.costs.title : t.sections[section].name
}

type Props = { readonly frame: Frame; readonly talk: ProjectTalkView }

/** How far a section meets what was suggested to it: in words, and as a figure where enough people spoke. */
export const AgreementLine = ({ frame, talk, section }: Props & { section: SuggestedPart }) => {
  const t = suggestionsWords(frame).agreement
  const { word, percent, ...counted } = agreementOf(voicesFor(section, talk.suggestions, talk.comments))
  if (word === 'nobody') return <p class="small muted">{t.nobody}</p>
  return (
    <p class="small">
      <b>{t.words[word]}</b> {percent !== undefined && `${t.percent(percent)} `}
      {t.counted(counted)}
    </p>
  )
}

/** Under a section on the project's page: the agreement, and where to suggest a change or why not. */
export const SectionTalk = ({ frame, talk, section }: Props & { section: SuggestedPart }) => {
  const spoken = voicesFor(section, talk.suggestions, talk.comments).length > 0
  const open = talk.suggesting.ok || talk.suggesting.why === 'sign-in'
  return (
    <>
      {spoken && <AgreementLine frame={frame} talk={talk} section={section} />}
      {open && (
        <p class="small">
          {section === 'costs' ? (
            <a href={url(paths.projectCostSuggestions, { id: talk.project.id })}>{costSuggestionsWords(frame).suggest}</a>
          ) : (
            <a href={url(paths.projectSuggestions, { id: talk.project.id, section: slugs[section] })}>
              {suggestionsWords(frame).suggest}
              <span class="visually-hidden">: {sectionName(frame, section)}</span>
            </a>
          )}
        </p>
      )}
    </>
  )
}

/** Under a suggestion in the talk: to what, how much it matters, whether it is met; its author is asked. */
export const SuggestionNote = ({ frame, talk, comment }: Props & { comment: Comment }) => {
  const suggestion = talk.suggestions.get(comment.id)
  if (!suggestion || comment.text === '') return null
  const t = suggestionsWords(frame)
  const { mark, section, degree, change } = suggestion
  const said = mark && (asksAgain(suggestion) ? t.former : t.metBy[mark.met](mark.at))
  return (
    <div class="tight">
      {change && <ChangeBeside frame={frame} change={change} />}
      <p class="small">{[t.to(sectionName(frame, section)), t.degrees[degree].label, said].filter(Boolean).join(' · ')}</p>
      <MarkForm frame={frame} talk={talk} suggestion={suggestion} />
    </div>
  )
}

type Said = NonNullable<ReturnType<ProjectTalkView['suggestions']['get']>>
const MarkForm = ({ frame, talk, suggestion }: Props & { suggestion: Said }) => {
  const t = suggestionsWords(frame)
  const { marking, commentId } = suggestion
  if (!marking.ok) return marking.why === 'nothing-yet' ? <Why>{t.why[marking.why]}</Why> : null
  const action = url(paths.projectSuggestionMark, { id: talk.project.id, comment: commentId })
  return (
    <>
      <p class="small">{asksAgain(suggestion) ? t.askAgain : t.ask}</p>
      <Acts>
        {marks
          .filter(met => met !== currentMet(suggestion))
          .map(met => (
            <ActButton small quiet action={action} label={t.met[met]} fields={{ met, revision: String(suggestion.revision) }} />
          ))}
      </Acts>
    </>
  )
}
