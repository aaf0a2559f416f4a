"""What intervals refuse (their numbers are in published/)."""

from __future__ import annotations

import pytest

from evaluation.problems import UsageError
from evaluation.statistics.intervals import byar, newcombe, wilson


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 0), (-1, 5), (6, 5)])
def test_what_is_no_share_is_refused(numerator: int, denominator: int) -> None:
    with pytest.raises(UsageError):
        wilson(numerator, denominator)
    with pytest.raises(UsageError):
        newcombe(1, 2, numerator, denominator)


def test_what_is_no_rate_is_refused() -> None:
    with pytest.raises(UsageError):
        byar(-1)
    with pytest.raises(UsageError):
        byar(1, 0)


def test_empty_and_full_shares_keep_their_edge() -> None:
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == 1.0
