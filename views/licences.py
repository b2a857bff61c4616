"""The licences of everything that is installed with the program."""

import importlib.metadata
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ALLOWED: Final = (
    "0BSD",
    "Apache-2.0",
    "Artistic-1.0-Perl",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CNRI-Python",
    "EUPL-1.2",
    "HPND",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Python-2.0",
    "Unlicense",
    "Zlib",
    "ZPL-2.1",
    "BSL-1.0",
    "LicenseRef-Public-Domain",
)
"""Permissive licences, and MPL-2.0, which asks only for its own files."""

_CLASSIFIERS: Final = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}

_READ_BY_HAND: Final = {
    "axe-playwright-python": "MIT",
    "click-default-group": "BSD-3-Clause",
    "pysqlite3": "Zlib",
    "text-unidecode": "Artistic-1.0-Perl",
}
"""Licences that stand only in the distribution's licence file."""

_WORDS: Final = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache-2.0 license": "Apache-2.0",
    "BSD 3-Clause": "BSD-3-Clause",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "MIT License": "MIT",
}


@dataclass(frozen=True, slots=True)
class Installed:
    """One distribution with its version and its licence as an SPDX expression."""

    name: str
    version: str
    licence: str

    @property
    def allowed(self) -> bool:
        """Whether the licence is one of the allowed ones, or offers one of them."""
        choices = re.split(r"\s+OR\s+", self.licence.replace("(", "").replace(")", ""))
        return any(
            all(part in ALLOWED for part in re.split(r"\s+AND\s+", choice)) for choice in choices
        )


def installed() -> Iterator[Installed]:
    """Return all installed distributions by name."""
    for each in sorted(importlib.metadata.distributions(), key=lambda one: one.name.casefold()):
        yield Installed(each.name, each.version, _licence(each))


def _licence(distribution: importlib.metadata.Distribution) -> str:
    """Read the SPDX expression, else the licence's name, else the classifiers."""
    metadata = distribution.metadata
    if distribution.name in _READ_BY_HAND:
        return _READ_BY_HAND[distribution.name]
    written = _first_line(metadata, "License-Expression")
    if written:
        return written
    named = _first_line(metadata, "License")
    if named in ALLOWED:
        return named
    classified = [
        _CLASSIFIERS[name]
        for line in metadata.get_all("Classifier") or []
        if (name := line.rpartition(" :: ")[2]) in _CLASSIFIERS
    ]
    return " AND ".join(classified) or _WORDS.get(named, named or "unknown")


def _first_line(metadata: importlib.metadata.PackageMetadata, name: str) -> str:
    lines = (metadata.get_all(name) or [""])[0].strip().splitlines()
    return lines[0] if lines else ""
