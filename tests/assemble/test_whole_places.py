"""The unit is the place that took it up, not the parts its figures come in."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from evaluation.assemble.whole_places import taken_up_as_a_whole
from evaluation.model.codes import Reason
from evaluation.model.places import Area
from tests.assemble.test_panel import PROTOTYPE

KNOWN = (
    Area("A", "Ayton"),
    *(Area(f"A{n}", f"Ayton {n}", within="A") for n in range(4)),
    *(Area(f"B{n}", f"Beeton {n}", within="B") for n in range(4)),
)
ALL = {area.code for area in KNOWN}


def refused(test: Collection[str], there: Collection[str] = ALL) -> bool:
    return taken_up_as_a_whole(PROTOTYPE, test, KNOWN, there) is not None


def test_all_parts_of_one_place_are_one_place() -> None:
    refusal = taken_up_as_a_whole(PROTOTYPE, ["A0", "A1", "A2", "A3"], KNOWN, ALL)
    assert refusal is not None
    assert refusal.reason is Reason.PARTS_OF_A_PLACE
    assert refusal.why == "the 4 test areas are all there is of Ayton, so one place tried it"


@pytest.mark.parametrize(
    ("test", "is_refused"),
    [
        (["A0", "A1", "A2"], False),
        (["A0"], False),
        (["A"], False),
        (["A0", "A1", "A2", "A3", "B0"], False),
        (["A0", "A1", "A2", "A3", "B0", "B1", "B2", "B3"], True),
        ([], False),
    ],
)
def test_some_parts_of_a_place_stand_for_themselves(test: list[str], *, is_refused: bool) -> None:
    assert refused(test) is is_refused


def test_parts_without_figures_do_not_count() -> None:
    assert refused(["A0", "A1", "A2"], ALL - {"A3"})
