import { followingTextsEn } from '#modules/following/following.texts.en.ts'
import { followingTexts } from '#modules/following/following.texts.ts'
import type { FollowKind } from '#modules/following/follows.rules.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Tag } from '#ui/parts.tsx'

const texts = { pl: followingTexts, en: followingTextsEn }
export const followingWords = (frame: Pick<Frame, 'locale'>): typeof followingTexts => texts[frame.locale]

type Props = {
  frame: Frame
  kind: FollowKind
  /** What is posted: a thing's id, or how a place stands in addresses ("13", "miasto"), or a theme's name. */
  target: string
  /** The visitor's own follow of it, from `findOwnFollow`. */
  followId: string | undefined
  /** Said after the words of the button, where several stand together. */
  what?: string | undefined
  /** Address of the same news as a feed. */
  feed?: string | undefined
}

/** "Follow" or "stop following", wherever a thing or a place is shown. A stranger is led to sign in and the follow is done on the way back. */
export const FollowButton = ({ frame, kind, target, followId, what, feed }: Props) => {
  const { button: t } = followingWords(frame)
  const labelled = (words: string) => (what ? `${words}: ${what}` : words)
  return (
    <Acts>
      {followId === undefined ? (
        <ActButton action={paths.follows} label={labelled(t.start)} quiet small fields={{ co: kind, cel: target, powrot: frame.path }} />
      ) : (
        <>
          <Tag kind="good">{labelled(t.following)}</Tag>
          <ActButton action={url(paths.followEnd, { id: followId })} label={labelled(t.end)} quiet small fields={{ powrot: frame.path }} />
        </>
      )}
      {feed && (
        <a class="small" href={feed} type="application/atom+xml">
          {t.feed}
        </a>
      )}
    </Acts>
  )
}

/** On the page of a search: be told of what comes later. */
export const FollowSearch = ({ frame, words }: { frame: Frame; words: string }) => {
  const { more: t } = followingWords(frame)
  return (
    <Acts>
      <ActButton action={paths.follows} label={t.goSearch} quiet small fields={{ co: 'search', slowa: words, powrot: paths.follows }} />
    </Acts>
  )
}
