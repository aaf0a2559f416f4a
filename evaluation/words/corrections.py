"""Sentences about figures that were corrected after something was made of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from evaluation.words.capitals import capital
from evaluation.words.dates import day
from evaluation.words.numbers import counted
from evaluation.words.streams import listed


def touched(prototype: str, measure: str, figures: int, resting: Sequence[str]) -> str:
    """`One team, Reviews on time: 3 figures behind this result are corrected. The decision of ... rests on it.`."""
    are = "is" if figures == 1 else "are"
    said = f"{prototype}, {measure}: {counted(figures, 'figure')} behind this result {are} corrected."
    if not resting:
        return said
    rest = "rests" if len(resting) == 1 else "rest"
    return f"{said} {capital(listed(resting))} {rest} on it."


def corrected_since(on: date) -> str:
    """What stands with a result that is shown as it was known before."""
    return f"Figures behind this were corrected on {day(on)}; this is the result as known before."


def made_before(on: date) -> str:
    """What stands with something that cites a result whose figures were corrected since."""
    return f"made before figures behind it were corrected on {day(on)}"
