"""The whole policy as one table: which role holds which permission."""

from collections.abc import Mapping
from enum import StrEnum

from accounts.identity import Identity, Role


class NotPermitted(Exception):
    """The identity lacks the permission; nothing was read or written."""

    def __init__(self, actor: Identity, permission: "Permission") -> None:
        """Remember who wanted what, for the log of the server only."""
        super().__init__(f"{actor.role} may not {permission}")
        self.actor = actor
        self.permission = permission


class Permission(StrEnum):
    """What one can be allowed to do, named as noun and verb of the office."""

    ORGANIZATION_REGISTER = "organization:register"
    """Submit an organisation for publication."""
    REGISTRATION_READ = "registration:read"
    """See what was submitted, contact person included."""
    REGISTRATION_DECIDE = "registration:decide"
    """Confirm or reject a registration."""
    ENTRY_EDIT = "entry:edit"
    """Look after the entry of one's own organisation, with its ties, posts and contacts."""
    ENTRY_EDIT_ANY = "entry:edit_any"
    """The same for every organisation."""
    ENTRY_CHECK = "entry:check"
    """Accept or refuse changes that organisations made to their entries."""
    ENTRY_LINK_SEND = "entry_link:send"
    """Send an organisation a link to its entry."""
    LINK_REDEEM = "link:redeem"
    """Act once by a link from a mail, or ask for one; the link proves who it is."""
    ORGANIZATION_RESHAPE = "organization:reshape"
    """Rename, merge, succeed and dissolve organisations."""
    MAIL_TEXT_EDIT = "mail_text:edit"
    """Say in the city's own words what its mails say."""
    CONTACT_READ = "contact:read"
    """See contact persons who are not public."""
    NETWORK_IMPORT = "network:import"
    """Take organisations, posts, ties and figures from files."""
    ADVICE_READ = "advice:read"
    """See whom to introduce, who was not heard, and what else the network asks to be done."""
    INTRODUCTION_RECORD = "introduction:record"
    """Say that two organisations were introduced, or need not be."""
    TIE_SETTLE = "tie:settle"
    """Record that a side confirms or disputes a tie."""
    POST_FILL = "post:fill"
    """Say whether a post is held or vacant."""
    STORY_EDIT = "story:edit"
    """Keep views of the network with a text, as steps to play."""
    ARRANGEMENT_SAVE = "arrangement:save"
    """Keep where the nodes of a view stand."""
    CONCEPT_IMPORT = "concept:import"
    """Take a concept from a file."""
    SECTION_REVIEW = "section:review"
    """Say whether a section still holds."""
    SECTION_LINK = "section:link"
    """Say what a section rests on, and keep laws and resolutions up to date."""
    RESPONSIBILITY_SET = "responsibility:set"
    """Say which organisations lead a section, stand in, or take part."""
    TASK_COORDINATE = "task:coordinate"
    """Give the review of a section to a unit, or call it off."""
    TASK_HINT = "task:hint"
    """Say that a section should be looked at."""
    TASK_READ = "task:read"
    """See who has which review, and what was said about it."""
    REMINDER_SEND = "reminder:send"
    """Remind those responsible by mail."""
    MAIL_READ = "mail:read"
    """See the mails that wait or could not be sent."""
    CALENDAR_SUBSCRIBE = "calendar:subscribe"
    """Have the days of reviews in one's own calendar."""
    PROPOSAL_READ = "proposal:read"
    """Read proposals that are not decided yet."""
    PROPOSAL_SUBMIT = "proposal:submit"
    """Propose a new wording of a section, and withdraw one's own."""
    PROPOSAL_STEER = "proposal:steer"
    """Admit, recommend and table proposals on one's sections, and work in what is decided."""
    PROPOSAL_DECIDE = "proposal:decide"
    """Record what bodies decide on proposals, and when a text is published."""
    PROPOSAL_INVITE = "proposal:invite"
    """Ask an organisation by mail to join in without an account."""
    PROPOSAL_SUBMIT_AS_CITIZEN = "proposal:submit_as_citizen"
    """Propose a new wording without any account, where the city has switched that on."""
    COMMENT_READ = "comment:read"
    """Read what is said about passages of the text."""
    COMMENT_WRITE = "comment:write"
    """Say something about a passage, answer, and settle what one began oneself."""
    COMMENT_SETTLE = "comment:settle"
    """Settle and reopen what others began."""
    SWITCH_SET = "switch:set"
    """Switch on or off what the city offers to everybody."""
    ACCOUNT_MANAGE = "account:manage"
    """Add and end accounts and hand out one-time links."""
    SIGN_IN = "session:sign_in"
    """Begin and end sessions of one's own, after proof of who one is."""


