"""Where the pages lie, for links from one to another."""

from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent / "pages"
SECTION: Final = PAGES / "section.py"
CONCEPT: Final = PAGES / "concept.py"
NETWORK_MAP: Final = PAGES / "network_map.py"
REGISTER: Final = PAGES / "register.py"
REGISTRATIONS: Final = PAGES / "registrations.py"
PROPOSALS: Final = PAGES / "proposals.py"
DIRECTORY: Final = PAGES / "directory.py"
