"""Networks as files tell them, made up by Hypothesis: every letter that names can hold."""

from hypothesis import strategies as st

from network.exchange.columns import LISTS, clean, joined
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, Format

_LETTERS = st.one_of(
    st.sampled_from(list("aBc 0-=+@'\";|,äöüßÄÖÜ\n\té§€<>&%*#")),
    st.sampled_from(["👩‍👧", "مرحبا", "שלום", "\u202e", "]]>", "_x0041_", "\u00ad", "e. V."]),
    st.characters(exclude_categories=["Cs", "Cc"]),
)
_FREE = ("short_name", "description", "district", "website", "role")


def _tidy(parts: list[str]) -> str:
    return clean("".join(parts))


texts = st.lists(_LETTERS, max_size=8).map(_tidy)
names = st.lists(_LETTERS, min_size=1, max_size=8).map(_tidy).filter(bool)
dates = st.sampled_from(["", "2014", "2014-09", "2014-09-03", "0101-01-01", "2031-12"])
numbers = st.one_of(
    st.none(),
    st.floats(min_value=1e-6, max_value=1e9, allow_nan=False),
    st.integers(1, 9).map(float),
)
_several = st.lists(
    names.map(lambda text: text.replace("|", "¦")), min_size=1, max_size=3, unique=True
).map(lambda parts: joined(tuple(parts)))


@st.composite
def nodes(draw: st.DrawFn, identifier: str) -> ForeignNode:
    attributes = {name: draw(texts) for name in draw(st.sets(st.sampled_from(_FREE)))}
    attributes |= {name: draw(_several) for name in draw(st.sets(st.sampled_from(LISTS)))}
    label = draw(texts)
    return ForeignNode(
        id=identifier,
        label="" if label == identifier else label,
        kind=draw(texts),
        partition=draw(texts),
        start=draw(dates),
        end=draw(dates),
        attributes={name: text for name, text in attributes.items() if text},
    )


@st.composite
def ties(draw: st.DrawFn, ids: list[str], identifier: str) -> ForeignTie:
    strength, distance = draw(numbers), draw(numbers)
    weight = draw(numbers) if strength is None and distance is None else None
    return ForeignTie(
        source=draw(st.sampled_from(ids)),
        target=draw(st.sampled_from(ids)),
        mutual=draw(st.booleans()),
        kind=draw(st.one_of(texts, st.sampled_from(["funds", "cooperates", "linked"]))),
        label=draw(texts),
        note=draw(texts),
        role=draw(texts),
        weight=weight,
        strength=strength,
        distance=distance,
        start=draw(dates),
        end=draw(dates),
        confirmation=draw(st.sampled_from(["", "stated", "confirmed", "disputed"])),
        sources=draw(_several),
        id=identifier,
    )


@st.composite
def networks(draw: st.DrawFn) -> ForeignNetwork:
    ids = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    tie_ids = draw(st.lists(names, max_size=6, unique=True))
    return ForeignNetwork(
        format=Format.JSON,
        nodes=tuple(draw(nodes(each)) for each in ids),
        ties=tuple(draw(ties(ids, each)) for each in tie_ids),
    )
