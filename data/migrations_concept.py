"""The schema of versions, responsibility and reviews: the steps after those in `migrations`.

Each step is complete in itself and never imports the rooms, so that it means the same for ever.
"""

from sqlite_utils import Database, Migrations

from data.migration_tables import create


def add_to(steps: Migrations) -> None:
    """Add these steps behind those that are there."""
    for step in (m0008_versions, m0009_links, m0010_review_tasks, m0011_mail):
        steps()(step)


def m0008_versions(db: Database) -> None:
    """Keep which sections are no longer in force, and what became of them."""
    db.execute("alter table sections add column retired_on text")
    create(
        db,
        "section_successions",
        "version_id text not null references versions(id),"
        " old_id text not null references sections(id),"
        " new_id text not null references sections(id), kind text not null,"
        " similarity real not null, state text not null",
    )
    db.execute("create index successions_by_old on section_successions (old_id)")
    db.execute("create index successions_by_new on section_successions (new_id)")


def m0009_links(db: Database) -> None:
    """Keep laws and resolutions that sections rest on, and when a link was ended."""
    create(
        db,
        "legal_acts",
        "kind text not null, title text not null, reference text not null, as_of text not null,"
        " note text not null",
    )
    db.execute("alter table section_links add column removed_at text")


def m0010_review_tasks(db: Database) -> None:
    """Keep who is responsible for a section, and what is to be done about it by whom."""
    create(
        db,
        "responsibilities",
        "section_id text not null references sections(id),"
        " organization_id text not null references organizations(id), part text not null,"
        " unique (section_id, organization_id)",
    )
    create(
        db,
        "review_tasks",
        "section_id text not null references sections(id), state text not null,"
        " reason text not null, organization_id text references organizations(id),"
        " due_on text, resubmit_on text, fingerprint text not null, review_id text",
    )
    db.execute(
        "create unique index one_active_task on review_tasks (section_id)"
        " where state not in ('concluded', 'cancelled')"
    )
    create(
        db,
        "task_steps",
        "task_id text not null references review_tasks(id), action text not null,"
        " actor_id text not null, organization_id text, reason text not null, day text",
    )
    create(
        db,
        "cosignatures",
        "task_id text not null references review_tasks(id),"
        " organization_id text not null references organizations(id), due_on text,"
        " answer text, reservation text not null, fingerprint text not null, answered_by text,"
        " answered_on text, void integer not null",
    )
    create(
        db,
        "editorial_changes",
        "section_id text not null references sections(id), old_fingerprint text not null,"
        " new_fingerprint text not null, stated_by text not null, confirmed_by text",
    )
    db.execute("alter table reviews add column promised_on text")


def m0011_mail(db: Database) -> None:
    """Keep mails until they are sent, and the secret addresses of calendars."""
    db.execute("alter table accounts add column email text not null default ''")
    create(
        db,
        "mails",
        "recipient text not null, subject text not null, body text not null,"
        " purpose text not null, subject_id text not null, sent_at text, fault text not null,"
        " tries integer not null",
    )
    create(
        db,
        "calendar_feeds",
        "token_hash text not null unique, account_id text not null references accounts(id),"
        " organization_id text references organizations(id), ended_at text",
    )
