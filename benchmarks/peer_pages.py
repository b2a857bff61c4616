"""The same town as pages of pyvis, of streamlit-agraph, of an empty app, and ours alone."""

import json
import subprocess
import venv
from collections.abc import Mapping
from pathlib import Path

from network.drawing import scene_bytes
from network.graph import Graph, records, ties
from network.layout import Point
from network.picture import name_of
from network.scene import plain_scene
from tests.conftest import ROOT
from views.kinds import wording

SETTLED = "window.settledAt = performance.now()"

EMPTY = """
import streamlit as st
st.title("leer")
if st.button("zählen"):
    st.session_state.n = st.session_state.get("n", 0) + 1
st.header(f"Zahl {st.session_state.get('n', 0)}")
"""

AGRAPH = """
import json
from pathlib import Path
import streamlit as st
from streamlit_agraph import Config, Edge, Node, agraph
if "drawn" not in st.session_state:
    st.session_state.drawn = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
drawn = st.session_state.drawn
agraph(
    [Node(id=a, label=b, size=15) for a, b in drawn["nodes"]],
    [Edge(source=a, target=b) for a, b in drawn["edges"]],
    Config(width=1200, height=800, directed=True),
)
"""

OURS = """<!doctype html><html lang="de"><meta charset="utf-8"><title>x</title>
<link rel="stylesheet" href="/picture.css">
<script async src="/assets/vis-network.min.js"></script>
<link rel="modulepreload" href="/picture.js">
<link rel="modulepreload" href="/picture_labels.js">
<link rel="modulepreload" href="/picture_keys.js">
<link rel="modulepreload" href="/picture_state.js">
<link rel="modulepreload" href="/picture_pointer.js">
<div id="parent"><div class="map" role="group"><div class="canvas" style="height:700px"></div>
<div class="tools"></div></div></div>
<script type="module">
import draw from "/picture.js"
const parentElement = document.getElementById("parent")
const canvas = parentElement.querySelector(".canvas")
const answer = await fetch("/drawing.json")
const data = new Uint8Array(await answer.arrayBuffer())
draw({ data, parentElement, setTriggerValue() {}, setStateValue() {} })
</script></html>
"""


def pyvis_page(graph: Graph, places: Mapping[str, Point] | None) -> str:
    """Return pyvis' own page, with its physics or with stored places.

    What it would load from other hosts is in the page or left out by the browser, so that no
    network is measured.
    """
    from pyvis.network import Network  # noqa: PLC0415  (importing it takes seconds)

    drawing = Network(directed=True, cdn_resources="in_line")
    for node, record in records(graph).items():
        at = {} if places is None else {"x": places[node][0], "y": places[node][1]}
        drawing.add_node(node, label=name_of(record), **at)
    for tie in ties(graph):
        drawing.add_edge(tie.subject_id, tie.object_id)
    if places is not None:
        drawing.toggle_physics(status=False)
    event = "stabilized" if places is None else "afterDrawing"
    html = str(drawing.generate_html())
    made = "network = new vis.Network(container, data, options);"
    if made not in html:
        raise ValueError("pyvis writes its pages in another way")
    return html.replace(made, f"{made} network.once('{event}', () => {{ {SETTLED} }});")


def agraph_app(folder: Path, graph: Graph) -> Path:
    """Write an app that shows the graph with streamlit-agraph as its guide does."""
    drawn = {
        "nodes": [(node, name_of(record)) for node, record in records(graph).items()],
        "edges": [(tie.subject_id, tie.object_id) for tie in ties(graph)],
    }
    script = folder / f"agraph{len(graph)}.py"
    script.write_text(AGRAPH, "utf-8")
    script.with_suffix(".json").write_text(json.dumps(drawn), "utf-8")
    return script


def agraph_python(folder: Path) -> Path | None:
    """Return a Python with streamlit-agraph in an environment of its own, or None without it."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    install = [str(python), "-m", "pip", "install", "-q", "streamlit-agraph", "streamlit==1.67.*"]
    done = subprocess.run(install, capture_output=True, check=False, timeout=600)
    return python if done.returncode == 0 else None


def our_drawing(graph: Graph, places: Mapping[str, Point]) -> bytes:
    """Return what our picture is drawn from, as the app sends it."""
    words = wording()
    return scene_bytes(plain_scene(graph, places, words), words)


def ours_alone(address: str, drawing: bytes) -> tuple[bytes, str] | None:
    """Return content and type of a file of a page with nothing but our picture."""
    assets = ROOT / "views" / "assets"
    if address == "/":
        return OURS.encode(), "text/html"
    if address == "/drawing.json":
        return drawing, "application/json"
    name = address.rpartition("/")[2]
    if name == "vis-network.min.js":
        from views.asset_routes import vis_network_file  # noqa: PLC0415

        return vis_network_file().read_bytes(), "text/javascript"
    if (assets / name).is_file():
        return (assets / name).read_bytes(), "text/css" if name.endswith(
            "css"
        ) else "text/javascript"
    return None
