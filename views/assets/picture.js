// Draws the network with the vis-network that the installed pyvis carries.
// The data are bytes of JSON, so they are parsed once for each version of the network;
// reruns of the page keep the canvas, the camera and the places of all nodes.

const shared = (globalThis.bindeglied ??= { map: null, waiting: null, drawn: null })

function library() {
  if (globalThis.vis?.Network) return Promise.resolve(globalThis.vis)
  shared.waiting ??= new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = new URL("/assets/vis-network.min.js", window.location.origin).href
    script.onload = () => resolve(globalThis.vis)
    script.onerror = reject
    document.head.append(script)
  })
  return shared.waiting
}

function textColor(element) {
  return getComputedStyle(element).getPropertyValue("--st-text-color").trim() || "#1b1f24"
}

// `title` becomes an element with text only: a stranger's words are never HTML.
function withTextTitles(items) {
  return items.map((item) => {
    if (!item.title) return item
    const box = document.createElement("div")
    box.style.whiteSpace = "pre-line"
    box.textContent = item.title
    return { ...item, title: box }
  })
}

function draw(vis, canvas, bytes) {
  const text = typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes)
  const { nodes, edges, options } = JSON.parse(text)
  options.nodes = { ...options.nodes, font: { ...options.nodes.font, color: textColor(canvas) } }
  const strong = textColor(canvas)
  options.edges.color = { ...options.edges.color, highlight: strong, hover: strong }
  for (const node of nodes) node.color = { ...node.color, highlight: { ...node.color.highlight, border: strong } }
  const data = {
    nodes: new vis.DataSet(withTextTitles(nodes)),
    edges: new vis.DataSet(withTextTitles(edges)),
  }
  const network = new vis.Network(canvas, data, options)
  canvas.querySelectorAll("[tabindex]").forEach((part) => { part.tabIndex = -1 })
  const order = nodes.map((node) => node.id)
  const map = { network, data, order, edges, picked: null }
  network.on("click", ({ nodes: hit }) => { if (hit.length && map.picked) map.picked(hit[0]) })
  network.once("afterDrawing", () => { canvas.dataset.settled = "true" })
  return map
}

function zoom(network, factor) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  network.moveTo({ scale: network.getScale() * factor, animation: calm ? false : { duration: 150 } })
}

function fit(network) {
  const shown = network.body.nodeIndices.filter((id) => !network.body.nodes[id].options.hidden)
  network.fit({ nodes: shown, animation: false, maxZoomLevel: 1.3 })
}
shared.fit = fit

export default function ({ data, parentElement }) {
  const canvas = parentElement.querySelector(".canvas")
  parentElement.querySelectorAll("button[data-do]").forEach((button) => {
    button.onclick = () => {
      const network = shared.map?.network
      if (!network) return
      if (button.dataset.do === "in") zoom(network, 1.4)
      else if (button.dataset.do === "out") zoom(network, 1 / 1.4)
      else fit(network)
    }
  })
  const same = canvas.bindegliedBytes && canvas.bindegliedBytes.length === data.length
    && canvas.bindegliedBytes.every((byte, place) => byte === data[place])
  if (!same) {
    canvas.bindegliedBytes = data
    library().then((vis) => {
      const camera = shared.map && shared.drawn === canvas
        ? { position: shared.map.network.getViewPosition(), scale: shared.map.network.getScale() }
        : null
      shared.map?.network.destroy()
      shared.map = draw(vis, canvas, data)
      shared.drawn = canvas
      if (camera) shared.map.network.moveTo(camera)
      else fit(shared.map.network)
      document.dispatchEvent(new Event("bindeglied:drawn"))
    })
  }
  return () => {
    if (shared.drawn === canvas) {
      shared.map?.network.destroy()
      shared.map = null
      shared.drawn = null
    }
  }
}
