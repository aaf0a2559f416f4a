"""Comparison areas by rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable


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
