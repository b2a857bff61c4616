"""The schema of proposals on their way to a decided text: the steps after `migrations_concept`.

Each step is complete in itself and never imports the rooms, so that it means the same for ever.
"""

from sqlite_utils import Database, Migrations

from data.migration_tables import create


def add_to(steps: Migrations) -> None:
    """Add these steps behind those that are there."""
    for step in (m0012_kinds, m0013_history, m0014_papers, m0015_incorporation):
        steps()(step)


def m0012_kinds(db: Database) -> None:
    """Keep what shall be done with the text, for whom, and what came of it."""
    for column in (
        "kind text not null default 'replace'",
        "author_name text not null default ''",
        "organization_id text references organizations(id)",
        "anchor_id text references sections(id)",
        "placement text",
        "editorial integer not null default 0",
        "number integer not null default 1",
        "recommendation text",
        "recommendation_note text not null default ''",
        "result text",
        "resubmit_on text",
        "paper_id text",
        "alternative integer not null default 0",
        "copied_from text references proposals(id)",
    ):
        db.execute(f"alter table proposals add column {column}")
    db.execute(
        "update proposals set result = (select result from decisions"
        " where decisions.proposal_id = proposals.id order by decisions.id desc limit 1)"
    )


def m0013_history(db: Database) -> None:
    """Keep every revision of a proposal, every step of its way, and who signed it."""
    create(
        db,
        "proposal_revisions",
        "proposal_id text not null references proposals(id), number integer not null,"
        " headline text not null, rationale text not null, title text not null,"
        " blocks text not null, base_version_id text not null references section_versions(id),"
        " base_fingerprint text not null, author_id text not null, reason text not null,"
        " unique (proposal_id, number)",
    )
    db.execute(
        "insert into proposal_revisions (id, revision, created_at, modified_at, proposal_id,"
        " number, headline, rationale, title, blocks, base_version_id, base_fingerprint,"
        " author_id, reason) select lower(hex(randomblob(16))), 1, created_at, created_at, id,"
        " 1, headline, rationale, title, blocks, base_version_id, base_fingerprint, author_id,"
        " 'proposed' from proposals"
    )
    create(
        db,
        "proposal_steps",
        "proposal_id text not null references proposals(id), action text not null,"
        " actor_id text not null, reason text not null, result text not null, day text,"
        " organization_id text references organizations(id), number integer not null",
    )
    create(
        db,
        "proposal_cosignatures",
        "proposal_id text not null references proposals(id),"
        " organization_id text not null references organizations(id), due_on text,"
        " answer text, reservation text not null, number integer not null, answered_by text,"
        " answered_on text, void integer not null",
    )
    create(
        db,
        "proposal_supporters",
        "proposal_id text not null references proposals(id), account_id text not null,"
        " organization_id text references organizations(id), name text not null,"
        " unique (proposal_id, account_id)",
    )
    db.execute("create index proposal_steps_by_proposal on proposal_steps (proposal_id)")


def m0014_papers(db: Database) -> None:
    """Keep what lies before bodies, which bodies deal with it, and how they voted."""
    create(
        db,
        "papers",
        "concept_id text not null references concepts(id), title text not null,"
        " reference text not null, tabled_version_id text not null references versions(id),"
        " motion text not null, rationale text not null",
    )
    create(
        db,
        "consultations",
        "paper_id text not null references papers(id), position integer not null,"
        " body text not null, role text not null, day text, result text not null,"
        " agenda_item text not null, votes_yes integer, votes_no integer,"
        " votes_abstained integer, note text not null",
    )
    for column in (
        "paper_id text references papers(id)",
        "agenda_item text not null default ''",
        "votes_yes integer",
        "votes_no integer",
        "votes_abstained integer",
        "superseded_by text references proposals(id)",
        "resubmit_on text",
        "revision_number integer not null default 1",
    ):
        db.execute(f"alter table decisions add column {column}")
    db.execute("create index proposals_by_paper on proposals (paper_id)")


def m0015_incorporation(db: Database) -> None:
    """Keep which decision brought which wording, and since when a version is published."""
    create(
        db,
        "incorporations",
        "version_id text not null references versions(id),"
        " section_id text not null references sections(id), wording_id text,"
        " proposal_id text not null references proposals(id),"
        " decision_id text not null references decisions(id)",
    )
    db.execute(
        "insert into incorporations (id, revision, created_at, modified_at, version_id,"
        " section_id, wording_id, proposal_id, decision_id) select lower(hex(randomblob(16))), 1,"
        " wording.created_at, wording.created_at, wording.version_id, wording.section_id,"
        " wording.id, decision.proposal_id, decision.id from section_versions wording"
        " join decisions decision on decision.id = wording.decision_id"
    )
    db.execute("create index incorporations_by_section on incorporations (section_id)")
    db.execute("alter table sections add column competence text not null default 'council'")
    db.execute("alter table sections add column retired_in text references versions(id)")
    db.execute("alter table versions add column published_on text")
