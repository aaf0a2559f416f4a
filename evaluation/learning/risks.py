"""What could go wrong: the gravest first, and how that changed.

How grave is likelihood times impact (National Patient Safety Agency 2008, *A risk matrix
for risk managers*), each on three levels (HM Treasury 2004, *The Orange Book*, chapter 4).
It orders the list and is not shown: a product of two words is no quantity, and what is
unlikely and dire stays in sight by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from evaluation.learning.rows import Row, shown_once
from evaluation.model.around import Rating, Risk
from evaluation.model.references import Reference

_SIZE: Final[Mapping[Rating, int]] = {Rating.LOW: 1, Rating.MEDIUM: 2, Rating.HIGH: 3}


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """A risk as it stands, since when it is known, and how it was rated before (the earliest first)."""

    reference: Reference
    risk: Risk
    since: date
    before: tuple[Risk, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it could still happen."""
        return self.risk.closed_on is None


def gravity(risk: Risk) -> int:
    """Likelihood times impact, from 1 to 9."""
    return _SIZE[risk.likelihood] * _SIZE[risk.impact]


def risk_standings(rows: Iterable[Row[Risk]]) -> tuple[RiskStanding, ...]:
    """Each risk: open ones first, the gravest first and of equals the worse if it happens; then those that are over."""
    rows = tuple(rows)
    found = [_standing(row, rows) for row in shown_once(rows)]
    return tuple(
        sorted(found, key=lambda each: (not each.is_open, -gravity(each.risk), -_SIZE[each.risk.impact], each.since))
    )


def _standing(row: Row[Risk], rows: tuple[Row[Risk], ...]) -> RiskStanding:
    versions = _versions(row, rows)
    return RiskStanding(row.reference, row.noun, versions[0].on, _ratings(versions))


def _versions(row: Row[Risk], rows: tuple[Row[Risk], ...]) -> tuple[Risk, ...]:
    """The risk as it was first written down, through its corrections up to this one."""
    known = {each.reference: each for each in rows}
    versions = [row.noun]
    while row.amends is not None:
        row = known[row.amends]
        versions.insert(0, row.noun)
    return tuple(versions)


def _ratings(versions: tuple[Risk, ...]) -> tuple[Risk, ...]:
    """The versions before the last at which likelihood or impact was another than next."""
    return tuple(before for before, after in pairwise(versions) if _rated(before) != _rated(after))


def _rated(risk: Risk) -> tuple[Rating, Rating]:
    return risk.likelihood, risk.impact
