import { discussionsWords } from '#modules/discussions/comments/comments.parts.tsx'
import { Discussion } from '#modules/discussions/discussions.parts.tsx'
import { TalkOfThing } from '#modules/discussions/running/running.parts.tsx'
import { closedWords, talksWords } from '#modules/discussions/talks.parts.tsx'
import { postingWords } from '#modules/moderation/moderation.parts.tsx'
import { behalfIn } from '#modules/people/office/behalf.parts.tsx'
import { kindsFor, type ProjectTalkView, takenOver } from '#modules/proposals/suggestions/changes.rules.ts'
import { changesTextsEn } from '#modules/proposals/suggestions/changes.texts.en.ts'
import { changesTexts } from '#modules/proposals/suggestions/changes.texts.ts'
import { SectionTalk, SuggestionNote } from '#modules/proposals/suggestions/suggestions.parts.tsx'
import type { SuggestedPart } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'

export const changesWords = (frame: Pick<Frame, 'locale'>): typeof changesTexts => ({ pl: changesTexts, en: changesTextsEn })[frame.locale]

/** Why a voice or an answer is refused: what every talk says, and what only a draft does. */
export const changeWhyWords = (frame: Frame) => ({ ...discussionsWords(frame).why, ...talksWords(frame).why, ...changesWords(frame).why })

type Props = { readonly frame: Frame; readonly talk: ProjectTalkView }

/** What stands under each section where the draft is talked over. */
export const sectionTalk = (frame: Frame, talk: ProjectTalkView | undefined) =>
  talk && ((section: SuggestedPart) => <SectionTalk frame={frame} talk={talk} section={section} />)

/** Under the draft: what it owes to others, and the talk about it. */
export const ProjectTalk = ({ frame, talk }: Props) => {
  const { project, settles } = talk
  return (
    <>
      <TakenChanges frame={frame} talk={talk} />
      <TalkOfThing frame={frame} subjectId={project.id} place={talk.place} />
      <Discussion
        frame={frame}
        comments={talk.comments}
        names={talk.names}
        action={url(paths.projectComments, { id: project.id })}
        kinds={kindsFor(talk.standing)}
        acts={talk.acts}
        extra={comment => (
          <>
            <SuggestionNote frame={frame} talk={talk} comment={comment} />
            {settles.has(comment.id) && (
              <p class="small">
                <a href={url(paths.projectChange, { id: project.id, comment: comment.id })}>{changesWords(frame).settle}</a>
              </p>
            )}
          </>
        )}
        form={talk.form}
        {...closedBy(frame, talk)}
        {...behalfIn(frame, talk.assisted)}
      />
    </>
  )
}

/** What stands in place of the form, or above it. */
export const closedBy = (frame: Frame, { talking, standing, posting }: ProjectTalkView) => {
  if (talking.ok) return postingWords(frame, posting)
  if (talking.why === 'sign-in') return { signIn: url(paths.signIn, undefined, { powrot: frame.path }) }
  return { closed: talking.why === 'withdrawn' ? changesWords(frame).why.withdrawn : closedWords(standing, frame) }
}

const TakenChanges = ({ frame, talk: { comments, names } }: Props) => {
  const t = changesWords(frame)
  const taken = takenOver(comments)
  if (taken.length === 0) return null
  return (
    <section class="tight" id="zmiany-przyjete">
      <h2>{t.taken}</h2>
      <p class="muted">{t.takenLead}</p>
      <ul class="stack">
        {taken.map(({ id, text, authorId, settlement }) => (
          <li>
            <a href={`#${id}`}>{text || discussionsWords(frame).erased}</a>
            <br />
            <span class="small">
              {[t.by({ name: names.get(authorId) ?? '—' }), settlement?.outcome === 'partly' && t.partly].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
