import { type OfficeDoor, OfficePage, officeGroups } from '#modules/city/office/office.pages.tsx'
import { paths } from '#paths'
import { mayEnter } from '#web/guard.ts'
import { get, page, type Route } from '#web/http.ts'

export const officeRoutes: readonly Route[] = [
  get(paths.office, 'staff', c => {
    const { frame, ctx, modules } = c.var
    const doors = new Map(
      modules
        .flatMap(module => module.routes)
        .filter(({ method }) => method === 'get')
        .map(({ path, access }) => [path, access]),
    )
    const mayOpen = (door: OfficeDoor) => {
      const access = doors.get(paths[door])
      return access !== undefined && mayEnter(ctx.actor, access)
    }
    return page(c, <OfficePage frame={frame} open={new Set(Object.values(officeGroups).flat().filter(mayOpen))} />)
  }),
]
