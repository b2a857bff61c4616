// What Streamlit itself does not do: it speaks German, says which language the page is in,
// and leaves single keys to the person who types (WCAG 2.1.4).

(() => {
  // Streamlit would look for its server below the address of the page first, and in vain.
  window.__streamlit ??= { BACKEND_BASE_URL: window.location.origin }

  const GERMAN = {
    "Skip to main content": "Zum Inhalt springen",
    "App pages": "Seiten",
    "Expand sidebar": "Menü öffnen",
    "Collapse sidebar": "Menü schließen",
    "Open sidebar": "Menü öffnen",
    "Close sidebar": "Menü schließen",
    "Main menu": "Hauptmenü",
    "Choose an option": "Bitte wählen",
    "Choose options": "Bitte wählen",
    "No options to select": "Keine Auswahl möglich",
    "No results": "Nichts gefunden",
    "Select all": "Alle wählen",
    "Upload": "Datei wählen",
    "Drag and drop file here": "Datei hierher ziehen",
    "Browse files": "Datei wählen",
    "file upload": "Feld für Dateien",
    "Add files": "Andere Datei wählen",
    "Error:": "Fehler:",
    "Upload failed": "Die Datei kam nicht an. Bitte versuchen Sie es noch einmal.",
    "Open": "Öffnen",
    "Close": "Schließen",
    "Clear": "Leeren",
    "Clear all": "Alle entfernen",
    "Clear value": "Leeren",
    "Clear search": "Suche leeren",
    "Selected values": "Gewählt",
    "Choose date": "Datum wählen",
    "Previous page": "Vorige Seite",
    "Next page": "Nächste Seite",
    "Pagination": "Seiten der Tabelle",
    "Previous": "Zurück",
    "Next": "Weiter",
    "Previous month": "Voriger Monat",
    "Next month": "Nächster Monat",
    "Increment": "Erhöhen",
    "Decrement": "Verringern",
    "Show password text": "Passwort zeigen",
    "Hide password text": "Passwort verbergen",
    "Fullscreen": "Vollbild",
    "Close fullscreen": "Vollbild schließen",
    "Copy to clipboard": "In die Zwischenablage kopieren",
    "Link to heading": "Verweis auf die Überschrift",
    "Help": "Hilfe",
    "Loading...": "Wird geladen …",
    "Running...": "Wird berechnet …",
    "Connecting": "Verbindung wird aufgebaut",
    "Connection error": "Keine Verbindung zum Server",
    "This field is required.": "Bitte füllen Sie dieses Feld aus.",
    "Press Enter to apply": "Mit Eingabetaste übernehmen",
    "Press Enter to submit form": "Mit Eingabetaste absenden",
    "Press Ctrl+Enter to apply": "Mit Strg+Eingabetaste übernehmen",
    "Press Ctrl+Enter to submit form": "Mit Strg+Eingabetaste absenden",
    "Press ⌘+Enter to apply": "Mit ⌘+Eingabetaste übernehmen",
    "Press ⌘+Enter to submit form": "Mit ⌘+Eingabetaste absenden",
    "Alt + PageUp": "Alt + Bild auf",
    "Alt + PageDown": "Alt + Bild ab",
    "Shortcut Alt + PageUp": "Tasten Alt + Bild auf",
    "Shortcut Alt + PageDown": "Tasten Alt + Bild ab",
    "day": "Tag", "month": "Monat", "year": "Jahr",
    "Page not found": "Seite nicht gefunden",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Diese Seite gibt es nicht, oder Sie müssen sich dafür anmelden. Gezeigt wird der Überblick.",
    "Dismiss": "Schließen",
    "progress": "Fortschritt",
    "Sidebar": "Menü",
    "View more": "Mehr zeigen",
    "View less": "Weniger zeigen",
  }
  const PATTERNS = [
    [/^Page (\d+)$/, "Seite $1"],
    [/^Go to page (\d+)$/, "Zu Seite $1"],
    [/^Page (\d+), current page$/, "Seite $1, diese Seite"],
    [/^Remove (.+)$/, "$1 entfernen"],
    [/^Help for (.+)$/, "Hilfe zu: $1"],
    [/^Selected (.+)\. (.+)$/, "Gewählt: $1. $2"],
    [/^day, (.*)$/, "Tag, $1"], [/^month, (.*)$/, "Monat, $1"], [/^year, (.*)$/, "Jahr, $1"],
    [/^[a-z_]+ icon$/, "Zeichen"],
    [/^Choose date, (.+)$/, "Datum wählen, $1"],
    [/^Select (\d+) match(?:es)?$/, "$1 Treffer wählen"],
    [/^Error: Date set outside allowed range\..*$/, "Dieses Datum ist hier nicht möglich."],
    [/^(\d+) options? available\.$/, "$1 Möglichkeiten"],
    [/^option (.+), selected\.?$/, "$1 gewählt"],
    [/^option (.+), deselected\.?$/, "$1 abgewählt"],
    [/^(\d+) more$/, "$1 weitere"],
    [/^(\d+)MB per file$/, "höchstens $1 MB"],
    [/^(\d+)(?:\.0)?B$/, "$1 Byte"],
    [/^(\d+)\.(\d)([KM]B)$/, "$1,$2 $3"],
    [/^(?:Error: )?File must be (\d+)(?:\.\d)?MB or smaller\.$/,
      "Die Datei ist größer als $1 MB. Bitte teilen Sie sie."],
    [/^(?:Error: )?AxiosError: .* 413$/,
      "Die Datei ist zu groß. Es wurde nichts gespeichert. Bitte teilen Sie sie."],
    [/^(?:Error: )?(?:AxiosError: .*|Network Error)$/,
      "Die Datei kam nicht an. Bitte versuchen Sie es noch einmal."],
    [/^(?:Error: )?.* files are not allowed\.$/,
      "Diese Art von Datei kann hier nicht gelesen werden. Es wurde nichts gespeichert."],
  ]
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"]
  // Words that people wrote stand in these; only Streamlit's own words are translated.
  const FOREIGN = "[data-testid=stText], [data-testid=stMarkdownContainer], .stHtml, textarea, input, td, th"
  // These have Streamlit's words beside people's: choosing a file, the bar of pages.
  const OWN = "[data-testid=stFileUploaderDropzone] button, [data-testid=stHeader], [data-testid=stTopNavSection]"

  // The empty parts of a date: single letters that mean something only there.
  const DATE_PARTS = { dd: "TT", mm: "MM", yyyy: "JJJJ" }

  const english = () => new URLSearchParams(window.location.search).get("lang") === "en"

  function german(text) {
    const bare = text.trim()
    if (GERMAN[bare]) return text.replace(bare, GERMAN[bare])
    for (const [pattern, words] of PATTERNS) {
      if (pattern.test(bare)) return bare.replace(pattern, words)
    }
    return null
  }

  function translateElement(element) {
    for (const attribute of ATTRIBUTES) {
      const value = element.getAttribute?.(attribute)
      const words = value && german(value)
      if (words && words !== value) element.setAttribute(attribute, words)
    }
  }

  function translateText(node) {
    const part = node.parentElement?.getAttribute("role") === "spinbutton" && DATE_PARTS[node.data]
    if (part) { node.data = part; return }
    if (node.parentElement?.closest(FOREIGN) && !node.parentElement.closest(OWN)) return
    const words = german(node.data)
    if (words && words !== node.data) node.data = words
  }

  function translate(root) {
    if (root.nodeType === Node.TEXT_NODE) { translateText(root); return }
    if (root.nodeType !== Node.ELEMENT_NODE) return
    translateElement(root)
    root.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join(",")).forEach(translateElement)
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) translateText(walker.currentNode)
  }

  // Where several tables have pages, each list of pages has a name of its own (WCAG 2.4.6).
  function nameApart(pages) {
    const taken = new Set([...document.querySelectorAll("[role=navigation]")]
      .filter((each) => each !== pages).map((each) => each.getAttribute("aria-label")))
    const name = english() ? "Pagination" : "Seiten der Tabelle"
    let own = name
    for (let number = 2; taken.has(own); number += 1) own = `${name} ${number}`
    pages.setAttribute("aria-label", own)
  }

  // What scrolls must be reachable by keyboard (WCAG 2.1.1).
  function openToKeys(root) {
    if (root.nodeType !== Node.ELEMENT_NODE) return
    const tables = [...root.querySelectorAll("[data-testid=stTable]"), root.closest("[data-testid=stTable]")]
    for (const table of tables) {
      for (const part of table ? [table, ...table.querySelectorAll("div")] : []) {
        if (["auto", "scroll"].includes(getComputedStyle(part).overflowX)) part.tabIndex = 0
      }
    }
    // A link of ours in a cell leads on as any other; Streamlit opens a new tab.
    for (const link of root.querySelectorAll("a[target=_blank]")) leadOn(link)
    if (root.matches("a[target=_blank]")) leadOn(root)
    root.querySelectorAll(".stPagination [role=navigation]").forEach(nameApart)
    // It has a name, so it cannot be mere decoration.
    root.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]")
      .forEach((zone) => { zone.setAttribute("role", "group") })
  }

  function leadOn(link) {
    if (link.closest("[data-testid=stTable]") && link.origin === window.location.origin) {
      link.removeAttribute("target")
    }
  }

  function follow() {
    const language = english() ? "en" : "de"
    if (document.documentElement.lang !== language) document.documentElement.lang = language
  }

  const observer = new MutationObserver((changes) => {
    follow()
    for (const change of changes) change.addedNodes.forEach(openToKeys)
    if (english()) return
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate)
      else if (change.type === "characterData") translateText(change.target)
      else translateElement(change.target)
    }
  })
  observer.observe(document.documentElement, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ATTRIBUTES,
  })
  follow()
  if (!english()) translate(document.body ?? document.documentElement)

  // A session that ended on the server must not leave its page standing in the browser.
  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(...parts) {
      super(...parts)
      this.addEventListener("close", ({ code }) => {
        if (code === 4401) window.location.reload()
        if (code === 4429) window.location.replace("/zu-viele-seiten")
      })
    }
  }

  // On a phone the menu must not stay in front of the page that was chosen in it.
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest?.("[data-testid=stSidebarNavLink], [data-testid=stSidebar] a")
    if (!chosen || window.innerWidth >= 768) return
    setTimeout(() => {
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
    }, 50)
  })

  // The content of a popover stands at the end of the document: the Tab key leads from its
  // button into it, and from its end on to what follows the button (WCAG 2.4.3).
  const STOPS = "a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select, [tabindex='0']"
  document.addEventListener("keydown", (event) => {
    const button = document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]")
    const bodies = document.querySelectorAll("[data-testid=stPopoverBody]")
    const body = bodies[bodies.length - 1]
    if (!button || !body) return
    const stops = [...body.querySelectorAll(STOPS)].filter((stop) => stop.getClientRects().length && stop.tabIndex >= 0)
    const inside = stops.indexOf(document.activeElement)
    if (event.key === "Escape" && inside >= 0) setTimeout(() => button.focus(), 50)
    if (event.key !== "Tab" || !stops.length) return
    if (!event.shiftKey && document.activeElement === button) {
      stops[0].focus()
      event.preventDefault()
    } else if (inside >= 0 && inside === (event.shiftKey ? 0 : stops.length - 1)) {
      button.focus()
      if (event.shiftKey) event.preventDefault() // without it the browser goes on behind the button
    }
  }, true)

  // Streamlit reruns on "r" and clears caches on "c"; a key alone must do nothing (WCAG 2.1.4).
  const typing = (target) => target?.closest?.("input, textarea, select, [contenteditable=true]")
  window.addEventListener("keydown", (event) => {
    const single = ["r", "c"].includes(event.key.toLowerCase())
    if (single && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      event.stopImmediatePropagation()
    }
  }, true)
})()
