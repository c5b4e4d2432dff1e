import type { PropsWithChildren } from 'hono/jsx'
import { useWords } from '#ui/tongue.ts'

type Props = PropsWithChildren<{ readonly keep: string; readonly redraw: string | undefined }>
/** Around a form that is kept in the browser until it is sent; see `islands/kept-form.ts`. */
export const Kept = ({ keep, redraw, children }: Props) => {
  const t = useWords()
  return (
    <kept-form name={keep} {...(redraw && { redraw, 'data-back': t.cameBack, 'data-drop': t.showSaved })}>
      {children}
    </kept-form>
  )
}
