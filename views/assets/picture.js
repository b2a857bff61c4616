// Draws the network with the vis-network that the installed pyvis carries.
// The data are bytes of JSON that begin with a checksum, so they are parsed once for each
// version of the network; reruns of the page keep the canvas, the camera and all places.
// New bytes are applied as a difference: what stays keeps its place.

import { drawOver, drawUnder, forget } from "./picture_labels.js"
import { listen } from "./picture_pointer.js"
import { hear } from "./picture_keys.js"
import { equip } from "./picture_state.js"

const shared = (globalThis.bindeglied ??= {})

function library() {
  if (globalThis.vis?.Network) return Promise.resolve(globalThis.vis)
  shared.waiting ??= new Promise((resolve, reject) => {
    const source = "/assets/vis-network.min.js"
    const early = document.querySelector(`script[src="${source}"]`) // the map's own address has it
    const script = early ?? document.createElement("script")
    script.addEventListener("load", () => resolve(globalThis.vis))
    script.addEventListener("error", reject)
    if (early) return
    script.src = source
    document.head.append(script)
  })
  return shared.waiting
}
library()

function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches
}

function theme(element) {
  const style = getComputedStyle(element)
  const read = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise
  return {
    text: read("--st-text-color", "#1b1f24"),
    ground: read("--st-background-color", "#ffffff"),
    accent: read("--map-accent", "#b34700"),
    font: read("--st-font", "sans-serif"),
  }
}

// Symbols and lines that vis-network cannot draw: parts of an overview, and hubs.
function ownShape(map, raw) {
  const part = raw.sort === "part"
  const { down: high, across: wide } = raw
  return ({ ctx, id, x, y, state, style }) => ({
    drawNode() {
      ctx.globalAlpha = map.faded.has(id) ? 0.2 : 1
      ctx.beginPath()
      if (part) ctx.roundRect(x - wide, y - high, wide * 2, high * 2, high * 0.18)
      else ctx.ellipse(x, y, wide, high, 0, 0, Math.PI * 2)
      ctx.fillStyle = map.theme.ground
      ctx.fill()
      ctx.globalAlpha *= part ? 0.3 : 1
      ctx.fillStyle = part ? raw.tint || "#8a949e" : map.theme.ground
      ctx.fill()
      ctx.globalAlpha = map.faded.has(id) ? 0.2 : 1
      ctx.setLineDash(part && raw.mark !== "ended" ? [] : [6 * map.grow, 4 * map.grow])
      ctx.lineWidth = (state.selected ? 4 : 1.5) * Math.max(map.grow, high / 60)
      ctx.strokeStyle = raw.mark ? style.borderColor : map.theme.text
      ctx.stroke()
    },
    nodeDimensions: { width: wide * 2, height: high * 2 },
  })
}

function asNode(map, raw) {
  const { title, tint, mark, letter, count, sort, across, down, ...node } = raw
  node.size = down
  if (sort !== "record") node.ctxRenderer = ownShape(map, raw)
  return node
}

function asEdge(map, raw) {
  const { title, sign, mark, derived, count, ...edge } = raw
  edge.width = raw.width * map.grow
  if (Array.isArray(edge.dashes)) edge.dashes = edge.dashes.map((length) => length * map.grow)
  return edge
}

// Index what the scripts ask for again and again.
function index(map, { rev, nodes, edges, options }) {
  map.rev = rev
  map.groups = options.groups
  map.nodes = nodes
  map.lines = edges
  map.signed = edges.filter((edge) => edge.sign)
  map.order = nodes.map((node) => node.id)
  for (const node of nodes) { // half the height and width in which a symbol is drawn
    node.down = node.sort === "part" ? node.size : node.size * map.grow
    node.across = node.down * ({ part: 1.5, hub: 1.9 }[node.sort] ?? 0.95)
  }
  map.info = new Map(nodes.map((node) => [node.id, node]))
  map.tied = new Map(nodes.map((node) => [node.id, []]))
  for (const edge of edges) {
    map.tied.get(edge.from)?.push(edge)
    if (edge.to !== edge.from) map.tied.get(edge.to)?.push(edge)
  }
  map.large = Math.max(nodes.length, edges.length) >= 500
  forget(map)
}

