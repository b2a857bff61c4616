"""Zip containers from strangers: checked before anything in them is used."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from network.exchange.unreadable import Fault, UnreadableNetwork

_MAX_MEMBERS: Final = 2_000
_MAX_UNPACKED: Final = 400_000_000
_MAX_RATIO: Final = 200
_RATIO_FROM: Final = 5_000_000
_XML: Final = (".xml", ".rels", ".vml")


def check_members(container: zipfile.ZipFile) -> None:
    """Refuse what would fill the memory; unpack each member once, since headers may lie."""
    entries = container.infolist()
    if len(entries) > _MAX_MEMBERS:
        raise UnreadableNetwork(Fault.UNPACKS_TOO_LARGE)
    total = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableNetwork(Fault.ENCRYPTED)
        size = 0
        with container.open(entry) as member:
            while part := member.read(262_144):
                size += len(part)
                bomb = size > _RATIO_FROM and size > _MAX_RATIO * max(entry.compress_size, 1)
                if bomb or total + size > _MAX_UNPACKED:
                    raise UnreadableNetwork(Fault.UNPACKS_TOO_LARGE)
                if size == len(part) and _declares(entry.filename, part):
                    raise UnreadableNetwork(Fault.ENTITIES)
        total += size


def _declares(name: str, part: bytes) -> bool:
    """Say whether a member of XML begins with declarations of its own; workbooks need none."""
    plain = part.replace(b"\0", b"")
    return name.lower().endswith(_XML) and (b"<!ENTITY" in plain or b"<!DOCTYPE" in plain)


def is_workbook(source: bytes) -> bool:
    """Say whether a zip container is a workbook; one that is broken may be one."""
    try:
        with zipfile.ZipFile(BytesIO(source)) as container:
            names = container.namelist()
    except Exception:  # noqa: BLE001  (a spoilt container makes the library meet anything)
        return True
    return "[Content_Types].xml" in names or not any(map(_is_table, names))


def tables_in(source: bytes) -> list[tuple[str, bytes]]:
    """Return the tables of CSV in a zip container with their names; raise `UnreadableNetwork`."""
    try:
        with zipfile.ZipFile(BytesIO(source)) as container:
            check_members(container)
            return [
                (name, container.read(name)) for name in container.namelist() if _is_table(name)
            ]
    except UnreadableNetwork:
        raise
    except Exception:  # noqa: BLE001  (the same)
        raise UnreadableNetwork(Fault.BROKEN_WORKBOOK) from None


def _is_table(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() == ".csv" and "__MACOSX" not in name
