type Hearer = (subjects: readonly string[]) => void
const hearers = new Set<Hearer>()
let listening = false

/**
 * Tells of every thing that changes, by its id, and of every comment as `thing#comment`. All tabs of a browser share one line to
 * the server: whichever holds the lock listens and tells the others.
 */
export function hear(onNews: Hearer): void {
  hearers.add(onNews)
  if (listening) return
  listening = true
  const everybody: Hearer = subjects => {
    for (const hearer of hearers) hearer(subjects)
  }
  const channel = new BroadcastChannel('wspolne-news')
  channel.onmessage = event => everybody(event.data)
  void navigator.locks?.request('wspolne-news', () => {
    const line = new EventSource('/na-zywo')
    line.onmessage = event => {
      const subjects = JSON.parse(event.data)
      everybody(subjects)
      channel.postMessage(subjects)
    }
    // held until the tab closes; then another tab gets the lock
    return new Promise(() => {})
  })
}
