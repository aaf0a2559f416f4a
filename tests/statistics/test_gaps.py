"""The panel of gaps: which two groups, what a gap is, and what counting says of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from evaluation.model.codes import Reason
from evaluation.model.measure import Scale
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.statistics import Panel
from evaluation.statistics.gaps import gap_levels, gaps, gaps_by_period

AREAS, PERIODS = ["a", "b"], ["1", "2", "3"]


def group(seen: object, out_of: object, scale: Scale = Scale.PROPORTION) -> Panel:
    shape = (2, 3)
    return Panel.from_matrix(
        areas=AREAS, periods=PERIODS, starts=[2, None], scale=scale,
        numerators=np.broadcast_to(np.array(seen, dtype=float), shape),
        denominators=np.broadcast_to(np.array(out_of, dtype=float), shape),
    )  # fmt: skip


MEALS, NOT = group([2, 4, 5], 10), group([30, 35, 40], 50)
TWO = Panel.of_groups({"meals": MEALS, "not": NOT})


def made(panel: Panel, one: str | None = None, other: str | None = None) -> Panel:
    found = gaps(panel, one, other)
    assert isinstance(found, Panel), found
    return found


def refused(panel: Panel, one: str | None = None, other: str | None = None) -> Refusal:
    found = gaps(panel, one, other)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.TWO_GROUPS
    return found


def test_a_gap_is_the_level_of_the_group_minus_that_of_the_reference() -> None:
    assert made(TWO).values[0] == pytest.approx([-0.4, -0.3, -0.3])
    assert made(TWO, "not", "meals").values[0] == pytest.approx([0.4, 0.3, 0.3])
    assert made(TWO, None, "meals").sides == ("not", "meals")


def test_in_a_window_counts_are_pooled_in_each_group_and_their_uncertainties_add_up() -> None:
    levels, variances = gap_levels(made(TWO), np.array([0, 1]))
    assert levels[0] == pytest.approx(6 / 20 - 65 / 100)
    first, second = 6.5 / 21, 65.5 / 101
    assert variances[0] == pytest.approx(first * (1 - first) / 20 + second * (1 - second) / 100)


def test_empty_and_full_cells_have_a_variance() -> None:
    edge = made(Panel.of_groups({"meals": group(0, 10), "not": group(50, 50)}))
    levels, variances = gaps_by_period(edge, np.arange(3))
    assert (levels == -1).all()
    assert (variances > 0).all()


def test_gaps_of_rates_and_means_are_plain_differences() -> None:
    rates = made(Panel.of_groups({"one": group(4, 1000, Scale.RATE), "other": group(2, 1000, Scale.RATE)}))
    assert rates.values == pytest.approx(np.full((2, 3), 0.002))
    assert gap_levels(rates, np.array([0]))[1] == pytest.approx([(4.5 + 2.5) / 1e6] * 2)
    means = {
        name: replace(side, scale=Scale.MEAN, numerators=None, denominators=None) for name, side in TWO.groups.items()
    }
    assert gap_levels(made(Panel.of_groups(means)), np.array([0]))[1].tolist() == [0, 0]


def test_a_figure_missing_in_either_group_is_a_gap_in_the_gap() -> None:
    seen = NOT.values.copy()
    seen[0, 1] = np.nan
    panel = made(Panel.of_groups({"meals": MEALS, "not": replace(NOT, values=seen)}))
    assert np.isnan(panel.values).tolist() == [[False, True, False], [False, False, False]]


def test_a_panel_of_gaps_stays_as_it_is_and_differs_from_one_that_is_none() -> None:
    panel = made(TWO)
    assert gaps(panel) is panel
    assert replace(panel, sides=None) != panel
    assert panel.take(np.array([True, False])).groups["meals"].areas == ("a",)


def test_without_groups_or_with_three_and_no_names_nobody_can_tell() -> None:
    three = Panel.of_groups({"meals": MEALS, "not": NOT, "unknown": group(1, 2)})
    assert "meals, not, unknown" in refused(three).why
    assert "meals, not, unknown" in refused(three, "meals").why
    refused(MEALS)
    refused(Panel.of_groups({"meals": MEALS}))
    refused(TWO, "meals", "meals")
    assert made(three, "meals", "unknown").sides == ("meals", "unknown")


def test_a_group_that_is_not_there_is_a_mistake_in_the_asking() -> None:
    with pytest.raises(UsageError, match="There is no group free; there are meals, not"):
        gaps(TWO, "free", "not")


@pytest.mark.parametrize("name", ["All", "total", " Everyone "])
def test_a_reference_named_for_everybody_is_refused(name: str) -> None:
    assert "part of" in refused(Panel.of_groups({"meals": MEALS, name: group(36, 60)}), "meals", name).why
    refused(Panel.of_groups({"meals": MEALS, name: group(36, 60)}), name, "meals")


def test_a_reference_whose_counts_hold_the_group_is_refused_whatever_its_name() -> None:
    everybody = group(np.array([32, 39, 45]), 60)
    three = Panel.of_groups({"meals": MEALS, "not": NOT, "school": everybody})
    assert refused(three, "meals", "school").why == "meals is part of school."
    assert made(three, "meals", "not").sides == ("meals", "not")
    four = Panel.of_groups({"meals": MEALS, "not": NOT, "school": everybody, "unknown": group(1, 2)})
    refused(four, "meals", "school")


def test_a_larger_group_is_no_group_that_holds_the_other() -> None:
    """Children without free school meals are more in every area, and share none with those who have them."""
    assert made(TWO).sides == ("meals", "not")


def test_a_frame_with_a_column_group_holds_both() -> None:
    rows = [
        {"area": area, "period": period, "start": 3 if area == "a" else None, "group": name, "numerator": 1 + at,
         "denominator": 10}
        for area in AREAS for period in (1, 2, 3) for at, name in enumerate(("meals", "not"))
    ]  # fmt: skip
    panel = made(Panel.from_frame(pd.DataFrame(rows)))
    assert panel.sides == ("meals", "not")
    assert panel.values == pytest.approx(np.full((2, 3), -0.1))
