// Tells the picture what is shown and chosen, and the page what was done in it.

const shared = (globalThis.bindeglied ??= {})

const setOf = (places, order) => (places === null ? null : new Set(places.map((place) => order[place])))

const same = (one, other) => one === other
  || (one !== null && other !== null && one.size === other.size && [...one].every((id) => other.has(id)))

// Update only what differs from before; most reruns change a few symbols or none.
function apply(map, wish) {
  const lineIds = map.lines.map((line) => line.id)
  const before = { shown: map.shown, lines: map.shownLines, faded: map.faded, path: map.path }
  map.shown = setOf(wish.visible, map.order)
  map.shownLines = setOf(wish.lines, lineIds)
  map.faded = setOf(wish.faded, map.order)
  map.path = setOf(wish.path, lineIds)
  const isIn = (set, id) => set === null || set.has(id)
  const looks = (shown, faded, id) => [isIn(shown, id), faded.has(id)]
  const changed = new Set()
  const nodes = []
  for (const id of map.order) {
    const [was, now] = [looks(before.shown, before.faded, id), looks(map.shown, map.faded, id)]
    if (was[0] === now[0] && was[1] === now[1]) continue
    changed.add(id)
    nodes.push({ id, hidden: !now[0], opacity: now[1] ? 0.2 : 1 })
  }
  const edges = map.lines.filter((line) => changed.has(line.from) || changed.has(line.to)
    || isIn(before.lines, line.id) !== isIn(map.shownLines, line.id)
    || before.path.has(line.id) !== map.path.has(line.id)).map((line) => drawnLine(map, line))
  if (nodes.length) map.data.nodes.update(nodes)
  if (edges.length) map.data.edges.update(edges)
  if (nodes.length || edges.length) map.layout = null
  choose(map, wish.chosen.map((place) => map.order[place]))
  if (map.refit || !same(before.shown, map.shown)) shared.fit(map, map.settled)
  map.refit = false
  map.settled = true
}

function drawnLine(map, line) {
  const onPath = map.path.has(line.id)
  const color = onPath ? map.theme.text : line.color?.color ?? "#767676"
  return {
    id: line.id,
    hidden: map.lineHidden(line),
    width: (line.width + (onPath ? 1.5 : 0)) * map.grow,
    color: { color, highlight: line.color?.highlight ?? map.theme.text, opacity: map.pale(line) ? 0.15 : 1 },
  }
}

function choose(map, chosen) {
  if (chosen.join("\n") !== map.chosen.join("\n")) map.layout = null
  map.chosen = chosen
  map.reselect()
}

// Let the event leave before a large picture is drawn anew, which takes as long as the answer.
function hold(map) {
  const { emitter } = map.network.body
  emitter.emit("_blockRedraw")
  clearTimeout(map.held)
  map.held = setTimeout(() => {
    emitter.emit("_allowRedraw")
    if (shared.map === map) map.network.redraw()
  }, 40)
}

function name(wish) {
  const group = document.querySelector(".map[role=group]")
  if (!group) return
  const words = wish.words
  group.setAttribute("aria-label", wish.description)
  const stage = group.querySelector(".stage")
  stage.setAttribute("aria-label", wish.description)
  stage.setAttribute("aria-roledescription", words.stage)
  for (const button of group.querySelectorAll("button[data-do]")) {
    const word = words[button.dataset.do]
    button.title = word
    button.setAttribute("aria-label", word)
    if (button.dataset.do === "fit") button.textContent = word
  }
  for (const part of ["hint", "keys"]) {
    const place = document.getElementById(`map-${part}`)
    if (place) place.textContent = words[part]
  }
}

export default function ({ data, setTriggerValue }) {
  const show = () => {
    name(data)
    const { map } = shared
    if (!map || map.rev !== data.rev) return // the other half comes with the picture
    map.words = data.words
    map.send = (event, value) => {
      hold(map)
      setTriggerValue(event, value)
    }
    shared.recolor(map)
    apply(map, data)
    if (data.announcement && data.announcement !== shared.announced) map.say(data.announcement)
    shared.announced = data.announcement
  }
  document.removeEventListener("bindeglied:drawn", shared.show)
  shared.show = show
  document.addEventListener("bindeglied:drawn", show)
  show()
  return () => document.removeEventListener("bindeglied:drawn", show)
}