function themed(options, colors) {
  options.edges.color = { ...options.edges.color, highlight: colors.text }
  for (const group of Object.values(options.groups)) {
    group.color.border = colors.text
    group.color.highlight = { background: group.color.background, border: colors.text }
  }
  const touch = window.matchMedia("(pointer: coarse)").matches
  options.interaction.dragNodes = !touch
  return options
}

// How much larger than planned symbols and lines are, so that they can be seen when all are.
function growth(canvas, nodes) {
  if (!nodes.length) return 1
  const across = nodes.map((node) => node.x)
  const down = nodes.map((node) => node.y)
  const scale = Math.min(
    canvas.clientWidth / (Math.max(...across) - Math.min(...across) + 200),
    canvas.clientHeight / (Math.max(...down) - Math.min(...down) + 150),
  )
  return Math.min(2, Math.max(1, 0.42 / scale))
}

function draw(vis, canvas, drawing) {
  const map = {
    canvas, stage: canvas.parentElement, root: canvas.closest(".map"), theme: theme(canvas),
    grow: growth(canvas, drawing.nodes), words: {}, send: () => {},
    shown: null, shownLines: null, faded: new Set(), chosen: [], path: new Set(),
    focus: null, keyed: false, hovered: null, moving: false,
  }
  index(map, drawing)
  equip(map)
  map.data = {
    nodes: new vis.DataSet(drawing.nodes.map((node) => asNode(map, node))),
    edges: new vis.DataSet(drawing.edges.map((edge) => asEdge(map, edge))),
  }
  map.network = new vis.Network(canvas, map.data, themed(drawing.options, map.theme))
  canvas.querySelectorAll("[tabindex]").forEach((part) => { part.tabIndex = -1 })
  const { renderer } = map.network
  const arrows = renderer._drawArrows.bind(renderer)
  renderer._drawArrows = (ctx) => { // thousands of heads too small to be seen take long
    if (!map.large || map.network.getScale() > 0.3) arrows(ctx)
  }
  map.network.on("beforeDrawing", (ctx) => drawUnder(map, ctx))
  map.network.on("afterDrawing", (ctx) => drawOver(map, ctx))
  map.network.once("afterDrawing", () => { canvas.dataset.settled = "true" })
  map.network.on("resize", () => { if (map.fits) fit(map, false) })
  map.network.on("zoom", () => { map.fits = false })
  map.network.on("dragStart", ({ nodes }) => { if (!nodes.length) map.fits = false })
  listen(map)
  hear(map)
  return map
}

// Apply new bytes. Who was dragged stays there, unless the new bytes put it elsewhere.
function renew(map, drawing) {
  const before = map.info
  map.renewing = true // whatever is drawn meanwhile has no labels
  const stayed = drawing.nodes.filter((node) => before.has(node.id))
  const gone = (data, items) => {
    const kept = new Set(items.map((item) => item.id))
    data.remove(data.getIds().filter((id) => !kept.has(id)))
  }
  index(map, drawing)
  themed(drawing.options, map.theme)
  gone(map.data.edges, drawing.edges)
  gone(map.data.nodes, drawing.nodes)
  map.data.nodes.update(drawing.nodes.map((raw) => {
    const node = { ...blank(drawing.options, raw), ...asNode(map, raw) }
    const old = before.get(raw.id)
    if (old && old.x === raw.x && old.y === raw.y) { delete node.x; delete node.y }
    return node
  }))
  map.data.edges.update(drawing.edges.map((raw) => ({ ...plain(map), ...asEdge(map, raw) })))
  map.network.setOptions(drawing.options)
  if (map.focus !== null && !map.info.has(map.focus)) map.focus = null
  map.hovered = null
  shared.tooltip(map, null)
  map.faded = new Set()
  map.path = new Set()
  map.shown = map.shownLines = null
  map.renewing = false
  forget(map)
  map.network.redraw()
  return stayed.length >= before.size / 2
}

