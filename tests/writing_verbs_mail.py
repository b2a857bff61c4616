"""A sample of every writing verb that concerns mails and calendars; see `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import Identity
from data import accounts, calendar_feeds, reminders
from data.store import Store
from tests.conftest import COORDINATOR, STAFF
from tests.due_section import a_due_section, compose, in_days
from tests.writing_verbs import Sample, an_account


def _remind(store: Store) -> Callable[[Store, Identity], object]:
    a_due_section(store)
    return lambda s, actor: reminders.remind(s, actor, compose, in_days(1))


def _set_email(shift: int) -> Callable[[Store], Callable[[Store, Identity], object]]:
    def prepare(store: Store) -> Callable[[Store, Identity], object]:
        invited = an_account(store).account
        return lambda s, actor: accounts.set_email(
            s, actor, invited.id, "neu@stadt.example", expected=invited.revision + shift
        )

    return prepare


def _account_of_staff(store: Store) -> None:
    store.insert(
        "accounts", {"id": STAFF.id, "name": STAFF.name, "login": "s", "role": STAFF.role.value}
    )


def _subscribe(store: Store) -> Callable[[Store, Identity], object]:
    _account_of_staff(store)
    return calendar_feeds.subscribe


def _unsubscribe(store: Store) -> Callable[[Store, Identity], object]:
    _account_of_staff(store)
    calendar_feeds.subscribe(store, STAFF)
    return calendar_feeds.unsubscribe


SAMPLES: Mapping[str, Sample] = {
    "accounts.set_email": Sample(COORDINATOR, _set_email(0), _set_email(1)),
    "reminders.remind": Sample(COORDINATOR, _remind),
    "calendar_feeds.subscribe": Sample(STAFF, _subscribe),
    "calendar_feeds.unsubscribe": Sample(STAFF, _unsubscribe),
}
