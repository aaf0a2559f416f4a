"""Every way of reckoning chance for a two-way estimate that its design can carry, and which of them speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.model.results import Opinion
from evaluation.problems import UsageError
from evaluation.statistics.inference.absorbed import Absorbed
from evaluation.statistics.inference.clustered import crv1, crv2, crv3
from evaluation.statistics.inference.leverage import leverage
from evaluation.statistics.inference.wild_bootstrap import wild_bootstrap

INFERENCES: Final = ("crv1", "crv1-all", "crv2", "crv3", "wild")
# From so many areas on, clustered errors may be taken at their word (Angrist and Pischke 2009, section 8.2.3),
# if enough of them are test areas: on official figures they find an effect where there is none in 84, 38, 23 and
# 15 of 100 with 1, 2, 3 and 5 (STATISTICS).
MANY_AREAS: Final = 42
MANY_TEST_AREAS: Final = 8
# Studies of so many places with this few test areas are published with clustered errors that count every effect
# (A Better Start, two-way: 1.34 points); given so, with a caution, and Bell and McCaffrey's beside it.
NATIONAL: Final = 100
SEVERAL_TEST_AREAS: Final = 4
# Up to so many areas the opinions that look at each area, or draw signs for each, are worked out unasked.
MOST_LOOKED_AT: Final = 1_000
MOST_DRAWN_FOR: Final = 50
# Beyond so many areas signs are not drawn at all: areas x areas no longer fits.
MOST_DRAWN: Final = 2_000


def headline(told: Mapping[str, Opinion], areas: int, test: int, inference: str | None) -> str | None:
    """The name of the opinion that speaks: the one asked for, None where it could not be had, or this design's."""
    if inference is not None:
        return inference if inference in told and told[inference].low is not None else None
    if areas >= MANY_AREAS and test >= MANY_TEST_AREAS:
        return "crv1"
    is_national = areas >= NATIONAL and test >= SEVERAL_TEST_AREAS
    return "crv1-all" if is_national or "crv2" not in told else "crv2"


def opinions(found: Absorbed, test: int, level: float, inference: str | None) -> Mapping[str, Opinion]:
    """The opinions this design can carry, by their name in `INFERENCES`. Raises UsageError for one there is not."""
    if inference is not None and inference not in INFERENCES:
        raise UsageError(f"There is no inference {inference}; there are {', '.join(INFERENCES)}.")
    areas = found.size[1]
    told = {"crv1": crv1(found, level), "crv1-all": crv1(found, level, counts_all=True)}
    if areas <= MOST_LOOKED_AT or test < SEVERAL_TEST_AREAS or inference in {"crv2", "crv3"}:
        told |= _by_leverage(found, level)
    # With one test area this test can never reject (MacKinnon and Webb 2017).
    if test > 1 and areas <= (MOST_DRAWN if inference == "wild" else MOST_DRAWN_FOR):
        told["wild"] = wild_bootstrap(found, level)
    return told


def _by_leverage(found: Absorbed, level: float) -> dict[str, Opinion]:
    pulls = leverage(found)
    if pulls is None or not pulls.unbiased > 0:
        return {}
    told = {"crv2": crv2(found, pulls, level)}
    return told | ({"crv3": crv3(found, pulls, level)} if pulls.can_leave_out else {})


def is_too_narrow(test: int, spoken: str) -> bool:
    """Whether this inference is known to find effects too often with so few test areas."""
    return test == 1 or (spoken.startswith("crv1") and test < MANY_TEST_AREAS)
