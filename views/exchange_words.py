"""What was read from the file of a network, what was left out, and why one cannot be read."""

from collections.abc import Mapping
from typing import Final

from network.exchange.foreign import Format, Left, Loss
from network.exchange.template import head_of
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from network.exchange.vocabulary import Meaning, Vocabulary
from network.naming import fold
from views.kinds import KINDS, TIES
from views.words import LANGUAGES, _, mark, number_text, speaking

FAULTS: Final[Mapping[Fault, str]] = {
    Fault.EMPTY: mark("The file is empty."),
    Fault.TOO_LARGE: mark("The file is larger than {limit} bytes."),
    Fault.TOO_MANY_NODES: mark("The file has more than {limit} entries."),
    Fault.TOO_MANY_TIES: mark("The file has more than {limit} ties."),
    Fault.UNKNOWN_FORMAT: mark(
        "The form of the file is not known. Possible are GraphML, GEXF, Pajek (.net), CSV, "
        "XLSX and JSON; --format names one."
    ),
    Fault.NOT_TEXT: mark("The file is no text in UTF-8, UTF-16 or Windows-1252."),
    Fault.BROKEN_XML: mark("The XML is broken here ({detail})."),
    Fault.ENTITIES: mark("The file declares entities of its own. Such files are refused."),
    Fault.NO_GRAPH: mark("The file holds no network of this form."),
    Fault.NO_ID: mark("An entry has no id."),
    Fault.BROKEN_JSON: mark("The JSON is broken here ({detail})."),
    Fault.NOT_A_NETWORK: mark("The JSON has no lists “nodes” and “edges” (or “links”)."),
    Fault.NOT_A_RECORD: mark("There is no record with fields here."),
    Fault.BROKEN_WORKBOOK: mark("The workbook is damaged or no XLSX file."),
    Fault.ENCRYPTED: mark("The workbook is protected by a password, or in the old form .xls."),
    Fault.UNPACKS_TOO_LARGE: mark("The workbook would be too large when unpacked."),
    Fault.NO_SHEETS: mark(
        "No sheet has columns for entries or for ties. There are these sheets: {detail}."
    ),
    Fault.NO_COLUMNS: mark(
        "There are no columns for both ends of a tie (such as Source and Target, From and To), "
        "and none for an id or a name. There are these columns: {detail}."
    ),
    Fault.BROKEN_TABLE: mark("The quotes of this row are not right ({detail})."),
    Fault.BAD_LINE: mark("This line cannot be understood: {detail}"),
    Fault.UNKNOWN_VERTEX: mark("There is no entry with the number {detail}."),
    Fault.NO_VERTICES: mark("The line “*Vertices” with the number of entries is missing."),
    Fault.UNKNOWN_COLUMN: mark("There is no such column. There are these columns: {detail}."),
    Fault.NO_SUCH_COLUMN: mark("This column is missing. There are these columns: {detail}."),
    Fault.NOT_POPOLO: mark("What should be a list of records here is none."),
    Fault.DAMAGED: mark("The file is damaged, or of another form than its name says."),
    Fault.WRONG_FILES: mark(
        "These files do not belong together. Possible are one file, one table of ties with one "
        "of entries, or several tables of our own form."
    ),
    Fault.TAKES_TOO_LONG: mark("Reading the file takes too much time or memory. It was stopped."),
    Fault.NO_NODE_COLUMNS: mark(
        "The file has no column that could divide its entries. A table of the entries with such "
        "a column can be given by --nodes (CSV with Id or Label)."
    ),
    Fault.NOTHING: mark("The file holds neither entries nor ties."),
}

