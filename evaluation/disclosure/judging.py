"""Whether it may be said that a hidden number lies on one side of a threshold."""

from __future__ import annotations

from collections.abc import Callable

from evaluation.disclosure.rule import Profile, shows_too_few


def may_be_judged(
    numerator: float | None, denominator: float | None, crosses: Callable[[float], bool], profile: Profile
) -> bool:
    """Whether saying that a share crosses a threshold, or saying nothing, leaves a hidden count unknown.

    A figure that is shown may always be judged. Where its counts are hidden, a reader
    who knows the denominator and the threshold learns on which side the count lies:
    of 20 children, more than 15 in 100 and fewer than 5 children are exactly 4. So each
    side must leave at least two possible counts, or none. `crosses` is asked of shares.
    """
    if denominator is None or numerator is None or not shows_too_few(numerator, denominator, profile):
        return True
    everyone = int(denominator)
    ends = {count for one in range(profile.below) for count in (one, everyone - one) if 0 <= count <= everyone}
    possible = [count for count in ends if shows_too_few(count, denominator, profile)]
    crossing = sum(crosses(count / denominator) for count in possible)
    return 1 not in {crossing, len(possible) - crossing}
