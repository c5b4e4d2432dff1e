import { LedgerCheckPage } from '#modules/audit/audit.pages.tsx'
import { paths } from '#paths'
import { chainGuard } from '#platform/grants.ts'
import { checkLedger } from '#platform/ledger-check.ts'
import { get, page, type Route } from '#web/http.ts'

export const auditRoutes: readonly Route[] = [
  get(paths.ledgerCheck, ['auditor', 'coordinator'], async c => {
    const { db } = c.var.ctx
    const [check, guard] = await Promise.all([checkLedger(db), chainGuard(db)])
    return page(c, <LedgerCheckPage frame={c.var.frame} {...check} guard={guard} />)
  }),
]
