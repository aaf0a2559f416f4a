"""What is said about numbers that are taken away: it travels with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from evaluation.disclosure import PROFILES
from evaluation.model.release import Released, Stamps, Table
from evaluation.report.cells import HIDDEN_WORDS
from evaluation.words import breakable
from evaluation.words.stamps import LOUD, PUBLISHED, stamp_sentences

HIDDEN_CELL: Final = (
    f'It says "{HIDDEN_WORDS}". There is a figure: it is small, or it would give a small one away. '
    "Hidden does not mean zero."
)
Notes = tuple[tuple[str, str], ...]


def notes(released: Released[Table]) -> Notes:
    """Pairs of words: stamps first, then source and what the table says of itself, then what hidden means."""
    table, stamps = released.content, released.stamps
    lines = (
        ("About these figures", breakable(" ".join(stamp_sentences(stamps)))),
        ("Source", table.source.removeprefix("Source: ")),
        *table.notes,
        ("Small numbers", rule(stamps)),
        ("A hidden cell", HIDDEN_CELL),
        ("An empty cell", "There is no figure. It does not mean zero."),
    )
    return tuple((what, said) for what, said in lines if said and (what != "A hidden cell" or stamps.hidden))


def rule(stamps: Stamps) -> str:
    """How small numbers are protected, in a sentence or two."""
    if stamps.true_values:
        return "Nothing was hidden and nothing rounded."
    if stamps.published:
        return PUBLISHED
    if stamps.profile not in PROFILES:
        return ""
    profile = PROFILES[stamps.profile]
    hides = f"Numbers of people from 1 to {profile.below - 1} are hidden, and others that would give one away."
    rounds = f" What is shown is rounded to {profile.round_to}." if profile.round_to else " Nothing is rounded."
    return hides + rounds


def loud(stamps: Stamps) -> str:
    """What must stand beside every row, wherever it is pasted: illustrative, draft, true values."""
    return " ".join(sentence.removesuffix(".") for sentence in stamp_sentences(stamps) if sentence in LOUD)


def headings(table: Table) -> Sequence[str]:
    """The names of the columns."""
    return [column.name for column in table.columns]
