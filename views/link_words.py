"""What sections rest on, in words."""

from collections.abc import Mapping
from typing import Final

from concept_review.legal_act import LegalKind
from data.link_targets import TargetType
from views.words import mark

TARGETS: Final[Mapping[str, str]] = {
    TargetType.SECTION: mark("Section"),
    TargetType.FIGURE: mark("Figure"),
    TargetType.LAW: mark("Law"),
    TargetType.RESOLUTION: mark("Resolution"),
    TargetType.ORGANIZATION: mark("Organisation"),
    TargetType.POST: mark("Post"),
    TargetType.TOPIC: mark("Topic"),
}

LEGAL_KINDS: Final[Mapping[LegalKind, str]] = {
    LegalKind.LAW: mark("Law"),
    LegalKind.RESOLUTION: mark("Resolution"),
}
