// Labels, rings and signs over the picture. Letters keep their size on the screen, so that
// they can be read at every zoom; a label is left out only where it would cover another.
// All text goes onto the canvas with fillText: a stranger's words are never markup.

const SMALL = 12
const LARGE = 17
const CELL = 48

export function forget(map) {
  map.layout = null
  map.sizes ??= new Map()
  map.sizes.clear()
}

function measured(map, ctx, node) {
  let size = map.sizes.get(node.id)
  if (!size) {
    const lines = node.label.split("\n")
    ctx.font = `${SMALL}px ${map.theme.font}`
    size = { lines, width: Math.max(...lines.map((line) => ctx.measureText(line).width)) }
    map.sizes.set(node.id, size)
  }
  return size
}

// Cells of the screen that are taken already, whatever part of the picture is in view.
class Taken {
  constructor() { this.cells = new Map() }
  * near(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield `${x}:${y}`
    }
  }
  add(box) {
    for (const key of this.near(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }
  free(box) {
    for (const key of this.near(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.id !== box.id && box.left < other.right && box.right > other.left
          && box.top < other.bottom && box.bottom > other.top) return false
      }
    }
    return true
  }
}

const letters = (scale) => Math.min(LARGE, Math.max(SMALL, SMALL * scale))

// Possible places of a label, the best first: inside a part that is large enough, else below,
// above, right, left.
function* spots(node, x, y, wide, high, scale) {
  const across = node.across * scale
  const down = node.down * scale
  if (node.sort !== "record" && wide < across * 2 - 4 && high < down * 2) yield [x, y]
  yield [x, y + down + high / 2 + 3]
  yield [x, y - down - high / 2 - 3]
  yield [x + across + wide / 2 + 4, y]
  yield [x - across - wide / 2 - 4, y]
  for (const [right, below] of [[1, 1], [-1, 1], [1, -1], [-1, -1]]) {
    yield [x + right * (wide / 2 + 2), y + below * (down + high / 2 + 3)]
  }
}

const box = (id, x, y, wide, high) =>
  ({ id, left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 })

function weight(map, node) {
  const sort = node.sort === "part" ? 4000 : node.sort === "hub" ? 2000 : 0
  return sort + (node.mark ? 500 : 0) + Math.min(400, map.tied.get(node.id).length)
}

// Where the letter of a group stands: at the upper right of its symbol.
const letterAt = (node, x, y, scale) => [x + node.across * scale + 3, y - node.down * scale - 1]

// Decide which labels are shown, and where beside their symbols, for one zoom.
function laidOut(map, ctx, scale, places) {
  const taken = new Taken()
  const letter = letters(scale)
  const nodes = map.nodes.filter((node) => places[node.id] && map.isShown(node.id) && !map.faded.has(node.id))
  for (const node of nodes) {
    const { x, y } = places[node.id]
    taken.add(box(node.id, x * scale, y * scale, node.across * scale * 2, node.down * scale * 2))
  }
  for (const line of map.signed) {
    const middle = middleOf(map, line)
    if (middle) taken.add(box(line.id, middle.x * scale, middle.y * scale, 8 * line.sign.length, 13))
  }
  for (const node of nodes) {
    if (node.letter) taken.add(box(node.id, ...letterAt(node, places[node.id].x * scale, places[node.id].y * scale, scale), 9, 11))
  }
  const forced = new Set(map.chosen)
  const rim = rimOf(nodes, places, scale)
  nodes.sort((one, other) => forced.has(other.id) - forced.has(one.id)
    || weight(map, other) - weight(map, one))
  const found = new Map()
  for (const node of nodes) {
    const size = measured(map, ctx, node)
    const wide = size.width * letter / SMALL
    const high = size.lines.length * letter * 1.15
    const [x, y] = [places[node.id].x * scale, places[node.id].y * scale]
    let first = null
    for (const [left, top] of spots(node, x, y, wide, high, scale)) {
      first ??= [left, top]
      const room = box(node.id, left, top, wide + 2, high)
      if (room.left < rim.left || room.right > rim.right || room.top < rim.top || !taken.free(room)) continue
      taken.add(room)
      found.set(node.id, { dx: left - x, dy: top - y, letter, lines: size.lines })
      first = null
      break
    }
    if (first && (forced.has(node.id) || node.sort === "part")) {
      taken.add(box(node.id, first[0], first[1], wide, high))
      found.set(node.id, { dx: first[0] - x, dy: first[1] - y, letter, lines: size.lines })
    }
  }
  return { scale, labels: found, taken }
}

// Labels stay within the room that is left at the rim when all is shown.
function rimOf(nodes, places, scale) {
  const across = nodes.map((node) => places[node.id].x * scale)
  const top = Math.min(...nodes.map((node) => places[node.id].y * scale - node.down * scale))
  return { left: Math.min(...across) - 60, right: Math.max(...across) + 60, top: top - 44 }
}

function write(map, ctx, lines, x, y, letter, strong) {
  ctx.font = `${strong ? "600 " : ""}${letter}px ${map.theme.font}`
  ctx.textAlign = "center"
  ctx.textBaseline = "middle"
  ctx.lineJoin = "round"
  ctx.lineWidth = 3.5
  ctx.strokeStyle = map.theme.ground
  ctx.fillStyle = map.theme.text
  const top = y - (lines.length - 1) * letter * 0.575
  lines.forEach((line, place) => ctx.strokeText(line, x, top + place * letter * 1.15))
  lines.forEach((line, place) => ctx.fillText(line, x, top + place * letter * 1.15))
}

