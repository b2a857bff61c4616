"""Names as people type them: folded for search, stripped for comparison."""

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LEGAL_FORMS = re.compile(
    r"\b(e ?v|eingetragener verein|g?gmbh|gemeinnuetzige gmbh|ug|haftungsbeschraenkt|ag|kg|gbr|"
    r"stiftung des buergerlichen rechts|koerperschaft des oeffentlichen rechts|i ?gr)\b"
)
_NOT_WORD = re.compile(r"[\W_]+")


def _letters(text: str) -> str:
    without_marks = "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    )
    return _NOT_WORD.sub(" ", without_marks).strip()


def fold(text: str) -> str:
    """Return lower-case words with umlauts written out: "Flüchtlingsrat" as "fluechtlingsrat"."""
    return _letters(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))


def search_forms(text: str) -> str:
    """Return the text folded both ways, so that "fluechtling" and "fluchtling" find it."""
    written_out = fold(text)
    stripped = _letters(unicodedata.normalize("NFC", text).casefold())
    return written_out if written_out == stripped else f"{written_out} {stripped}"


def bare_name(name: str) -> str:
    """Return the folded name without its legal form, for comparing organisations."""
    folded = fold(name)
    return " ".join(_LEGAL_FORMS.sub(" ", folded).split()) or folded
