"""The schema of what people say about the text, and of how those without an account join in.

Each step is complete in itself and never imports the rooms, so that it means the same for ever.
"""

from sqlite_utils import Database, Migrations

from data.migration_tables import create


def add_to(steps: Migrations) -> None:
    """Add these steps behind those that are there."""
    for step in (m0020_comments, m0021_guest_links, m0022_citizens):
        steps()(step)


def m0020_comments(db: Database) -> None:
    """Keep what was said at which passage, and whether it is settled."""
    create(
        db,
        "comments",
        "section_id text not null references sections(id),"
        " proposal_id text references proposals(id), parent_id text references comments(id),"
        " author_id text not null, author_name text not null, text text not null,"
        " base_version_id text not null references section_versions(id),"
        " block_id text not null, quote text not null, before text not null,"
        " after text not null, settled_by text",
    )
    db.execute("create index comments_by_section on comments (section_id)")


def m0021_guest_links(db: Database) -> None:
    """Keep which organisation was asked by which address; of the link only its hash.

    The secret part of a mail is kept until the mail is sent, and no longer.
    """
    create(
        db,
        "guest_links",
        "token_hash text not null unique,"
        " organization_id text not null references organizations(id),"
        " section_id text not null references sections(id),"
        " account_id text not null references accounts(id), email text not null,"
        " invited_by text not null, expires_at text not null, used_at text",
    )
    db.execute("alter table mails add column secret text not null default ''")


def m0022_citizens(db: Database) -> None:
    """Keep what the city has switched on, and how to reach citizens who proposed something."""
    create(db, "switches", "is_on integer not null")
    create(
        db,
        "citizen_contacts",
        "proposal_id text not null unique references proposals(id), email text not null",
    )
