// What all scripts of the picture ask: who is shown, who is pale, and how it is said.

export function equip(map) {
  map.isShown = (id) => map.shown === null || map.shown.has(id)
  map.lineHidden = (line) => !map.isShown(line.from) || !map.isShown(line.to)
    || !(map.shownLines === null || map.shownLines.has(line.id))
  map.pale = (line) => map.faded.has(line.from) || map.faded.has(line.to)
  map.say = (text) => {
    const said = map.root.querySelector(".said")
    said.textContent = said.textContent === text ? `${text}\u00a0` : text
  }
  map.describe = (id) => {
    const count = map.tied.get(id).filter((line) => !map.lineHidden(line))
      .reduce((sum, line) => sum + (line.count ?? 1), 0)
    const form = count === 1 ? map.words.one : map.words.many
    const said = (form ?? "").replace("{n}", count.toLocaleString(document.documentElement.lang))
    const chosen = map.chosen.includes(id) ? [map.words.chosen] : []
    return [map.info.get(id).title, said, ...chosen].join("\n")
  }
  // vis-network chooses by itself what is touched; what counts is what the page has chosen.
  map.reselect = () => {
    const nodes = map.chosen.filter((id) => map.info.has(id) && map.isShown(id))
    map.network.setSelection({ nodes, edges: [] }, { unselectAll: true, highlightEdges: true })
  }
}
