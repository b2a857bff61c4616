// Tells the picture what is shown and chosen, and the page what was clicked.

const shared = (globalThis.bindeglied ??= { map: null, waiting: null, drawn: null })

function apply(wish) {
  const map = shared.map
  if (!map) return
  const shown = wish.visible === null ? null : new Set(wish.visible)
  const isShown = (place) => shown === null || shown.has(place)
  map.data.nodes.update(map.order.map((id, place) => ({ id, hidden: !isShown(place) })))
  const places = new Map(map.order.map((id, place) => [id, place]))
  map.data.edges.update(map.edges.map((edge) => ({
    id: edge.id,
    hidden: !isShown(places.get(edge.from)) || !isShown(places.get(edge.to)),
  })))
  map.network.selectNodes(wish.chosen === null ? [] : [map.order[wish.chosen]])
  const key = JSON.stringify(wish.visible)
  if (map.shownKey !== undefined && map.shownKey !== key) shared.fit(map.network)
  else if (map.shownKey === undefined && shown !== null) shared.fit(map.network)
  map.shownKey = key
}

function name(wish) {
  const group = document.querySelector(".map[role=group]")
  if (!group) return
  group.setAttribute("aria-label", wish.description)
  for (const button of group.querySelectorAll("button[data-do]")) {
    const words = wish[button.dataset.do]
    button.title = words
    button.setAttribute("aria-label", words)
    if (button.dataset.do === "fit") button.textContent = words
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const show = () => {
    if (shared.map) shared.map.picked = (id) => setTriggerValue("picked", id)
    name(data)
    apply(data)
  }
  document.removeEventListener("bindeglied:drawn", shared.show)
  shared.show = show
  document.addEventListener("bindeglied:drawn", show)
  show()
  return () => document.removeEventListener("bindeglied:drawn", show)
}
