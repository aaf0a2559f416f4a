"""Comparison areas by rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from evaluation.model.gazetteer import Gazetteer, is_code

# Beginnings of the codes of areas that lie side by side and together cover England, from the large to the small.
TIERS: Final = (("E92",), ("E12",), ("E06", "E08", "E09", "E10"), ("E06", "E07", "E08", "E09"))


def every(
    starting_with: Collection[str],
    leaving_out: Collection[str],
    codes: Iterable[str],
    *,
    test_areas: Collection[str] = (),
) -> tuple[str, ...]:
    """The codes that begin with any of `starting_with`, sorted, once each, without those left out and the test areas.

    Example
    -------
    >>> every(("E06", "E08"), ("E06000053",), ["E08000035", "E06000009", "E06000053", "E12000003"])
    ('E06000009', 'E08000035')
    """
    passed_over = {*leaving_out, *test_areas}
    return tuple(sorted({code for code in codes if code.startswith(tuple(starting_with))} - passed_over))


def alongside(test_areas: Collection[str], codes: Iterable[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The codes of areas that could be compared with the test areas: of their tier, and none within another of them.

    Of official areas those of the first tier that holds all test areas; areas with
    codes of their own are taken whatever they begin with.

    Example
    -------
    >>> alongside(["E10000003"], ["E07000010", "E10000012", "E12000006"], Gazetteer())
    ('E10000012',)
    """
    tier = next((tier for tier in TIERS if all(code.startswith(tier) for code in test_areas)), None)
    return tuple(
        sorted(
            code
            for code in set(codes) - set(test_areas)
            if (tier is None or not is_code(code) or code.startswith(tier))
            and not any(gazetteer.share_ground(code, test) for test in test_areas)
        )
    )
