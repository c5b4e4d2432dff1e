import type { Ctx } from '#platform/context.ts'

export type AttendanceHow = 'account' | 'count' | 'marked' | 'paper'
declare module '#platform/schema.ts' {
  interface Tables {
    meeting_attendance: {
      id: string
      key: string | null
      meeting_id: string
      person_id: string | null
      how: AttendanceHow
      people: number
      at: Date
      entered_by: string | null
    }
  }
}

export type { Ctx }
