"""The picture that an address asks for, as a scene with what is shown of it and its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.arrangements import places
from data.positions import positions
from data.store import Store
from network.graph import Graph, records
from network.layout import arrange
from network.picture import name_of
from network.places import Point
from network.scene import Scene
from network.svg import Emphasis, svg
from network.svg_frame import Caption
from network.view import Shown
from views.asked_network import shown_of
from views.change_rows import asked_days
from views.kinds import FAMILIES, LINES, MARKS
from views.network_address import Asked
from views.network_words import counted
from views.saved_address import query_of
from views.settings import settings
from views.shown_groups import groups_of
from views.shown_network import network_asked
from views.shown_scene import members_of, scene_of
from views.words import _, date_text, language, plural


@dataclass(frozen=True, slots=True)
class AskedPicture:
    """The graph (of both days in a comparison), its scene, and what is shown of it.

    `members` are the records behind a symbol that stands for several: a part or a hub.
    """

    asked: Asked
    graph: Graph
    scene: Scene
    shown: Shown
    members: Mapping[str, Sequence[str]]
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def emphasis(self) -> Emphasis:
        """Return what is shown as places in the scene; a part where any of its records is."""
        nodes, kept = set(self.shown.nodes), {tie.id for tie in self.shown.ties}
        items = range(len(self.scene.items))
        seen = frozenset(
            n for n in items if any(each in nodes for each in self._behind(self.scene.items[n].id))
        )
        every = {tie_id for _a, _b, tie_id in self.graph.edges(keys=True)}
        lines = frozenset(
            n for n, line in enumerate(self.scene.lines) if line.id in kept or line.id not in every
        )
        chosen = frozenset(n for n in items if self.scene.items[n].id in self.asked.view.chosen)
        if self.asked.fade:
            return Emphasis(faded=frozenset(items) - seen, chosen=chosen)
        path = lines if self.asked.view.path and len(chosen) > 1 else frozenset[int]()
        return Emphasis(visible=seen, lines=lines, chosen=chosen, path=path)

    def _behind(self, item_id: str) -> Sequence[str]:
        return self.members.get(item_id, (item_id,))


def asked_picture(store: Store, asked: Asked) -> AskedPicture:
    """Return what an address shows, as it is now in the store."""
    graph = network_asked(store, asked).graph
    return AskedPicture(
        asked,
        graph,
        scene_of(store, asked),
        shown_of(graph, asked),
        members_of(store, asked),
        {each.mark: each.name for each in groups_of(store, asked)} if asked.grouped else {},
    )


def standing(store: Store, graph: Graph, arrangement_id: str) -> dict[str, Point]:
    """Return where all nodes stand: as arranged, else as always, and new ones in between."""
    known = positions(store)
    if arrangement_id:
        known |= places(store, arrangement_id)
    return arrange(graph, known)


def svg_of(found: AskedPicture) -> str:
    """Return the picture as SVG in the reader's language."""
    return svg(found.scene, found.emphasis, caption(found))


def caption(found: AskedPicture, title: str = "") -> Caption:
    """Return title, day, counts and legend of a picture."""
    asked = found.asked
    rules = [_(LINES)]
    return Caption(
        title=title or _("Network map"),
        facts=facts(found),
        language=language(),
        families={str(each): _(word) for each, word in FAMILIES.items()},
        marks={each: _(word) for each, word in MARKS.items()} if asked.since else {},
        rules=rules,
        groups=found.groups,
    )


def facts(found: AskedPicture) -> list[str]:
    """Say the day, what is looked at, how much is shown, and where it is to be seen."""
    return [
        each
        for each in (_days(found.asked), _about(found), _counts(found), _address(found))
        if each
    ]


def _days(asked: Asked) -> str:
    days = asked_days(asked)
    if days:
        earlier, later = map(date_text, days)
        return _("What has changed from {earlier} to {later}.", earlier=earlier, later=later)
    return _("As it stands on {day}.", day=date_text(asked.day))


def _about(found: AskedPicture) -> str:
    known = records(found.graph)
    names = [
        _("“{name}”", name=name_of(known[each]))
        for each in found.asked.view.chosen
        if each in known
    ]
    if not names:
        return ""
    said = ", ".join(names)
    if found.asked.view.path and len(names) > 1:
        return _("Ways between {names}.", names=said)
    if found.asked.view.steps is None:
        return _("Chosen: {names}.", names=said)
    steps = plural("{n} step", "{n} steps", found.asked.view.steps)
    return _("Surroundings of {names}: {steps}.", names=said, steps=steps)


def _counts(found: AskedPicture) -> str:
    return counted(found.graph, found.shown)


def _address(found: AskedPicture) -> str:
    return f"{settings().public_url}/netzkarte?{query_of(found.asked)}"
