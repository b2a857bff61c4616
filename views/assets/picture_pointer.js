// Mouse and touch: what is under the pointer, what a tap means, and when the page may scroll.
// One finger moves the map, two zoom it; the wheel scrolls the page unless Ctrl is held.

const shared = (globalThis.bindeglied ??= {})

// The symbol at a point of the canvas: the one hit, else the nearest within reach (pixels).
export function symbolAt(map, point, reach) {
  const { scale, translation } = map.network.body.view
  const bodies = map.network.body.nodes
  let best = null
  let least = Infinity
  for (const node of map.nodes) {
    if (!map.isShown(node.id)) continue
    const body = bodies[node.id]
    const x = body.x * scale + translation.x - point.x
    const y = body.y * scale + translation.y - point.y
    const half = node.down * scale
    const across = node.across * scale
    const outside = node.sort === "part"
      ? Math.hypot(Math.max(0, Math.abs(x) - across), Math.max(0, Math.abs(y) - half))
      : Math.max(0, Math.hypot(x, y) - across)
    if (outside > reach) continue
    const distance = outside * 1000 + Math.hypot(x, y) + (map.faded.has(node.id) ? 5000 : 0)
    if (distance < least) [best, least] = [node.id, distance]
  }
  return best
}

function tooltip(map, text, point) {
  const note = map.root.querySelector(".note")
  note.textContent = text ?? ""
  note.hidden = !text
  if (!text) return
  const width = map.root.clientWidth
  note.style.left = `${Math.max(4, Math.min(point.x + 14, width - note.offsetWidth - 8))}px`
  note.style.top = `${point.y + 14 + note.offsetHeight > map.root.clientHeight ? Math.max(4, point.y - note.offsetHeight - 10) : point.y + 14}px`
}

const lineAt = (map, point) => {
  const id = map.network.getEdgeAt(point)
  return id === undefined ? null : map.lines.find((line) => line.id === id)
}

const nameOf = (map, id) => map.info.get(id).title.split("\n")[0]
const lineText = (map, line) => `${nameOf(map, line.from)}\n${line.title}\n${nameOf(map, line.to)}`

// What was tapped: one symbol, or a line, which stands for its two ends.
function tap(map, point, touch, more) {
  tooltip(map, null)
  const id = symbolAt(map, point, touch ? 24 : 5)
  if (id !== null) {
    map.focus = id
    map.send(more ? "added" : "picked", id)
  } else {
    const line = lineAt(map, point)
    if (line) {
      map.send("picked", line.from)
      map.send("added", line.to)
      tooltip(map, lineText(map, line), point)
      map.say(lineText(map, line).replaceAll("\n", ", "))
    }
  }
  map.reselect()
}

export function listen(map) {
  const { network, canvas, stage } = map
  let last = { id: null, at: 0, chosen: [] }
  const isTouch = (event) => (event.srcEvent ?? event).pointerType === "touch"
  network.on("click", ({ pointer, event }) => {
    map.keyed = false
    const source = event.srcEvent ?? event
    const id = symbolAt(map, pointer.DOM, isTouch(event) ? 24 : 5)
    const again = id !== null && id === last.id && Date.now() - last.at < 400
    last = { id, at: Date.now(), chosen: again ? last.chosen : [...map.chosen] }
    if (again) map.reselect()
    else tap(map, pointer.DOM, isTouch(event), source.ctrlKey || source.metaKey || source.shiftKey)
  })
  network.on("hold", ({ pointer, event }) => tap(map, pointer.DOM, isTouch(event), true))
  network.on("doubleClick", ({ pointer, event }) => {
    const id = symbolAt(map, pointer.DOM, isTouch(event) ? 24 : 5)
    // The first click has chosen it alone; who was chosen before that is chosen again.
    if (id !== null) map.send("unfolded", JSON.stringify([id, ...last.chosen.filter((each) => map.info.get(each)?.sort === "record")]))
    map.reselect()
  })
  drags(map, network)
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) return
    event.stopImmediatePropagation()
    hint(map)
  }, { capture: true, passive: true })
  canvas.addEventListener("pointerdown", () => stage.focus({ preventScroll: true }))
  hovering(map, canvas)
}

function drags(map, network) {
  network.on("dragStart", ({ nodes, event }) => {
    network.body.selectionBox.show = false
    map.moving = true
    map.dragged = nodes
    tooltip(map, null)
    if ((event.srcEvent ?? event).shiftKey) map.reselect()
  })
  network.on("dragging", () => { if (map.dragged?.length && !map.large) map.layout = null })
  network.on("dragEnd", ({ nodes }) => {
    map.moving = false
    if (nodes.length && map.dragged?.length) {
      map.layout = null
      const places = network.getPositions(nodes)
      const round = (number) => Math.round(number * 10) / 10
      map.send("moved", JSON.stringify(nodes.map((id) => [id, round(places[id].x), round(places[id].y)])))
    }
    map.dragged = null
    map.reselect()
  })
  network.on("zoom", () => {
    map.moving = true
    clearTimeout(map.zooming)
    map.zooming = setTimeout(() => { map.moving = false; network.redraw() }, 150)
  })
}

let hinted
function hint(map) {
  const note = map.root.querySelector(".wheel") ?? map.root.appendChild(document.createElement("div"))
  note.className = "wheel"
  note.setAttribute("aria-hidden", "true")
  note.textContent = map.words.wheel ?? ""
  clearTimeout(hinted)
  hinted = setTimeout(() => note.remove(), 1200)
}

function hovering(map, canvas) {
  let waiting = null
  let resting
  const look = (event) => {
    waiting = null
    const frame = canvas.getBoundingClientRect()
    const point = { x: event.clientX - frame.left, y: event.clientY - frame.top }
    const id = symbolAt(map, point, 4)
    canvas.style.cursor = id === null ? "" : "pointer"
    if (!map.large && id !== map.hovered) {
      map.hovered = id // a large picture takes too long to draw; there the note alone tells
      map.network.redraw()
    }
    tooltip(map, null)
    clearTimeout(resting)
    resting = setTimeout(() => {
      const line = id === null ? lineAt(map, point) : null
      if (id !== null) tooltip(map, map.describe(id), point)
      else if (line) tooltip(map, lineText(map, line), point)
    }, 200)
  }
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) { clearTimeout(resting); return }
    if (waiting === null) requestAnimationFrame(() => look(waiting))
    waiting = event
  })
  canvas.addEventListener("pointerleave", () => {
    clearTimeout(resting)
    tooltip(map, null)
    if (map.hovered !== null) { map.hovered = null; map.network.redraw() }
  })
}

shared.tooltip = tooltip
