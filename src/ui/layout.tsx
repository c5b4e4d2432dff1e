import type { Child, FC } from 'hono/jsx'
import type { Frame } from '#ui/frame.ts'

type Props = { frame: Frame; title: string; lead?: string; kicker?: string; wide?: boolean; bare?: boolean; children?: Child }

export const Layout: FC<Props> = ({ frame, title, lead, children }) => (
  <html lang={frame.locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href={frame.asset('theme.css')} />
    </head>
    <body>
      <main id="tresc" class="wide band stack">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </main>
    </body>
  </html>
)
