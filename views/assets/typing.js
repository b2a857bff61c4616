// Reports what stands in a text area while it is typed, after a short pause.

export default function ({ data, setStateValue }) {
  let timer = null
  const area = () => document.querySelector(`.st-key-${CSS.escape(data.key)} textarea`)
  const listen = (event) => {
    if (event.target !== area()) return
    clearTimeout(timer)
    timer = setTimeout(() => setStateValue("typed", event.target.value), 400)
  }
  document.removeEventListener("input", globalThis.bindegliedTyping)
  globalThis.bindegliedTyping = listen
  document.addEventListener("input", listen)
  return () => { clearTimeout(timer); document.removeEventListener("input", listen) }
}
