"""The schema of how organisations add themselves, stay current, and change.

Each step is complete in itself and never imports the rooms, so that it means the same for ever.
"""

from sqlite_utils import Database, Migrations

from data.migration_tables import create


def add_to(steps: Migrations) -> None:
    """Add these steps behind those that are there."""
    for step in (
        m0027_registrations_by_mail,
        m0028_entry_links,
        m0029_entry_changes,
        m0030_merges,
        m0031_mail_texts,
        m0032_tries,
    ):
        steps()(step)


def m0027_registrations_by_mail(db: Database) -> None:
    """Keep whether a registration's address was confirmed, what was asked back and answered."""
    for column in (
        "language text not null default 'de'",
        "email_confirmed_at text",
        "question text not null default ''",
        "answer text not null default ''",
        "answered_at text",
        "decided_by text",
    ):
        db.execute(f"alter table registrations add column {column}")
    db.execute("alter table persons add column language text not null default 'de'")
    db.execute("create index registrations_by_status on registrations (status, submitted_at)")


def m0028_entry_links(db: Database) -> None:
    """Keep links by mail about registrations, entries and ties; of their secrets only hashes."""
    create(
        db,
        "entry_links",
        "token_hash text not null unique, purpose text not null,"
        " organization_id text references organizations(id),"
        " registration_id text references registrations(id), tie_table text, tie_id text,"
        " account_id text references accounts(id),"
        " email text not null, language text not null, expires_at text not null, used_at text",
    )
    db.execute("create index entry_links_by_organization on entry_links (organization_id, purpose)")


def m0029_entry_changes(db: Database) -> None:
    """Keep changes of entries that wait for the coordination, and what became of them."""
    create(
        db,
        "entry_changes",
        "organization_id text not null references organizations(id), before text not null,"
        " after text not null, status text not null, submitted_by text not null,"
        " submitted_at text not null, decided_by text, decided_on text, reason text not null",
    )
    db.execute("create index entry_changes_by_status on entry_changes (status, submitted_at)")


def m0030_merges(db: Database) -> None:
    """Keep what was merged, dissolved and continued, all that moved, and names of before."""
    db.execute(
        "alter table organizations add column merged_into_id text references organizations(id)"
    )
    create(
        db,
        "merges",
        "kept_id text not null references organizations(id),"
        " gone_id text not null references organizations(id), moves text not null,"
        " merged_by text not null, merged_on text not null, undone_by text, undone_on text,"
        " left_over text not null default '[]'",
    )
    create(
        db,
        "former_names",
        "organization_id text not null references organizations(id), name text not null,"
        " short_name text not null, until text not null",
    )
    create(
        db,
        "not_duplicates",
        "first_id text not null, second_id text not null, said_by text not null,"
        " said_on text not null, unique (first_id, second_id)",
    )
    create(
        db,
        "dissolutions",
        "organization_id text not null references organizations(id), day text not null,"
        " note text not null, moves text not null, dissolved_by text not null, undone_by text,"
        " undone_on text, left_over text not null default '[]'",
    )
    create(
        db,
        "continuations",
        "heir_id text not null references organizations(id), old_ids text not null,"
        " begun integer not null, day text not null, moves text not null,"
        " entered_by text not null, undone_by text, undone_on text,"
        " left_over text not null default '[]'",
    )
    db.execute(
        "alter table organizations add column also_successor_of_ids text not null default '[]'"
    )
    db.execute("create index former_names_by_organization on former_names (organization_id)")


def m0031_mail_texts(db: Database) -> None:
    """Keep the city's own wording of its mails, and in which language a mail is."""
    db.execute("alter table mails add column language text not null default 'de'")
    create(
        db,
        "mail_texts",
        "occasion text not null, language text not null, subject text not null,"
        " body text not null, unique (occasion, language)",
    )


def m0032_tries(db: Database) -> None:
    """Count what comes from one address by one form; of addresses only keyed hashes."""
    create(
        db,
        "tries",
        "form text not null, source text not null, at text not null",
        record=False,
    )
    db.execute("create index tries_by_form on tries (form, source, at)")
    create(db, "keys", "name text primary key, value text not null", record=False)
