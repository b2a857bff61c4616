"""How the pages name a version of a concept."""

from concept_review.section import Version
from views.words import _


def version_name(version: Version) -> str:
    """Return a version by the label that it was given, else by its number."""
    return version.label or _("Version no. {number}", number=version.number)
