"""Amendments in the words of councils: read, so that they are carried out, and written."""

from concept_review.instruction_place import Trouble
from concept_review.instruction_reading import UnreadableInstruction, read_instructions
from concept_review.instruction_writing import instructions

__all__ = ["Trouble", "UnreadableInstruction", "instructions", "read_instructions"]
