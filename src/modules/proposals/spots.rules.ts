import type { Area, Point } from '#kit/geo.ts'

/** Where a project lies: a point, an area drawn on the map, both or neither; in words it is said by its section. */
export type Spot = { readonly point: Point | undefined; readonly area: Area | undefined }
