/**
 * Says that something on this page has changed since it was drawn. All tabs of a browser share one line to the server:
 * whichever holds the lock listens and tells the others.
 */
class LiveNote extends HTMLElement {
  connectedCallback() {
    const about = new Set((this.dataset.about ?? '').split(' '))
    hear(subjects => {
      if (subjects.some(subject => about.has(subject))) this.hidden = false
    })
  }
}

function hear(onNews: (subjects: readonly string[]) => void): void {
  const channel = new BroadcastChannel('wspolne-news')
  channel.onmessage = event => onNews(event.data)
  void navigator.locks?.request('wspolne-news', () => {
    const line = new EventSource('/na-zywo')
    line.onmessage = event => {
      const subjects = JSON.parse(event.data)
      onNews(subjects)
      channel.postMessage(subjects)
    }
    // held until the tab closes; then another tab gets the lock
    return new Promise(() => {})
  })
}

customElements.define('live-note', LiveNote)
