"""Windows of time that share nothing with one another: overlapping figures count the same children more than once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from evaluation.model.places import Period


def apart(periods: Iterable[Period], start: date) -> tuple[Period, ...]:
    """As many of `periods` as share no time with one another nor with the start, in order.

    Walking away from the start: the last window that ends by it, then the last that
    ends by the beginning of that one, and so on; the first that begins from it on, then
    the first that begins from the end of that one. So both sides lie as near to the
    start as they can, and no choice keeps more of either side: taking what ends first
    loses nothing (Kleinberg and Tardos 2006, Algorithm Design, section 4.1).
    """
    periods = tuple(periods)
    before: list[Period] = []
    for period in sorted(periods, key=lambda one: one.start, reverse=True):
        if period.end <= (before[-1].start if before else start):
            before.append(period)
    after: list[Period] = []
    for period in sorted(periods, key=lambda one: one.end):
        if period.start >= (after[-1].end if after else start):
            after.append(period)
    return (*reversed(before), *after)


def overlap(periods: Sequence[Period]) -> bool:
    """Whether any two of these, in order, share time."""
    return any(first.overlaps(second) for first, second in pairwise(periods))
