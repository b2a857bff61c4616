"""The schema, one step after another; steps are only ever added at the end.

Each step is complete in itself and never imports the rooms, so that it means the same for ever.
"""

from sqlite_utils import Database, Migrations

from data import (
    migrations_concept,
    migrations_discussion,
    migrations_network,
    migrations_proposals,
    migrations_upkeep,
)
from data.migration_tables import create

ALL = Migrations("bindeglied")

_DATED = "start_date text, end_date text"


@ALL()
def m0001_log(db: Database) -> None:
    """Keep the chained log, and the keys of forms that were saved."""
    create(
        db,
        "events",
        "seq integer primary key, at text not null, actor text not null, verb text not null,"
        " subject_type text not null, subject_id text not null, detail text not null,"
        " previous_hash text not null, hash text not null",
        record=False,
    )
    create(
        db,
        "form_keys",
        "key text primary key, subject_id text not null, at text not null",
        record=False,
    )


@ALL()
def m0002_accounts(db: Database) -> None:
    """Keep accounts, sign-in sessions and one-time links; of secrets only hashes."""
    create(
        db,
        "accounts",
        "name text not null, login text not null unique, role text not null,"
        " organization_id text, password_hash text, disabled_at text",
    )
    create(
        db,
        "sessions",
        "token_hash text not null unique, account_id text not null references accounts(id),"
        " expires_at text not null, revoked_at text",
    )
    create(
        db,
        "one_time_links",
        "token_hash text not null unique, account_id text not null references accounts(id),"
        " expires_at text not null, used_at text",
    )


@ALL()
def m0003_organizations(db: Database) -> None:
    """Keep who is there: organisations, posts and contact persons."""
    create(
        db,
        "organizations",
        "name text not null, classification text not null, short_name text not null,"
        " other_names text not null, parent_id text references organizations(id),"
        " district text not null, website text not null, description text not null,"
        " languages text not null, target_groups text not null, topic_ids text not null,"
        " offers text not null, needs text not null, open_for_cooperation integer,"
        f" {_DATED}, successor_of_id text references organizations(id), sources text not null,"
        " confirmed_on text, source_key text unique",
    )
    create(
        db,
        "posts",
        "label text not null, organization_id text not null references organizations(id),"
        f" role text not null, description text not null, {_DATED}, sources text not null,"
        " source_key text unique",
    )
    create(
        db,
        "persons",
        "name text not null, organization_id text not null references organizations(id),"
        " email text not null, phone text not null, public integer not null,"
        " consent_text text not null, consent_on text",
    )


@ALL()
def m0004_ties(db: Database) -> None:
    """Keep how they are connected, and where they stand on the map."""
    create(
        db,
        "memberships",
        "organization_id text not null references organizations(id), role text not null,"
        " member_organization_id text references organizations(id),"
        " person_id text references persons(id), post_id text references posts(id),"
        f" on_behalf_of_id text references organizations(id), {_DATED}, sources text not null",
    )
    create(
        db,
        "relations",
        "subject_id text not null, object_id text not null, classification text not null,"
        f" strength integer, note text not null, {_DATED}, stated_by_id text,"
        " confirmed_by_id text, sources text not null",
    )
    create(
        db,
        "positions",
        "node_id text primary key, x real not null, y real not null",
        record=False,
    )
    db.execute("create index memberships_by_organization on memberships (organization_id)")


@ALL()
def m0005_topics_figures_and_registrations(db: Database) -> None:
    """Keep topics, figures and what waits in the inbox, and make names findable."""
    create(
        db,
        "topics",
        "term text not null, parent_id text references topics(id), source_key text unique",
    )
    create(
        db,
        "figures",
        "name text not null, unit text not null, area text not null, value real not null,"
        " as_of text not null, sources text not null, series_key text not null",
    )
    create(
        db,
        "registrations",
        "content text not null, status text not null, submitted_at text not null,"
        " consent_version text not null, organization_id text references organizations(id),"
        " decided_on text, reason text not null",
    )
    db.execute(
        "create virtual table search_index using fts5(kind unindexed, subject_id unindexed, text)"
    )


@ALL()
def m0006_concept(db: Database) -> None:
    """Keep the concept, its versions, its sections and every wording of them."""
    create(
        db,
        "concepts",
        "title text not null, short_title text not null, notice text not null",
    )
    create(
        db,
        "versions",
        "concept_id text not null references concepts(id), number integer not null,"
        " label text not null, unique (concept_id, number)",
    )
    create(
        db,
        "sections",
        "concept_id text not null references concepts(id), interval_months integer not null,"
        " current_version_id text",
    )
    create(
        db,
        "section_versions",
        "section_id text not null references sections(id),"
        " version_id text not null references versions(id), number integer not null,"
        " parent_id text references sections(id), position integer not null,"
        " level integer not null, title text not null, blocks text not null,"
        " fingerprint text not null, decision_id text, unique (section_id, number)",
    )
    create(
        db,
        "section_links",
        "section_id text not null references sections(id), target_type text not null,"
        " target_id text not null",
    )
    db.execute("create index section_versions_by_section on section_versions (section_id)")
    db.execute("create index section_links_by_section on section_links (section_id)")


@ALL()
def m0007_reviews_and_proposals(db: Database) -> None:
    """Keep what was said, proposed and decided about sections."""
    create(
        db,
        "reviews",
        "section_id text not null references sections(id), verdict text not null,"
        " rationale text not null, fingerprint text not null, basis text not null,"
        " reviewer_id text not null, reviewed_on text not null, next_due text",
    )
    create(
        db,
        "proposals",
        "section_id text not null references sections(id), headline text not null,"
        " rationale text not null, state text not null, author_id text not null,"
        " base_version_id text not null references section_versions(id),"
        " base_fingerprint text not null, title text not null, blocks text not null",
    )
    create(
        db,
        "decisions",
        "proposal_id text not null references proposals(id), result text not null,"
        " competence text not null, body text not null, decided_on text not null,"
        " reference text not null, note text not null, recorded_by text not null",
    )
    db.execute("create index reviews_by_section on reviews (section_id)")
    db.execute("create index proposals_by_section on proposals (section_id)")


migrations_concept.add_to(ALL)
migrations_proposals.add_to(ALL)
migrations_discussion.add_to(ALL)
migrations_network.add_to(ALL)
migrations_upkeep.add_to(ALL)
