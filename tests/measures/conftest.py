"""A framework with one measure of each scale, and a short way to read a file for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evaluation.measures.reading import Reading, read_file
from evaluation.model.framework import Framework
from evaluation.model.measure import Find, Measure, MeasureKind, Polarity, Scale
from evaluation.model.places import Area, PeriodKind

Read = Callable[..., Reading]


def measure(name: str, scale: Scale, periods: PeriodKind, *find: Find, formerly: tuple[str, ...] = ()) -> Measure:
    return Measure(
        id=name,
        name=name.title(),
        kind=MeasureKind.OUTCOME,
        outcomes=("ready",),
        stream="profile",
        scale=scale,
        polarity=Polarity.HIGHER,
        periods=periods,
        counted="children",
        that="were seen",
        per=1000,
        find=find,
        formerly=formerly,
    )


PUBLISHED = Find(
    "tidy", {"indicator": "Obesity"}, area="area_code", period="year", value="percentage", values_as="percent"
)
EES = Find(
    "ees",
    {"geographic_level": "Local authority", "characteristic": "Total"},
    numerator="gld_number",
    denominator="number_of_children",
)


@pytest.fixture
def framework() -> Framework:
    return Framework(
        id="small",
        name="Small",
        outcomes=(),
        measures=(
            measure("gld", Scale.PROPORTION, PeriodKind.ACADEMIC_YEAR, EES, formerly=("good-level",)),
            measure("on-time", Scale.PROPORTION, PeriodKind.MONTH),
            measure("injuries", Scale.RATE, PeriodKind.FINANCIAL_YEAR),
            measure("score", Scale.MEAN, PeriodKind.CALENDAR_YEAR),
            measure("obesity", Scale.PUBLISHED_PERCENTAGE, PeriodKind.ACADEMIC_YEAR, PUBLISHED),
        ),
        streams=(),
        areas=(Area("X01", "Marsh End"), Area("X02", "=High Fell")),
    )


@pytest.fixture
def read(framework: Framework) -> Read:
    """Read text or bytes as a file, for the areas X01 and X02."""

    def read(content: str | bytes, name: str = "figures.csv", **settings: object) -> Reading:
        settings.setdefault("areas", frozenset({"X01", "X02"}))
        return read_file(
            name,
            content.encode() if isinstance(content, str) else content,
            framework,
            **settings,  # type: ignore[arg-type]
        )

    return read
