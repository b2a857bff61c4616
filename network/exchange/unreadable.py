"""Why a file cannot be taken as a network, and where in it."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why nothing of a file is taken."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    """More bytes than `limit`."""
    TOO_MANY_NODES = "too_many_nodes"
    TOO_MANY_TIES = "too_many_ties"
    UNKNOWN_FORMAT = "unknown_format"
    NOT_TEXT = "not_text"
    BROKEN_XML = "broken_xml"
    ENTITIES = "entities"
    """XML that declares entities of its own, which can multiply or fetch text."""
    NO_GRAPH = "no_graph"
    NO_ID = "no_id"
    BROKEN_JSON = "broken_json"
    NOT_A_NETWORK = "not_a_network"
    """JSON without lists of nodes and ties."""
    NOT_A_RECORD = "not_a_record"
    """Something else than a record in such a list."""
    BROKEN_WORKBOOK = "broken_workbook"
    ENCRYPTED = "encrypted"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    NO_SHEETS = "no_sheets"
    NO_COLUMNS = "no_columns"
    """A table without columns for both ends of a tie, or for the names of nodes."""
    BROKEN_TABLE = "broken_table"
    """Quotes that are not closed, or stand in the middle of a cell."""
    BAD_LINE = "bad_line"
    UNKNOWN_VERTEX = "unknown_vertex"
    NO_VERTICES = "no_vertices"
    UNKNOWN_COLUMN = "unknown_column"
    """The column that should divide the network is not there; `detail` lists those that are."""
    NO_SUCH_COLUMN = "no_such_column"
    """A column that our own tables need is not there; `detail` lists those that are."""
    NOT_POPOLO = "not_popolo"
    """JSON without a list of organisations."""
    DAMAGED = "damaged"
    WRONG_FILES = "wrong_files"
    """Several files that do not belong together."""
    TAKES_TOO_LONG = "takes_too_long"
    """Reading needs more time or memory than it may have."""
    NO_NODE_COLUMNS = "no_node_columns"
    """A column should divide the network, and the file has none for nodes."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; lines and rows count from 1."""

    line: int | None = None
    row: int | None = None
    sheet: str = ""
    column: str = ""
    listed: str = ""
    """The list of which `row` is an item, where a file has lists."""


NOWHERE = Place()


class UnreadableNetwork(Exception):
    """A file from which nothing is taken; pages and commands translate the code."""

    def __init__(
        self, code: Fault, place: Place = NOWHERE, detail: str = "", limit: int = 0
    ) -> None:
        """Keep what is wrong, where, and the limit that is exceeded."""
        super().__init__(code)
        self.code = code
        self.place = place
        self.detail = detail
        self.limit = limit
        self.of_nodes = False
        """Whether it is in the second file, that of the nodes."""
