"""A choice of comparison areas written down, so that nobody can wonder later when it was made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from evaluation.model.canonical import fingerprint
from evaluation.model.choice import FrozenChoice
from evaluation.problems import UsageError
from evaluation.statistics.doctor.neighbours import METHOD
from evaluation.statistics.panel import Panel


def freeze(panel: Panel, areas: Collection[str], *, made_on: date, made_by: str, method: str = METHOD) -> FrozenChoice:
    """The choice of `areas` to compare with, as a record with a digest of itself and of the figures it was made on.

    `made_on` is handed in: statistics has no clock. Raises UsageError for an area that
    is not among the panel's comparison areas, and for a choice nobody made.

    Example
    -------
    >>> import numpy as np
    >>> from evaluation.statistics.simulate import panel
    >>> choice = freeze(panel(np.random.default_rng(1)), ["a05", "a04"], made_on=date(2026, 3, 3), made_by="Eve")
    >>> choice.areas, is_unaltered(choice)
    (('a04', 'a05'), True)
    """
    candidates = {area for area, is_test in zip(panel.areas, panel.is_test, strict=True) if not is_test}
    if unknown := sorted(set(areas) - candidates):
        raise UsageError(f"{unknown[0]} is not among the areas that could be compared with.")
    if not areas or not made_by.strip():
        raise UsageError("A choice names its areas and who made it.")
    tested = tuple(sorted(set(panel.areas) - candidates))
    said = FrozenChoice(tested, tuple(sorted(set(areas))), made_on, made_by.strip(), method, panel.digest, digest="")
    return replace(said, digest=fingerprint(said))


def is_unaltered(choice: FrozenChoice) -> bool:
    """Whether the record still is what was frozen."""
    return choice.digest == fingerprint(replace(choice, digest=""))
