import { begunAnewTextsEn } from '#modules/submission/begun-anew.texts.en.ts'
import { begunAnewTexts } from '#modules/submission/begun-anew.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: begunAnewTexts, en: begunAnewTextsEn }

/** Which project of an earlier edition this one began from. */
export const BegunAnew = ({ frame, from }: { frame: Frame; from: readonly { readonly id: string; readonly title: string }[] }) => (
  <>
    {from.map(({ id, title }) => (
      <p class="small">
        {texts[frame.locale].from} <a href={url(paths.project, { id })}>{title}</a>
      </p>
    ))}
  </>
)