// Draw in pixels of the screen, whatever the zoom.
function onScreen(map, ctx, paint) {
  const { scale, translation } = map.network.body.view
  const ratio = map.network.canvas.pixelRatio
  ctx.save()
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  paint(scale, ({ x, y }) => [x * scale + translation.x, y * scale + translation.y])
  ctx.restore()
}

const ring = (ctx, x, y, size, width, color, dashes = []) => {
  ctx.beginPath()
  ctx.setLineDash(dashes)
  ctx.arc(x, y, size, 0, Math.PI * 2)
  ctx.lineWidth = width
  ctx.strokeStyle = color
  ctx.stroke()
  ctx.setLineDash([])
}

// A band under the lines of a way, so that it can be seen without telling colours apart.
export function drawUnder(map, ctx) {
  if (!map.path.size) return
  ctx.save()
  ctx.lineWidth = 10 / map.network.getScale()
  ctx.strokeStyle = map.theme.accent
  ctx.globalAlpha = 0.35
  for (const id of map.path) {
    const edge = map.network.body.edges[id]
    if (!edge?.connected || edge.options.hidden) continue
    ctx.beginPath()
    for (let step = 0; step <= 10; step += 1) {
      const { x, y } = edge.edgeType.getPoint(step / 10, edge.edgeType.getViaNode?.())
      ctx.lineTo(x, y)
    }
    ctx.stroke()
  }
  ctx.restore()
}

export function drawOver(map, ctx) {
  if (map.renewing) return
  const bodies = map.network.body.nodes
  onScreen(map, ctx, (scale, at) => {
    const shown = (id) => bodies[id] && map.isShown(id)
    const reach = (id) => Math.max(map.info.get(id).across * scale, 4)
    for (const id of map.chosen.filter(shown)) {
      const node = map.info.get(id)
      const [x, y] = at(bodies[id])
      if (node.sort === "record") ring(ctx, x, y, reach(id) + 6, 3, map.theme.accent)
    }
    if (!(map.moving && map.large)) drawLabels(map, ctx, scale, at)
    if (map.keyed && map.focus !== null && shown(map.focus)) {
      const [x, y] = at(bodies[map.focus])
      ring(ctx, x, y, reach(map.focus) + 11, 5, map.theme.ground)
      ring(ctx, x, y, reach(map.focus) + 11, 3, map.theme.text, [6, 4])
    }
  })
}

function drawLabels(map, ctx, scale, at) {
  const bodies = map.network.body.nodes
  if (!map.layout || map.layout.scale !== scale) map.layout = laidOut(map, ctx, scale, bodies)
  const { clientWidth: width, clientHeight: height } = map.canvas
  const always = new Set([map.hovered, map.keyed ? map.focus : null].filter((id) => id !== null && map.info.has(id)))
  drawSigns(map, ctx, scale, at)
  drawLetters(map, ctx, scale, at)
  for (const [id, label] of map.layout.labels) {
    if (always.has(id)) continue
    const [x, y] = at(bodies[id])
    if (x < -120 || y < -60 || x > width + 120 || y > height + 60) continue
    write(map, ctx, label.lines, x + label.dx, y + label.dy, label.letter, map.chosen.includes(id))
  }
  for (const id of always) drawAlways(map, ctx, scale, at(bodies[id]), id)
}

// The label of who is looked at just now stands on a ground of its own, over all else.
function drawAlways(map, ctx, scale, [x, y], id) {
  const node = map.info.get(id)
  if (!map.isShown(id)) return
  const size = measured(map, ctx, node)
  const letter = Math.max(13, letters(scale))
  const wide = size.width * letter / SMALL + 12
  const high = size.lines.length * letter * 1.15 + 6
  const known = map.layout.labels.get(id)
  const middle = known ? [x + known.dx, y + known.dy] : [x, y + node.down * scale + high / 2 + 4]
  ctx.fillStyle = map.theme.ground
  ctx.strokeStyle = map.theme.text
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.roundRect(middle[0] - wide / 2, middle[1] - high / 2, wide, high, 4)
  ctx.fill()
  ctx.stroke()
  write(map, ctx, size.lines, middle[0], middle[1], letter, true)
}

function middleOf(map, line) {
  const edge = map.network.body.edges[line.id]
  if (!edge?.connected || edge.options.hidden || map.pale(line)) return null
  return edge.edgeType.getPoint(0.5, edge.edgeType.getViaNode?.())
}

function drawLetters(map, ctx, scale, at) {
  for (const node of map.nodes) {
    if (!node.letter || !map.isShown(node.id) || map.faded.has(node.id)) continue
    write(map, ctx, [node.letter], ...letterAt(node, ...at(map.network.body.nodes[node.id]), scale), 11, true)
  }
}

// Marks, numbers and disputes stand in the middle of their lines.
function drawSigns(map, ctx, scale, at) {
  const taken = []
  for (const line of map.signed) {
    const middle = middleOf(map, line)
    if (!middle) continue
    const [x, y] = at(middle)
    if (x < 0 || y < 0 || x > map.canvas.clientWidth || y > map.canvas.clientHeight) continue
    if (taken.some(([left, top]) => Math.abs(left - x) < 26 && Math.abs(top - y) < 14)) continue
    taken.push([x, y])
    write(map, ctx, [line.sign], x, y, 12, true)
  }
}
