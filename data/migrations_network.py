"""The schema of what the network explorer needs beyond organisations and their ties.

Each step is complete in itself and never imports the rooms, so that it means the same for ever.
"""

from sqlite_utils import Database, Migrations

from data.migration_tables import create


def add_to(steps: Migrations) -> None:
    """Add these steps behind those that are there."""
    for step in (
        m0023_ties_on_whose_word,
        m0024_imported_networks,
        m0025_introductions,
        m0026_saved_views,
    ):
        steps()(step)


def m0023_ties_on_whose_word(db: Database) -> None:
    """Keep who disputes a tie, and whether a post is held without saying by whom."""
    for column in ("stated_by_id", "confirmed_by_id", "disputed_by_id"):
        db.execute(f"alter table memberships add column {column} text")
    db.execute("alter table relations add column disputed_by_id text")
    db.execute("alter table posts add column occupancy text not null default 'unknown'")


def m0024_imported_networks(db: Database) -> None:
    """Keep ids, partitions, weights and directions of networks taken from files."""
    db.execute("alter table organizations add column identifiers text not null default '[]'")
    db.execute("alter table organizations add column partition text not null default ''")
    db.execute("alter table relations add column label text not null default ''")
    db.execute("alter table relations add column mutual integer")
    db.execute("alter table relations add column distance real")
    db.execute("alter table relations rename column strength to strength_before")
    db.execute("alter table relations add column strength real")
    db.execute("update relations set strength = strength_before")
    db.execute("alter table relations drop column strength_before")


def m0025_introductions(db: Database) -> None:
    """Remember which two organisations were introduced, or need not be."""
    create(
        db,
        "introductions",
        "first_id text not null, second_id text not null, status text not null,"
        " reasons text not null, note text not null, decided_by text not null,"
        " decided_on text not null, unique (first_id, second_id)",
    )


def m0026_saved_views(db: Database) -> None:
    """Keep views of the map with a text, in stories, and where their nodes stand."""
    create(
        db,
        "stories",
        "title text not null, summary text not null, public integer not null,"
        " author_id text not null, deleted_at text",
    )
    create(
        db,
        "story_steps",
        "story_id text not null references stories(id), position integer not null,"
        " title text not null, text text not null, address text not null",
    )
    create(
        db,
        "arrangements",
        "name text not null unique, author_id text not null, places text not null,"
        " address text not null, deleted_at text",
    )
    db.execute("create index story_steps_by_story on story_steps (story_id)")