_P = Permission
_STAFF = frozenset(
    {
        _P.SIGN_IN,
        _P.ORGANIZATION_REGISTER,
        _P.LINK_REDEEM,
        _P.ENTRY_EDIT,
        _P.CONTACT_READ,
        _P.ADVICE_READ,
        _P.STORY_EDIT,
        _P.SECTION_REVIEW,
        _P.SECTION_LINK,
        _P.TASK_HINT,
        _P.TASK_READ,
        _P.CALENDAR_SUBSCRIBE,
        _P.PROPOSAL_READ,
        _P.PROPOSAL_SUBMIT,
        _P.PROPOSAL_STEER,
        _P.COMMENT_READ,
        _P.COMMENT_WRITE,
        _P.COMMENT_SETTLE,
    }
)

POLICY: Mapping[Role, frozenset[Permission]] = {
    Role.PUBLIC: frozenset(
        {_P.ORGANIZATION_REGISTER, _P.LINK_REDEEM, _P.PROPOSAL_SUBMIT_AS_CITIZEN}
    ),
    Role.ORG_EDITOR: frozenset(
        {
            _P.SIGN_IN,
            _P.ORGANIZATION_REGISTER,
            _P.LINK_REDEEM,
            _P.ENTRY_EDIT,
            _P.PROPOSAL_READ,
            _P.PROPOSAL_SUBMIT,
            _P.COMMENT_READ,
            _P.COMMENT_WRITE,
            _P.TASK_HINT,
        }
    ),
    Role.STAFF: _STAFF,
    Role.LEAD: _STAFF,
    Role.COORDINATOR: _STAFF
    | {
        _P.REGISTRATION_READ,
        _P.REGISTRATION_DECIDE,
        _P.ENTRY_EDIT_ANY,
        _P.ENTRY_CHECK,
        _P.ENTRY_LINK_SEND,
        _P.ORGANIZATION_RESHAPE,
        _P.MAIL_TEXT_EDIT,
        _P.INTRODUCTION_RECORD,
        _P.TIE_SETTLE,
        _P.POST_FILL,
        _P.ARRANGEMENT_SAVE,
        _P.NETWORK_IMPORT,
        _P.CONCEPT_IMPORT,
        _P.PROPOSAL_DECIDE,
        _P.PROPOSAL_INVITE,
        _P.SWITCH_SET,
        _P.ACCOUNT_MANAGE,
        _P.RESPONSIBILITY_SET,
        _P.TASK_COORDINATE,
        _P.REMINDER_SEND,
        _P.MAIL_READ,
    },
    Role.CLERK: frozenset(
        {
            _P.SIGN_IN,
            _P.ORGANIZATION_REGISTER,
            _P.LINK_REDEEM,
            _P.PROPOSAL_READ,
            _P.PROPOSAL_DECIDE,
            _P.COMMENT_READ,
        }
    ),
    Role.ADMIN: frozenset(
        {_P.SIGN_IN, _P.ORGANIZATION_REGISTER, _P.LINK_REDEEM, _P.ACCOUNT_MANAGE}
    ),
    Role.OPERATOR: frozenset(
        {
            _P.NETWORK_IMPORT,
            _P.CONCEPT_IMPORT,
            _P.SECTION_REVIEW,
            _P.SECTION_LINK,
            _P.RESPONSIBILITY_SET,
            _P.TASK_COORDINATE,
            _P.TASK_READ,
            _P.REMINDER_SEND,
            _P.PROPOSAL_READ,
            _P.PROPOSAL_SUBMIT,
            _P.ACCOUNT_MANAGE,
        }
    ),
}


def may(actor: Identity, permission: Permission) -> bool:
    """Say whether the actor holds the permission."""
    return permission in POLICY[actor.role]


def require(actor: Identity, permission: Permission) -> None:
    """Raise `NotPermitted` unless the actor holds the permission."""
    if not may(actor, permission):
        raise NotPermitted(actor, permission)
