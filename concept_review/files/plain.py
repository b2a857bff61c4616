"""Drafts as plain values, for the way from the process that reads to the one that asked."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import Any

from concept_review.block import blocks_from_json, blocks_to_json
from concept_review.draft import Draft, Format, Loss, Lost, Origin, Piece, TrackedChange


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """Return the draft as plain values for `json.dumps`."""
    return {
        "format": draft.format.value,
        "title": draft.title,
        "pieces": _pieces_to_json(draft.pieces),
        "accepted": _pieces_to_json(draft.accepted),
        "changes": [
            {
                "author": change.author,
                "day": change.day,
                "start": change.start,
                "end": change.end,
                "blocks": blocks_to_json(change.blocks),
            }
            for change in draft.changes
        ],
        "origin": None if draft.origin is None else astuple(draft.origin),
    }


def draft_from_json(entry: Mapping[str, Any]) -> Draft:
    """Return the draft that `draft_to_json` wrote; raise KeyError or ValueError for others."""
    return Draft(
        format=Format(entry["format"]),
        title=entry["title"],
        pieces=_pieces_from_json(entry["pieces"]),
        accepted=_pieces_from_json(entry["accepted"]),
        changes=tuple(
            TrackedChange(
                author=change["author"],
                day=change["day"],
                start=change["start"],
                end=change["end"],
                blocks=blocks_from_json(change["blocks"]),
            )
            for change in entry["changes"]
        ),
        origin=None if entry["origin"] is None else Origin(*entry["origin"]),
    )


def _pieces_to_json(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [
        {
            "block": blocks_to_json([piece.block])[0],
            "level": piece.level,
            "suspected": piece.suspected,
            "lost": [[lost.kind.value, lost.excerpt] for lost in piece.lost],
        }
        for piece in pieces
    ]


def _pieces_from_json(entries: Iterable[Mapping[str, Any]]) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            block=blocks_from_json([entry["block"]])[0],
            level=entry["level"],
            suspected=entry["suspected"],
            lost=tuple(Lost(Loss(kind), excerpt) for kind, excerpt in entry["lost"]),
        )
        for entry in entries
    )
