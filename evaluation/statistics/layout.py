"""The layout of a design: all of it that the ladder looks at, counted from a panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.statistics.frame import COMPARISON
from evaluation.statistics.panel import Panel
from evaluation.statistics.settings import Settings
from evaluation.statistics.windows import MOST_LOST_BETWEEN_STARTS


class Starts(StrEnum):
    """Whether the test areas start together, nearly so, or too far apart for one window."""

    TOGETHER = "together"
    NEAR = "near"
    APART = "apart"


class Selection(StrEnum):
    """How the choice of the test areas stands.

    `users`: the test side is those who took part, the other side those who did not.
    Who takes part differs from who does not in ways no figure shows, so that is a
    design with a name and a flag, and never a headline.
    """

    DECLARED = "declared"
    BY_LOT = "by_lot"
    NOT_DECLARED = "not_declared"
    USERS = "users"


@dataclass(frozen=True, slots=True)
class Layout:
    """Numbers of areas and periods, starts, counts, choice, method.

    `method` is what the plan asks for, None for the ladder's own.
    """

    test: int
    comparison: int
    periods_before: int
    periods_after: int
    starts: Starts = Starts.TOGETHER
    has_counts: bool = True
    selection: Selection = Selection.DECLARED
    method: str | None = None


def layout_of(panel: Panel, settings: Settings, chosen: Selection, areas: Sequence[str], method: str | None) -> Layout:
    """The design made of these areas, as the ladder looks at it."""
    starts = panel.starts[panel.among(areas)]
    is_test = starts != COMPARISON
    started = starts[is_test]
    first, last = (int(started.min()), int(started.max())) if started.size else (len(panel.periods),) * 2
    return Layout(
        test=int(is_test.sum()),
        comparison=int((~is_test).sum()),
        periods_before=length_of_past(panel, first),
        periods_after=max(len(panel.periods) - last - settings.lag - settings.skip, 0),
        starts=_pattern(last - first, len(panel.periods)),
        has_counts=panel.has_counts,
        selection=chosen,
        method=method,
    )


def length_of_past(panel: Panel, start: int) -> int:
    """Periods before the start under the definition that holds at the start."""
    return start - max((at for at in range(start) if panel.periods[at] in panel.breaks), default=0)


def _pattern(apart: int, periods: int) -> Starts:
    if apart == 0:
        return Starts.TOGETHER
    return Starts.NEAR if apart <= MOST_LOST_BETWEEN_STARTS * periods else Starts.APART
