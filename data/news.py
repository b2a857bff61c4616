"""What is new in the network and in the concept, from public facts alone."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from concept_review.inline import plain
from data.clock import CITY, now
from data.store import Row, Store
from network.open_data.news import News, NewsKind, told
from network.validity import last_day


def news(store: Store) -> list[News]:
    """Return the last pieces of news, newest first; nobody who acted is in it."""
    moment = now()
    found = [
        *_organizations(store),
        *_renamed(store),
        *_ties(store),
        *_versions(store),
        *_decisions(store),
        *_stories(store),
    ]
    return told(each for each in found if each.at <= moment)


def _organizations(store: Store) -> Iterator[News]:
    rows = store.query(
        "select id, name, created_at, end_date from organizations where merged_into_id is null"
    )
    for row in rows:
        made = datetime.fromisoformat(row["created_at"])
        yield News(kind=NewsKind.ORGANIZATION, at=made, subject_id=row["id"], names=(row["name"],))
        if row["end_date"]:
            yield News(
                kind=NewsKind.ENDED,
                at=_beginning(last_day(row["end_date"])),
                subject_id=row["id"],
                names=(row["name"],),
            )


def _renamed(store: Store) -> Iterator[News]:
    rows = store.query(
        "select former.name as old, former.created_at as at, unit.id, unit.name"
        " from former_names former join organizations unit on unit.id = former.organization_id"
        " where unit.merged_into_id is null and unit.name <> former.name"
    )
    for row in rows:
        yield News(
            kind=NewsKind.RENAMED,
            at=datetime.fromisoformat(row["at"]),
            subject_id=row["id"],
            names=(row["name"], row["old"]),
        )


def _ties(store: Store) -> Iterator[News]:
    """Give ties of organisations and posts; what is disputed is no news, who holds a post never."""
    names = _names(store)
    rows = store.query(
        "select id, subject_id, object_id, classification as word, created_at from relations"
        " where disputed_by_id is null union all"
        " select id, coalesce(member_organization_id, post_id), organization_id, 'member_of',"
        " created_at from memberships where disputed_by_id is null and person_id is null"
    )
    for row in rows:
        if row["subject_id"] in names and row["object_id"] in names:
            yield News(
                kind=NewsKind.TIE,
                at=datetime.fromisoformat(row["created_at"]),
                subject_id=row["id"],
                names=(names[row["subject_id"]], names[row["object_id"]], row["subject_id"]),
                word=row["word"],
            )


def _names(store: Store) -> Mapping[str, str]:
    rows = store.query(
        "select id, name from organizations where merged_into_id is null"
        " union all select id, label from posts"
    )
    return {row["id"]: row["name"] for row in rows}


def _versions(store: Store) -> Iterator[News]:
    rows = store.query(
        "select version.id, version.number, version.published_on, version.label, concept.title,"
        " concept.id as concept_id from versions version"
        " join concepts concept on concept.id = version.concept_id"
        " where version.published_on is not null"
    )
    for row in rows:
        yield News(
            kind=NewsKind.VERSION,
            at=_beginning(date.fromisoformat(row["published_on"])),
            subject_id=row["id"],
            names=(row["title"], row["concept_id"]),
            word=str(row["number"]),
            text=row["label"],
        )


def _decisions(store: Store) -> Iterator[News]:
    """Give decisions that are worked into the text; what is only proposed stays inside."""
    rows = store.query(
        "select decision.id, decision.body, decision.decided_on, decision.reference,"
        " incorporation.section_id, wording.title"
        " from incorporations incorporation"
        " join decisions decision on decision.id = incorporation.decision_id"
        " join section_versions wording on wording.id = incorporation.wording_id"
        " where decision.competence <> 'administration'"
    )
    for row in rows:
        yield News(
            kind=NewsKind.DECISION,
            at=_beginning(date.fromisoformat(row["decided_on"])),
            subject_id=row["id"],
            names=(plain(row["title"]), row["body"], row["section_id"]),
            word=row["reference"],
        )


def _stories(store: Store) -> Iterator[News]:
    """Give public stories, dated by when they were last opened to everybody."""
    rows = store.query(
        "select story.id, story.title, story.summary, coalesce((select max(event.at) from events"
        " event where event.subject_id = story.id and event.verb = 'published'),"
        " story.created_at) as at from stories story"
        " where story.public = 1 and story.deleted_at is null"
    )
    return (_story(row) for row in rows)


def _story(row: Row) -> News:
    return News(
        kind=NewsKind.STORY,
        at=datetime.fromisoformat(row["at"]),
        subject_id=row["id"],
        names=(row["title"],),
        text=row["summary"],
    )


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), CITY)
