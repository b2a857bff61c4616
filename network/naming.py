"""Names as people type them: folded for search, stripped for comparison."""

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LEGAL_FORMS = re.compile(
    r"\b(e ?v|eingetragener verein|gbr|i ?gr|"
    r"((gemeinnuetzige )?g?gmbh|g?ug)( haftungsbeschraenkt)?( co kg)?|"
    r"stiftung (des )?(buergerlichen|oeffentlichen) rechts|"
    r"koerperschaft des oeffentlichen rechts)\b|\b(ag|eg|kg)$"
)
"""Short forms such as "AG" count only at the end: in front it is a working group."""
_NOT_WORD = re.compile(r"[\W_]+")


def _visible(text: str) -> str:
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _letters(text: str) -> str:
    if text.isascii():
        return _NOT_WORD.sub(" ", text).strip()
    without_marks = "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    )
    return _NOT_WORD.sub(" ", without_marks).strip()


def fold(text: str) -> str:
    """Return lower-case words with umlauts written out: "Flüchtlingsrat" as "fluechtlingsrat"."""
    return _letters(_visible(text).casefold().translate(_UMLAUTS))


def search_forms(text: str) -> str:
    """Return the text folded both ways, so that "fluechtling" and "fluchtling" find it."""
    written_out = fold(text)
    stripped = _letters(_visible(text).casefold())
    return written_out if written_out == stripped else f"{written_out} {stripped}"


def bare_name(name: str) -> str:
    """Return the folded name without its legal form, for comparing organisations."""
    folded = fold(name)
    return " ".join(_LEGAL_FORMS.sub(" ", folded).split()) or folded
