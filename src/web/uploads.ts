import type { Visit } from '#web/http.ts'

/** The file posted under this name, or undefined when none was chosen. Works beside `readForm`: the body is read once. */
export async function uploadOf(c: Visit, name: string): Promise<File | undefined> {
  const body = await c.req.parseBody({ all: true })
  const given = [body[name]].flat().find(value => value instanceof File)
  return given instanceof File && (given.size > 0 || given.name !== '') ? given : undefined
}