// What a mark of an earlier comparison may have left on symbols and lines.
const blank = ({ nodes, groups }, { group }) => ({
  hidden: false, opacity: 1, borderWidth: nodes.borderWidth, shapeProperties: { borderDashes: false },
  ...(groups[group] ? { color: groups[group].color } : {}),
})
const plain = (map) => ({ hidden: false, smooth: false, color: lineColor(map) })
const lineColor = (map, more = {}) => ({ color: "#767676", highlight: map.theme.text, opacity: 1, ...more })

function zoom(map, factor) {
  const { network } = map
  map.fits = false
  network.moveTo({ scale: network.getScale() * factor, animation: calm() ? false : { duration: 150 } })
}

// Show all that is shown, with room for the buttons and for labels, whose size does not shrink.
function fit(map, smoothly) {
  const ids = map.order.filter(map.isShown)
  if (!ids.length) return
  map.fits = true
  const places = map.network.getPositions(ids)
  const edge = (axis, half, sign) => ids.reduce((most, id) =>
    Math.max(most, sign * places[id][axis] + map.info.get(id)[half]), -Infinity) * sign
  const [left, right] = [edge("x", "across", -1), edge("x", "across", 1)]
  const [top, bottom] = [edge("y", "down", -1), edge("y", "down", 1)]
  const { clientWidth: width, clientHeight: height } = map.canvas
  const scale = Math.min(1.3, (width - 100) / (right - left), (height - 120) / (bottom - top))
  map.network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + 28 / scale },
    scale: Math.max(scale, 0.01),
    animation: smoothly && !calm() ? { duration: 400, easingFunction: "easeInOutQuad" } : false,
  })
}
shared.fit = fit
shared.zoom = zoom
shared.calm = calm

function take(vis, canvas, bytes) {
  const text = typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes)
  const drawing = JSON.parse(text)
  const map = shared.map
  if (map && map.canvas === canvas) {
    if (!renew(map, drawing)) map.refit = true
  } else {
    map?.network.destroy()
    shared.map = draw(vis, canvas, drawing)
    fit(shared.map, false)
  }
  document.dispatchEvent(new Event("bindeglied:drawn"))
}

// The theme may change under a picture that stays.
shared.recolor = (map) => {
  const now = theme(map.canvas)
  if (JSON.stringify(now) === JSON.stringify(map.theme)) return
  map.theme = now
  const plainNodes = map.nodes.filter((node) => node.sort === "record" && !node.mark && !node.letter)
  map.data.nodes.update(plainNodes.map(({ id, group }) => {
    const { background } = map.groups[group].color
    const color = { background, border: now.text }
    return { id, opacity: 1, color: { ...color, highlight: color } }
  }))
  const plainLines = map.lines.filter((line) => !line.mark)
  map.data.edges.update(plainLines.map(({ id }) => ({ id, color: lineColor(map) })))
  map.faded = new Set()
  map.path = new Set()
  forget(map)
}

// The size of the canvas comes from the style sheet, which may arrive after the script.
function styled(canvas, waited = 0) {
  const there = getComputedStyle(canvas).position === "absolute" && canvas.clientHeight > 0
  if (there || waited > 120) return Promise.resolve()
  return new Promise(requestAnimationFrame).then(() => styled(canvas, waited + 1))
}

const sameBytes = (one, other) => one && one.length === other.length
  && one.slice(0, 25).every((byte, place) => byte === other[place])

export default function ({ data, parentElement }) {
  const canvas = parentElement.querySelector(".canvas")
  parentElement.querySelectorAll("button[data-do]").forEach((button) => {
    button.onclick = () => {
      if (!shared.map) return
      if (button.dataset.do === "in") zoom(shared.map, 1.4)
      else if (button.dataset.do === "out") zoom(shared.map, 1 / 1.4)
      else fit(shared.map, true)
    }
  })
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data
  if (!sameBytes(canvas.bindegliedBytes, bytes)) {
    canvas.bindegliedBytes = bytes
    Promise.all([library(), styled(canvas)]).then(([vis]) => {
      if (canvas.bindegliedBytes === bytes) take(vis, canvas, bytes)
    })
  }
  return () => {
    if (shared.map?.canvas === canvas) {
      shared.map.network.destroy()
      shared.map = null
    }
  }
}
