"""How steps of the schema make tables; it means the same for ever, as the steps do."""

from sqlite_utils import Database

_RECORD = (
    "id text primary key, revision integer not null, created_at text not null,"
    " modified_at text not null"
)


def create(db: Database, name: str, columns: str, *, record: bool = True) -> None:
    """Make a strict table; a record has id, revision and times before its own columns."""
    before = f"{_RECORD}, " if record else ""
    db.execute(f"create table {name} ({before}{columns}) strict")
