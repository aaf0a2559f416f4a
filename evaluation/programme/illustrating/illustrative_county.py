"""What is true of the invented county: the tables its illustrative figures are made from.

Everything is said here, above all what the prototypes do. A line added at the end of
`MADE` leaves the figures of the lines before it as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from evaluation.model.places import Period, PeriodKind, parse_notation


@dataclass(frozen=True, slots=True)
class Effect:
    """What a prototype truly does in its test areas from its start on (and after the measure's lag).

    `by` is added to the true share, or to the true mean in the measure's unit.
    """

    prototype: str
    measure: str
    by: float
    group: str = ""


EFFECTS: Final = (
    Effect("one-team", "reviews-on-time", 0.06),
    Effect("one-team", "story-told-once", 0.08),
    Effect("one-team", "days-to-first-visit", -3.0),
    Effect("text-reminders", "immunised-on-time", 0.0),
    Effect("hub-clinics", "breastfeeding", -0.05),
    Effect("ready-together", "gld", 0.06, group="fsm"),
    Effect("smoke-free-start", "smoking-at-delivery", -0.03),
)


@dataclass(frozen=True, slots=True)
class Made:
    """How one measure, or one group of it, is made up.

    `level` is the share in a usual area (or the mean, where `sizes` is None);
    `sizes` is how many there are to count a period in the smallest and the largest
    area. The rest is on the log-odds scale (for means on the log scale): `spread`
    is how much areas differ for good, `shock` how much what comes and goes in an
    area differs, `pandemic` what the pandemic adds at its height, `trend` what each
    period adds. The areas of the plan `chosen_for` are drawn from those that stood
    neediest at `chosen_at`; `only_in` names the plan whose test areas alone report.
    """

    measure: str
    kind: PeriodKind
    first: str
    last: str
    level: float
    sizes: tuple[int, int] | None
    group: str = ""
    spread: float = 0.25
    shock: float = 0.15
    pandemic: float = 0.0
    trend: float = 0.0
    seasonal: float = 0.0
    chosen_for: str = ""
    chosen_at: str = ""
    needy_is_high: bool = False
    only_in: str = ""

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period from the first to the last."""
        found = [parse_notation(self.first, self.kind)]
        last = parse_notation(self.last, self.kind)
        while found[-1] < last:
            found.append(Period.starting(found[-1].end, self.kind))
        return tuple(found)


_MONTH, _QUARTER, _SCHOOL_YEAR = PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.ACADEMIC_YEAR
_CHILDREN: Final = (25, 60)  # of one age, a month, in a reach area
# Maternity is the late stream (its figures for April to June 2026 are missing); tooth decay has none at all.
MADE: Final = (
    Made("reviews-on-time", _MONTH, "2019-01", "2026-09", 0.70, _CHILDREN, pandemic=-1.0, trend=0.001, seasonal=0.08,
         chosen_for="one-team", chosen_at="2024-09"),
    Made("asq-expected", _MONTH, "2022-01", "2026-09", 0.80, (18, 42), pandemic=-0.3),
    Made("breastfeeding", _MONTH, "2019-01", "2026-09", 0.56, (30, 65), spread=0.3, pandemic=-0.4,
         chosen_for="hub-clinics", chosen_at="2023-09"),
    Made("immunised-on-time", _MONTH, "2019-01", "2026-09", 0.84, _CHILDREN, pandemic=-1.2, seasonal=0.05,
         chosen_for="text-reminders", chosen_at="2021-01"),
    Made("smoking-at-delivery", _QUARTER, "2019-Q1", "2026-Q1", 0.11, (75, 180), spread=0.5, trend=-0.012,
         chosen_for="smoke-free-start", chosen_at="2024-Q2", needy_is_high=True),
    Made("gld", _SCHOOL_YEAR, "2016-17", "2025-26", 0.47, (50, 130), group="fsm", spread=0.2, shock=0.1, trend=0.02,
         chosen_for="ready-together", chosen_at="2021-22"),
    Made("gld", _SCHOOL_YEAR, "2016-17", "2025-26", 0.71, (220, 520), group="not_fsm", spread=0.2, shock=0.08,
         trend=0.02, chosen_for="ready-together", chosen_at="2021-22"),
    Made("overweight-reception", _SCHOOL_YEAR, "2017-18", "2024-25", 0.21, (270, 640), spread=0.15, shock=0.06,
         pandemic=0.4),
    Made("emergency-visits", _QUARTER, "2019-Q1", "2026-Q2", 0.10, (1_500, 3_600), spread=0.2, shock=0.08,
         pandemic=-0.6, trend=0.004),
    Made("someone-to-talk-to", _QUARTER, "2022-Q1", "2026-Q3", 0.66, (15, 45), pandemic=-0.5),
    Made("story-told-once", _QUARTER, "2022-Q1", "2026-Q3", 0.52, (15, 45)),
    Made("visits-as-planned", _MONTH, "2025-04", "2026-09", 0.84, (30, 80), only_in="one-team"),
    Made("days-to-first-visit", _MONTH, "2024-01", "2026-09", 14.0, None, spread=0.12, shock=0.10),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures that follow from others: groups of one measure counted together."""

    measure: str
    of: str
    groups: tuple[str, ...]


SUMS: Final = (Sum("gld", "gld", ("fsm", "not_fsm")), Sum("gld-fsm", "gld", ("fsm",)))


@dataclass(frozen=True, slots=True)
class Gap:
    """Figures that never came: `symbol` stands in their place. No area means every area."""

    measure: str
    first: str
    last: str
    symbol: str
    area: str = ""


GAPS: Final = (
    Gap("reviews-on-time", "2024-06", "2024-08", ".", "ILL-R24"),
    Gap("reviews-on-time", "2019-11", "2019-11", ".", "ILL-R02"),
    Gap("asq-expected", "2023-01", "2023-03", "x", "ILL-R07"),
    Gap("breastfeeding", "2022-02", "2022-02", ".", "ILL-R18"),
    Gap("breastfeeding", "2020-04", "2020-06", "x"),
    Gap("gld", "2019-20", "2020-21", "x"),
    Gap("gld-fsm", "2019-20", "2020-21", "x"),
    Gap("overweight-reception", "2020-21", "2020-21", "x"),
    Gap("story-told-once", "2023-Q3", "2023-Q3", ".", "ILL-R30"),
)
HIDDEN_BELOW: Final = 5  # the sources hide smaller counts
HIDDEN: Final = "c"

# As the event in frameworks/best-start-in-life.toml; what it changed fades over the half year after.
PANDEMIC: Final = (date(2020, 3, 1), date(2021, 7, 1))
PANDEMIC_GONE: Final = date(2022, 1, 1)
RHO: Final = 0.6  # how much of what comes and goes in an area is still there a period later
