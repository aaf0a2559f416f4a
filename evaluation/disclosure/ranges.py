"""What a percentage leaves open of the count behind it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Final

# How far a percentage may be rounded differently by another program: halves up, to even, or a binary one just below.
_SLACK: Final = Fraction(1, 10**9)


def behind_percentage(percent: float, places: int, out_of: int) -> tuple[int, int]:
    """The lowest and highest count out of `out_of` that is shown as `percent` with `places` decimal places.

    A percentage of few people is as good as their count: 33.3% of 12 is 4. Both ways of
    rounding halves are allowed for. Raises ValueError where no whole number fits.

    >>> behind_percentage(33.3, 1, 12), behind_percentage(2, 0, 400)
    ((4, 4), (6, 10))
    """
    half = Fraction(1, 2 * 10**places) + _SLACK
    shown = Fraction(str(percent))
    low = max(0, ceil((shown - half) * out_of / 100))
    high = min(out_of, floor((shown + half) * out_of / 100))
    if low > high:
        raise ValueError(f"no whole number out of {out_of} is {percent}%")
    return low, high
