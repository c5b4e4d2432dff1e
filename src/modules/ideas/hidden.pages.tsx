import { HiddenStub, type HidingSaid, moderationWords } from '#modules/moderation/moderation.parts.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

/** What stands at the address of a need or an idea that moderation has taken out of sight: no title, no words. */
export const HiddenSaidPage = ({ frame, kicker, hiding, mine }: { frame: Frame; kicker: string; hiding: HidingSaid; mine: boolean }) => (
  <Layout frame={frame} title={moderationWords(frame).stub.title} kicker={kicker}>
    <HiddenStub frame={frame} hiding={hiding} mine={mine} />
  </Layout>
)
