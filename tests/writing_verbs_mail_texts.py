"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import Identity
from data import mail_texts
from data.store import Store
from tests.conftest import COORDINATOR
from tests.writing_verbs import Sample

OCCASION = "change_accepted"


def _reword(expected: int) -> Callable[[Store], Callable[[Store, Identity], object]]:
    def prepare(_store: Store) -> Callable[[Store, Identity], object]:
        return lambda s, actor: mail_texts.reword(
            s, actor, OCCASION, "de", "Übernommen", "Danke, {name}!", expected=expected
        )

    return prepare


def _reset(expected: int) -> Callable[[Store], Callable[[Store, Identity], object]]:
    def prepare(store: Store) -> Callable[[Store, Identity], object]:
        mail_texts.reword(store, COORDINATOR, OCCASION, "de", "Betreff", "Text", expected=0)
        return lambda s, actor: mail_texts.reset(s, actor, OCCASION, "de", expected=expected)

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "mail_texts.reword": Sample(COORDINATOR, _reword(0), _reword(1)),
    "mail_texts.reset": Sample(COORDINATOR, _reset(1), _reset(2)),
}
READING: frozenset[str] = frozenset({"mail_texts.all_texts"})
HELPERS: frozenset[str] = frozenset()
