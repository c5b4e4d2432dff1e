import type { JSX } from 'hono/jsx/jsx-runtime'
import { agreeingBeside } from '#modules/submission/agreeing.routes.tsx'
import { completionBeside } from '#modules/submission/completion.routes.tsx'
import { receiptsBeside } from '#modules/submission/receipts.routes.tsx'
import type { Visit } from '#web/http.ts'

/** What this module says on a project's page: who is missing, then what the office calls for and the receipt. */
export async function submissionBeside(c: Visit, id: string): Promise<JSX.Element> {
  const [agreeing, completion, receipt] = await Promise.all([agreeingBeside(c, id), completionBeside(c, id), receiptsBeside(c, id)])
  return (
    <>
      {agreeing}
      {completion}
      {receipt}
    </>
  )
}
