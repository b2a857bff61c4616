"""Where the pages lie, for links from one to another."""

from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent / "pages"
CONCEPT_IMPORT: Final = PAGES / "concept_import.py"
MY_TASKS: Final = PAGES / "my_tasks.py"
SECTION: Final = PAGES / "section.py"
CONCEPT: Final = PAGES / "concept.py"
CONCEPT_VERSIONS: Final = PAGES / "concept_versions.py"
CONCEPT_OVERVIEW: Final = PAGES / "concept_overview.py"
NETWORK_MAP: Final = PAGES / "network_map.py"
MEASURES: Final = PAGES / "measures.py"
ADVICE: Final = PAGES / "advice.py"
REGISTER: Final = PAGES / "register.py"
REGISTRATIONS: Final = PAGES / "registrations.py"
PROPOSALS_IMPORT: Final = PAGES / "proposals_import.py"
PROPOSALS: Final = PAGES / "proposals.py"
TOGETHER: Final = PAGES / "proposals_together.py"
PAPERS: Final = PAGES / "papers.py"
DIRECTORY: Final = PAGES / "directory.py"
OUTBOX: Final = PAGES / "outbox.py"
STORIES: Final = PAGES / "stories.py"
