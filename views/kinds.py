"""The German and English words for the closed vocabularies of the three rooms."""

from collections.abc import Mapping
from typing import Final

from network.picture import Family, Wording
from network.scene import Mark
from views.words import _, mark, plural

KINDS: Final[Mapping[str, str]] = {
    "division": mark("Division"),
    "department": mark("Department"),
    "office": mark("Office"),
    "working_group": mark("Working group"),
    "body": mark("Body"),
    "council": mark("City council"),
    "advisory_board": mark("Advisory board"),
    "municipal_company": mark("Municipal company"),
    "independent_provider": mark("Independent provider"),
    "association": mark("Association"),
    "initiative": mark("Initiative"),
    "migrant_organization": mark("Migrant organisation"),
    "alliance": mark("Alliance"),
    "project": mark("Project"),
    "authority": mark("Authority"),
    "other": mark("Other"),
    "post": mark("Post"),
}

TIES: Final[Mapping[str, str]] = {
    "part_of": mark("belongs to"),
    "post_of": mark("is a post of"),
    "member_of": mark("takes part in"),
    "successor_of": mark("continues"),
    "cooperates": mark("works with"),
    "funds": mark("funds"),
    "commissions": mark("commissions"),
    "advises": mark("advises"),
    "refers_to": mark("refers people to"),
    "reports_to": mark("reports to"),
    "coordinates": mark("coordinates"),
    "supports": mark("supports"),
    "linked": mark("is linked to"),
}

TIES_BACK: Final[Mapping[str, str]] = {
    "part_of": mark("includes"),
    "post_of": mark("has the post"),
    "member_of": mark("has as participant"),
    "successor_of": mark("is continued by"),
    "cooperates": mark("works with"),
    "funds": mark("is funded by"),
    "commissions": mark("is commissioned by"),
    "advises": mark("is advised by"),
    "refers_to": mark("gets people referred by"),
    "reports_to": mark("gets reports from"),
    "coordinates": mark("is coordinated by"),
    "supports": mark("is supported by"),
    "linked": mark("is linked to"),
}
"""The same ties read from their other end."""

FAMILIES: Final[Mapping[Family, str]] = {
    Family.ADMINISTRATION: mark("Administration, municipal company"),
    Family.BODY: mark("Council, committee, advisory board"),
    Family.WORKING_GROUP: mark("Working group"),
    Family.POST: mark("Post"),
    Family.PROVIDER: mark("Independent provider, association"),
    Family.INITIATIVE: mark("Initiative, alliance"),
    Family.OTHER: mark("Project, other"),
}

CONFIRMATIONS: Final[Mapping[str, str]] = {
    "documented": mark("documented by sources"),
    "stated": mark("stated by one side"),
    "confirmed": mark("confirmed by both sides"),
    "disputed": mark("disputed"),
}
"""On whose word a tie stands."""

STATUSES: Final[Mapping[str, str]] = {
    "open": mark("open for cooperation"),
    "held": mark("post is filled"),
    "vacant": mark("post is vacant"),
    "unknown": mark("nobody entered for this post"),
    "undated": mark("without dates"),
}

HUBS: Final[Mapping[str, str]] = {
    "topic": mark("Topic"),
    "area": mark("Area"),
    "target_group": mark("Target group"),
}
"""What connects as a hub, by facet."""

SIGNS: Final[Mapping[str, str]] = {
    "new": mark("new"),
    "ended": mark("ended"),
    "changed": mark("changed"),
    "derived": mark("derived"),
    "undated": mark("without dates"),
    "part": mark("Part of the overview"),
}
"""What a picture says of symbols and lines besides their kind."""

LINES: Final = mark(
    "Arrows show the direction of a tie; thin: belongs to; dotted: without dates;"
    " dashed: stated by one side; ×: disputed; fine dashes without arrow: derived."
)
"""What the lines of a picture say."""

ROLES: Final[Mapping[str, str]] = {
    "chair": mark("chair"),
    "member": mark("member"),
    "guest": mark("guest, is heard"),
    "secretary": mark("secretary"),
    "participant": mark("participant"),
}

MARKS: Final[Mapping[Mark, str]] = {
    Mark.NEW: mark("new"),
    Mark.ENDED: mark("ended"),
    Mark.CHANGED: mark("changed"),
}
"""What a comparison of two days says of a node or tie."""


def wording() -> Wording:
    """Return the words that a picture needs, in the reader's language."""
    return Wording(
        kinds={kind: _(word) for kind, word in KINDS.items()},
        ties={kind: _(word) for kind, word in TIES.items()},
        hubs={facet: _(word) for facet, word in HUBS.items()},
        signs={sign: _(word) for sign, word in {**CONFIRMATIONS, **SIGNS}.items()},
        entries=lambda count: plural("{n} entry", "{n} entries", count),
        ties_counted=lambda count: plural("{n} tie", "{n} ties", count),
    )
