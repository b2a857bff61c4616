"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Mapping

from tests.writing_verbs import Sample

SAMPLES: Mapping[str, Sample] = {}
READING: frozenset[str] = frozenset()
HELPERS: frozenset[str] = frozenset()
