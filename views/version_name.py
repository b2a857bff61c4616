"""How the pages name a version of a concept."""

from concept_review.section import Version
from views.words import _


def version_name(version: Version) -> str:
    """Return a version by its number, with the label that it was given behind it."""
    number = _("Version no. {number}", number=version.number)
    return f"{number} ({version.label})" if version.label else number
