// Keeps what is typed into the form of registration in the visitor's own browser, and nowhere
// else, until it is sent; brings it back after a reload; leads the keyboard to where one has to be.

const PLACE = "bindeglied-anmeldung"
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000

// What is typed and not yet with the server, by key of the field. A rerun of the page mounts this
// script anew, maybe while somebody types.
const live = new Map()
let round = 0
let led = 0
let latest = null

function read() {
  try {
    const text = localStorage.getItem(PLACE) ?? ""
    return text && Date.now() - JSON.parse(text).at < KEPT_FOR ? text : ""
  } catch { return "" }
}

function write() {
  const { asked, texts, values, step, sending } = latest
  if (!asked) return
  const whole = { ...values }
  for (const [key, text] of live) if (texts.includes(key)) whole[key] = text
  const empty = Object.values(whole).every((each) => !each || each.length === 0)
  try {
    if (empty) localStorage.removeItem(PLACE)
    else localStorage.setItem(PLACE, JSON.stringify({ at: Date.now(), step, sending, values: whole }))
  } catch { /* a browser that keeps nothing: the form works all the same */ }
}

const field = (key) => document.querySelector(
  `.st-key-${CSS.escape(key)} :is(input, textarea, [role=combobox], h2)`,
)

// Streamlit cannot tie a message to its field for those who do not see both.
function describe() {
  for (const key of latest.fields) {
    const here = field(key)
    if (!here) continue
    const fault = document.querySelector(`.st-key-fault_${CSS.escape(key)}`)
    if (latest.faulty.includes(key) && fault) {
      fault.id = `fault_${key}`
      here.setAttribute("aria-invalid", "true")
      here.setAttribute("aria-errormessage", fault.id)
      here.setAttribute("aria-describedby", fault.id)
    } else if (here.getAttribute("aria-errormessage")) {
      here.setAttribute("aria-invalid", "false")
      here.removeAttribute("aria-errormessage")
      here.removeAttribute("aria-describedby")
    }
    if (latest.required.includes(key)) here.setAttribute("aria-required", "true")
  }
}

// What is led to may be drawn a little later than this script runs.
function lead(target, tries = 60) {
  const here = field(target)
  if (here) {
    if (here.tagName === "H2") here.tabIndex = -1
    here.focus()
    here.scrollIntoView({ block: here.tagName === "H2" ? "start" : "center" })
    for (const pause of [0, 150, 600]) setTimeout(describe, pause) // focus draws a field anew
  } else if (tries) setTimeout(() => lead(target, tries - 1), 50)
}

export default function ({ data, parentElement, setTriggerValue }) {
  latest = data
  if (data.round !== round) { round = data.round; live.clear() }
  for (const [key, text] of live) if (data.values[key] === text) live.delete(key)
  // Streamlit may lose what a busy page says, so it is said until it was heard.
  let unheard = null
  const offer = (tries = 8) => {
    if (latest.asked) return
    setTriggerValue("kept", read())
    if (tries) unheard = setTimeout(() => offer(tries - 1), 2500)
  }
  if (data.asked) write()
  else offer()

  const typed = (event) => {
    const key = latest.texts.find((each) => event.target.closest?.(`.st-key-${CSS.escape(each)}`))
    if (!key) return
    live.set(key, event.target.value)
    write()
  }
  document.removeEventListener("input", globalThis.bindegliedRegister)
  globalThis.bindegliedRegister = typed
  document.addEventListener("input", typed)

  const said = parentElement.querySelector(".said")
  if (said && said.textContent !== data.said) said.textContent = data.said
  const [number, target] = data.lead
  if (number !== led) { led = number; if (target) lead(target) }
  describe()
  const later = [150, 600].map((pause) => setTimeout(describe, pause))
  return () => { clearTimeout(unheard); later.forEach(clearTimeout); document.removeEventListener("input", typed) }
}