LOSSES: Final[Mapping[Left, str]] = {
    Left.NO_NAME: mark("Entries without a name: left out"),
    Left.NO_END: mark("Ties of which an end is missing: left out"),
    Left.SAME_ID: mark("Entries with an id that is there already: left out"),
    Left.UNKNOWN_END: mark("Ties with an entry that is not in the file: left out"),
    Left.SAME_TIE: mark("Ties that stand there twice: kept once"),
    Left.LOOP: mark("Ties of an entry with itself: kept; measures leave them out"),
    Left.IMPLIED: mark("Entries that only ties name: made"),
    Left.UNDIRECTED: mark("Ties without a direction in the file: taken as from the first end"),
    Left.BAD_WEIGHT: mark("Weights that are no positive numbers: left out"),
    Left.BAD_DATE: mark("Dates that cannot be understood: left out"),
    Left.COLUMN: mark("Columns that have no place here: left out"),
    Left.SHEET: mark("Sheets: left out"),
    Left.NESTED: mark("Networks inside entries: left out"),
    Left.HYPEREDGE: mark("Ties of more than two entries: left out"),
    Left.PORT: mark("Connection points of entries: left out"),
    Left.MORE_GRAPHS: mark("Further networks in the same file: left out"),
    Left.SPANS: mark("Several spans of time: the outermost dates are kept"),
    Left.CHANGING: mark("Values that change in time: the last one is kept"),
    Left.POSITIONS: mark("Positions: left out"),
    Left.LOOKS: mark("Colours, shapes and the like: left out"),
    Left.SECTION: mark("Parts of the file that are not known: left out"),
    Left.COMMENT: mark("Comments in the file: left out"),
    Left.TOO_LONG: mark("Names of more than 500 characters: cut off"),
    Left.KIND: mark("Kinds that are not known here: taken as “Other”"),
    Left.BAD_WEBSITE: mark("Web addresses that are none: left out"),
    Left.BAD_VALUE: mark("Values that are not known here: left out"),
    Left.POST: mark("Posts that belong to no organisation: taken as organisations"),
    Left.PARENT: mark("Ties of belonging in a circle or to a second unit: left out"),
    Left.MEMBER: mark("Ties of an entry that takes part in itself: left out"),
    Left.SUCCESSOR: mark("Ties of continuing in a circle or of a second unit: left out"),
    Left.EXAMPLE: mark("Rows that only show an example: passed over"),
    Left.PERSON: mark("What tells of people: left out"),
    Left.DATES: mark("Dates of ties that are kept without dates: left out"),
}

FORMS: Final[Mapping[Format, str]] = {
    Format.GRAPHML: "GraphML",
    Format.GEXF: "GEXF",
    Format.PAJEK: "Pajek",
    Format.CSV: mark("table in CSV"),
    Format.XLSX: mark("workbook"),
    Format.JSON: "JSON",
    Format.TEMPLATE: mark("our template"),
    Format.POPOLO: "Popolo",
}
"""What forms of files are called; some are names."""

MEANINGS: Final[Mapping[Meaning, str]] = {
    Meaning.STRENGTH: mark("The weights are kept as strength: the more, the closer."),
    Meaning.DISTANCE: mark("The weights are kept as distance: the more, the farther."),
    Meaning.IGNORE: mark("The weights are left out."),
}


def form_text(form: Format) -> str:
    """Return what a form of files is called."""
    return _(FORMS[form])


def fault_text(fault: UnreadableNetwork) -> str:
    """Return why a file cannot be read, beginning with where."""
    limit = number_text(fault.limit)
    text = _(FAULTS[fault.code], detail=fault.detail or "–", limit=limit)
    place = place_text(fault.place)
    told = f"{place}: {text}" if place else text
    return _("In the table of the entries: {text}", text=told) if fault.of_nodes else told


def loss_text(loss: Loss) -> str:
    """Return what was left out and why, how often, and where the first of it stands."""
    text = _(LOSSES[loss.code])
    shown = " ".join(loss.detail.split())
    text = f"{text}: {shown}" if shown else text
    place = place_text(loss.place)
    number = number_text(loss.count)
    return f"{text} ({number}; {place})" if place else f"{text} ({number})"


def place_text(place: Place) -> str:
    """Return where in a file something stands: sheet, line or row, column."""
    parts = [
        _("sheet “{name}”", name=place.sheet) if place.sheet else "",
        _("list “{name}”", name=place.listed) if place.listed else "",
        _("line {number}", number=place.line) if place.line else "",
        _("row {number}", number=place.row) if place.row and not place.listed else "",
        _("item {number}", number=place.row) if place.row and place.listed else "",
        _("column “{name}”", name=head_of(place.sheet, place.column)) if place.column else "",
    ]
    return ", ".join(part for part in parts if part)


def vocabulary() -> Vocabulary:
    """Return the words for kinds in all languages of the interface, with what they mean."""
    nodes: dict[str, str] = {}
    ties: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            for kind, word in KINDS.items():
                # A word such as "Büro/Stabsstelle" is two.
                for each in (_(word), *_(word).split("/")):
                    nodes.setdefault(fold(each), kind)
            for kind, word in TIES.items():
                ties.setdefault(fold(_(word)), kind)
    return Vocabulary(nodes, ties)
