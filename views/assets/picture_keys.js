// The map by keyboard: one stop of the Tab key. Arrow keys follow ties, others walk all
// entries in the order in which one reads; each move is announced. Keys work only while the
// map has the focus, so they are in nobody's way.

const shared = (globalThis.bindeglied ??= {})
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }
const ROW = 60

function usable(map) {
  return map.order.filter((id) => map.isShown(id) && !map.faded.has(id))
}

// Rows from top to bottom, each from left to right.
function inReadingOrder(map) {
  const places = map.network.body.nodes
  return usable(map).sort((one, other) =>
    Math.round(places[one].y / ROW) - Math.round(places[other].y / ROW)
    || places[one].x - places[other].x)
}

// The tied entry that lies best in a direction: near, and not far off the straight way.
function neighbour(map, [right, down]) {
  const here = map.network.body.nodes[map.focus]
  let best = null
  let least = Infinity
  for (const line of map.tied.get(map.focus)) {
    const id = line.from === map.focus ? line.to : line.from
    if (id === map.focus || !map.isShown(id) || map.faded.has(id) || map.lineHidden(line)) continue
    const there = map.network.body.nodes[id]
    const [x, y] = [there.x - here.x, there.y - here.y]
    const distance = Math.hypot(x, y) || 1
    const along = (x * right + y * down) / distance
    if (along < 0.38) continue
    if (distance / along ** 2 < least) [best, least] = [id, distance / along ** 2]
  }
  return best
}

function goTo(map, id) {
  map.focus = id
  map.keyed = true
  const { clientWidth: width, clientHeight: height } = map.canvas
  const place = map.network.canvasToDOM(map.network.getPosition(id))
  const inside = place.x > 20 && place.y > 20 && place.x < width - 20 && place.y < height - 20
  if (!inside) {
    const animation = shared.calm() ? false : { duration: 200, easingFunction: "easeInOutQuad" }
    map.fits = false
    map.network.moveTo({ position: map.network.getPosition(id), animation })
  }
  map.network.redraw()
  map.say(map.describe(id).replaceAll("\n", ", "))
}

function walk(map, step) {
  const all = inReadingOrder(map)
  if (!all.length) return
  const place = all.indexOf(map.focus)
  const next = step === "first" ? 0
    : step === "last" ? all.length - 1
      : place < 0 ? 0 : Math.min(all.length - 1, Math.max(0, place + step))
  goTo(map, all[next])
}

function begin(map) {
  const all = inReadingOrder(map)
  const wanted = [map.focus, ...map.chosen].find((id) => id !== null && all.includes(id))
  if (all.length) goTo(map, wanted ?? all[0])
}

function follow(map, direction) {
  const next = neighbour(map, direction)
  if (next === null) map.say(map.words.nobody ?? "")
  else goTo(map, next)
}

function press(map, event) {
  const { key } = event
  const here = map.keyed && map.focus !== null
  if (key in ARROWS) return here ? follow(map, ARROWS[key]) : begin(map)
  if (key === "Home") return walk(map, "first")
  if (key === "End") return walk(map, "last")
  if (key === "PageDown") return walk(map, 1)
  if (key === "PageUp") return walk(map, -1)
  if (key === "-") return shared.zoom(map, 1 / 1.4)
  if (key === "0") return shared.fit(map, true)
  if (key === "Enter" && here) return map.send(event.ctrlKey || event.metaKey ? "added" : "picked", map.focus)
  if (key === " ") return here ? map.send("added", map.focus) : begin(map)
  if (key === "+" && here) return map.send("unfolded", map.focus)
  if (key === "Escape") return leave(map)
  return false
}

function leave(map) {
  shared.tooltip(map, null)
  if (!map.keyed) return false
  map.keyed = false
  map.focus = null
  map.network.redraw()
  return undefined
}

export function hear(map) {
  map.stage.onkeydown = (event) => {
    if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== "Enter")) return
    if (press(map, event) === false) return
    event.preventDefault()
    event.stopPropagation()
  }
  map.stage.onfocus = () => { if (map.stage.matches(":focus-visible") && !map.pointed) begin(map) }
  map.stage.onblur = () => { map.keyed = false; map.network.redraw() }
  map.stage.addEventListener("pointerdown", () => {
    map.pointed = true
    setTimeout(() => { map.pointed = false }, 300)
  }, { capture: true })
}
