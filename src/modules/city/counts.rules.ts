/** How lively a territory is. */
export type Counts = { readonly needs: number; readonly ideas: number; readonly projects: number }
export type CountsOf = (territoryId: string) => Counts

export function countsOf(needs: ReadonlyMap<string, number>, ideas: ReadonlyMap<string, number>, projects: ReadonlyMap<string, number>): CountsOf {
  return id => ({ needs: needs.get(id) ?? 0, ideas: ideas.get(id) ?? 0, projects: projects.get(id) ?? 0 })
}

export const livelinessOf = ({ needs, ideas, projects }: Counts): 'quiet' | 'talk' | 'drafts' =>
  projects > 0 ? 'drafts' : needs + ideas > 0 ? 'talk' : 'quiet'
