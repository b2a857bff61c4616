"""Writing Popolo JSON; what Popolo has no field for stands beside its fields, by our names.

See http://www.popoloproject.com/specs/. Ties of other kinds are the list `relations`. There are
no persons and no contact details.
"""

import json
from collections.abc import Iterable, Iterator

from network.exchange.cells import GIVEN, NUMBERS, tie_cells
from network.exchange.columns import LISTS, fitting_url, parted
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie
from network.exchange.vocabulary import POST
from network.graph import TieKind

Json = dict[str, object]
_OWN_TEXTS = ("short_name", "open_for_cooperation", "confirmed_on")
_OWN_LISTS = ("topics", "languages", "target_groups", "offers", "needs")


def write(network: ForeignNetwork) -> bytes:
    """Return the network as JSON; a node is a post where a tie tells whose it is."""
    homes = _first(network.ties, TieKind.POST_OF)
    posts = {node.id for node in network.nodes if node.kind == POST and node.id in homes}
    parents = _first(network.ties, TieKind.PART_OF)
    units = [node for node in network.nodes if node.id not in posts]
    areas = {name: None for node in units if (name := node.attributes.get("district"))}
    held = {id(tie) for key, tie in homes.items() if key in posts}
    held |= {
        id(tie) for key, tie in parents.items() if key not in posts and tie.target not in posts
    }
    parent_ids = {key: tie.target for key, tie in parents.items() if id(tie) in held}
    rest = [tie for tie in network.ties if id(tie) not in held]
    members = [each for each in rest if each.kind == TieKind.MEMBER_OF and each.target not in posts]
    ids = {id(each) for each in members}
    whole: Json = {
        "organizations": [_organization(node, parent_ids.get(node.id, "")) for node in units],
        "posts": [_post(node, homes[node.id].target) for node in network.nodes if node.id in posts],
        "memberships": [_membership(each, posts) for each in members],
        "areas": [{"id": f"area:{name}", "name": name} for name in areas],
        "relations": [_relation(each) for each in rest if id(each) not in ids],
        "topics": [
            _full({"id": each.id, "term": each.term, "parent": each.parent})
            for each in network.topics
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _first(ties: Iterable[ForeignTie], kind: TieKind) -> dict[str, ForeignTie]:
    """Return the first tie of a kind by its beginning."""
    found: dict[str, ForeignTie] = {}
    for tie in ties:
        if tie.kind == kind:
            found.setdefault(tie.source, tie)
    return found


def _organization(node: ForeignNode, parent_id: str) -> Json:
    said = node.attributes
    district, website = said.get("district", ""), said.get("website", "")
    identifiers = parted(said.get("identifiers", ""))
    return _full({
        "id": node.id,
        "name": node.name,
        "other_names": [{"name": each} for each in parted(said.get("other_names", ""))],
        "identifiers": [{"identifier": each} for each in identifiers],
        "classification": node.kind,
        "parent_id": parent_id,
        "area_id": f"area:{district}" if district else "",
        "description": said.get("description"),
        "founding_date": node.start,
        "dissolution_date": node.end,
        "links": [{"url": website, "note": "website"}] if website else [],
        "sources": _sources(said.get("sources", "")),
        **{name: said.get(name) for name in _OWN_TEXTS},
        **{name: list(parted(said.get(name, ""))) for name in _OWN_LISTS},
        "partition": node.partition,
    })  # fmt: skip


def _post(node: ForeignNode, home: str) -> Json:
    said = node.attributes
    return _full({
        "id": node.id,
        "label": node.name,
        "role": said.get("role"),
        "organization_id": home,
        "description": said.get("description"),
        "occupancy": said.get("occupancy"),
        "start_date": node.start,
        "end_date": node.end,
        "sources": _sources(said.get("sources", "")),
    })  # fmt: skip


def _membership(tie: ForeignTie, posts: set[str]) -> Json:
    cells = tie_cells(tie)
    member = "post_id" if tie.source in posts else "member_id"
    return _full({
        "id": tie.id,
        member: tie.source,
        "organization_id": tie.target,
        "on_behalf_of_id": tie.on_behalf_of,
        **dict(_rest(cells, without=("kind", "on_behalf_of"))),
    })  # fmt: skip


def _relation(tie: ForeignTie) -> Json:
    cells = tie_cells(tie)
    return _full({
        "id": tie.id,
        "subject_id": tie.source,
        "object_id": tie.target,
        "classification": tie.kind,
        "mutual": tie.mutual,
        **dict(_rest(cells, without=("kind",))),
    })  # fmt: skip


def _rest(cells: dict[str, str], without: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for name, text in cells.items():
        if name in without:
            continue
        if name == "sources":
            yield name, _sources(text)
        elif name in GIVEN:
            yield f"{name}_id", text
        elif name in LISTS:
            yield name, list(parted(text))
        else:
            yield name, float(text) if name in NUMBERS else text


def _sources(text: str) -> list[Json]:
    return [{"url" if fitting_url(each) else "note": each} for each in parted(text)]


def _full(record: Json) -> Json:
    """Return a record without what is empty."""
    return {name: value for name, value in record.items() if value not in (None, "", [])}
