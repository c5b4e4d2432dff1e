import type { TestHouse } from '#web/testing.ts'

/** As a moderator's decision leaves it. */
export const hideThing = async (house: TestHouse, subjectId: string): Promise<void> => {
  await house.db.insertInto('hidings').values({ subject_id: subjectId, since: house.now }).execute()
}
