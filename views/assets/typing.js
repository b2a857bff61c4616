// Reports what stands in a text area while it is typed, after a short pause.

// What was reported last for each area. A rerun of the page mounts this script anew, maybe while
// somebody types: what was not reported by then is reported now, and what was is not repeated.
const reported = new Map()

export default function ({ data, setStateValue }) {
  let timer = null
  const area = () => document.querySelector(`.st-key-${CSS.escape(data.key)} textarea`)
  const report = () => {
    const text = area()?.value
    if (text === undefined) return
    reported.set(data.key, text)
    setStateValue("typed", text)
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(report, 400)
  }
  const listen = (event) => { if (event.target === area()) later() }
  document.removeEventListener("input", globalThis.bindegliedTyping)
  globalThis.bindegliedTyping = listen
  document.addEventListener("input", listen)
  const waiting = area()?.value
  if (waiting !== undefined && ![data.committed, reported.get(data.key)].includes(waiting)) later()
  return () => { clearTimeout(timer); document.removeEventListener("input", listen) }
}
