"""What somebody says about a passage of the text, and what others answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from concept_review.block import Block
from concept_review.occurrence import occurrences
from concept_review.passage import Anchor, Found, PassageState, find_passage

TEXT_LIMIT = 3_000
QUOTE_LIMIT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """Something said about a section, at a passage of the wording `base_version_id`.

    `block_id` and `quote` name the passage, `before` and `after` are what stood around it; all
    are "" where the section as a whole is meant, and for answers, whose passage is that of
    the comment `parent_id`. `settled_by` is the account that called the matter settled.
    """

    id: str
    section_id: str
    proposal_id: str | None = None
    parent_id: str | None = None
    author_id: str
    author_name: str
    text: str
    base_version_id: str
    block_id: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""
    settled_by: str | None = None
    created_at: datetime
    revision: int

    @property
    def anchor(self) -> Anchor | None:
        """Return what it is fastened to; None for the section as a whole."""
        if not self.block_id:
            return None
        return Anchor(self.block_id, self.quote, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and its answers, oldest first."""

    first: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether somebody has called it settled."""
        return self.first.settled_by is not None


class InvalidComment(ValueError):
    """The comment cannot be kept; `errors` maps text and quote to codes."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Remember what is wrong by field: required, too_long, not_found, ambiguous."""
        super().__init__(", ".join(f"{field}: {code}" for field, code in errors.items()))
        self.errors = errors


def check_comment(text: str) -> None:
    """Raise `InvalidComment` unless something is said."""
    if not text.strip():
        raise InvalidComment({"text": "required"})
    if len(text) > TEXT_LIMIT:
        raise InvalidComment({"text": "too_long"})


def words_of(passage: str, quote: str) -> str:
    """Return the quoted words as they stand in the passage, which is all of it without a quote.

    Whole words count, the shape of blanks and quotation marks does not. Raises `InvalidComment`
    where the words do not stand there, or stand there more than once.
    """
    wanted = quote.strip() or passage
    if quote.strip() and len(quote) > QUOTE_LIMIT:
        raise InvalidComment({"quote": "too_long"})
    places = occurrences(passage, wanted)
    if len(places) != 1:
        raise InvalidComment({"quote": "ambiguous" if places else "not_found"})
    start, end = places[0]
    return passage[start:end]


def threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Return the comments with their answers, both oldest first; none is left out.

    An answer to something that is not among them stands for itself.
    """
    ordered = sorted(comments, key=lambda each: (each.created_at, each.id))
    answers: dict[str, list[Comment]] = {each.id: [] for each in ordered if each.parent_id is None}
    firsts = []
    for each in ordered:
        if each.parent_id in answers:
            answers[each.parent_id].append(each)
        else:
            firsts.append(each)
    return tuple(Thread(each, tuple(answers.get(each.id, ()))) for each in firsts)


def find_carried(
    anchor: Anchor, wordings: Sequence[Sequence[Block]], here: Sequence[Block], *, ended: bool
) -> Found:
    """Return where a passage stands in a section that took over from the one it was said of.

    `wordings` are those of the old section, from that of the anchor on; `ended` says that it is
    no longer in force. A passage that the old section still has is not looked for elsewhere.
    """
    gone = Found(PassageState.GONE)
    if not ended and find_passage(anchor, wordings).state is not PassageState.GONE:
        return gone
    # It went over in the step in which the old section lost it, so the latest wording is first.
    for end in range(len(wordings), 0, -1):
        found = find_passage(anchor, [*wordings[:end], here])
        if found.state is not PassageState.GONE:
            return found
    return gone
