from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from evaluation.model.codes import Reason
from evaluation.model.examination import Examination
from evaluation.model.measure import Scale
from evaluation.model.places import add_months
from evaluation.model.results import Refusal
from evaluation.problems import UsageError
from evaluation.programme import Examined, Programme, examine, import_file
from evaluation.statistics import simulate
from tests.programme.conftest import EVALUATOR, acting_as
from tests.small import AREAS


def unsteady(months: int) -> str:
    """The small programme's file with areas that move by themselves, as real ones do; no effect."""
    rng = np.random.default_rng(1)
    truth = simulate.log_odds(rng, areas=AREAS, periods=months)
    seen = rng.binomial(100, 1 / (1 + np.exp(-truth)))
    lines = ["measure,area,period,numerator,denominator"]
    for (area, month), number in np.ndenumerate(seen):
        lines.append(f"on-time,X{area + 1:02d},{add_months(date(2024, 1, 1), month):%Y-%m},{number},100")
    return "\n".join(lines) + "\n"


@pytest.fixture
def planned(programme: Programme) -> Programme:
    """The small programme with figures up to the month before its start, January 2025."""
    import_file(acting_as(programme, EVALUATOR), "past.csv", unsteady(12).encode(), request_key="past")
    return programme


def examined(programme: Programme, **asked: object) -> tuple[Examined, Examination]:
    (each,) = examine(programme, "one-team", **asked).content.measures  # type: ignore[arg-type]
    assert isinstance(each.outcome, Examination), each.said
    return each, each.outcome


def test_a_prototype_that_has_not_started_is_examined_on_every_measure_it_is_judged_by(planned: Programme) -> None:
    page = examine(planned, "one-team", reach=0.4, effects=[0.1])
    assert page.stamps.illustrative
    each, found = examined(planned, reach=0.4, effects=[0.1])
    assert (len(found.test_areas), len(found.comparison_areas), len(found.periods_before)) == (3, 12, 12)
    assert found.powers[0].effect == pytest.approx(0.1)
    assert found.worthwhile == pytest.approx(0.05)
    assert any("children\u00a0reached" in line or "children reached" in line for line in each.said)
    assert page.content.asks[0].endswith("?")


def test_when_it_would_be_known_is_the_end_of_the_last_month_needed_and_how_long_figures_take(
    planned: Programme,
) -> None:
    each, found = examined(planned)
    assert found.answers_after is not None
    assert each.known_on is not None
    assert 0 < (each.known_on - add_months(date(2025, 1, 1), found.answers_after)).days == 60


def test_figures_that_came_after_the_start_do_not_change_what_was_promised(planned: Programme) -> None:
    _, before = examined(planned)
    import_file(acting_as(planned, EVALUATOR), "all.csv", unsteady(24).encode(), request_key="all")
    _, after = examined(planned)
    assert len(after.periods_before) == len(before.periods_before)


def test_a_plan_without_a_day_to_start_on_is_looked_at_as_if_it_started_today(planned: Programme) -> None:
    plan = planned.prototype("one-team")
    undated = replace(planned, declarations=replace(planned.declarations, prototypes=(replace(plan, start=None),)))
    each, found = examined(undated)
    assert len(found.periods_before) == 12
    assert each.known_on is None


def test_without_figures_it_says_so(programme: Programme) -> None:
    (each,) = examine(programme, "one-team").content.measures
    assert isinstance(each.outcome, Refusal)
    assert each.outcome.reason is Reason.NO_FIGURES
    assert each.said[0].startswith("We cannot work this out yet.")


def test_a_rate_is_asked_and_told_on_its_base(planned: Programme) -> None:
    framework = planned.framework
    (measure,) = framework.measures
    rate = replace(measure, scale=Scale.RATE, per=1_000, worthwhile=50.0)
    rates = replace(
        planned, declarations=replace(planned.declarations, frameworks=(replace(framework, measures=(rate,)),))
    )
    _, found = examined(rates, effects=[60.0])
    assert found.expected_level == pytest.approx(600, abs=60)
    assert found.powers[0].effect == pytest.approx(60.0)
    assert found.worthwhile == pytest.approx(50.0)
    assert 20 < (found.smallest.effect or 0) < 150


def test_what_cannot_be_asked_is_said(programme: Programme) -> None:
    with pytest.raises(UsageError, match="has no measure"):
        examine(programme, "one-team", "late")
    plan = programme.prototype("one-team")
    bare = replace(programme, declarations=replace(programme.declarations, prototypes=(replace(plan, measures=()),)))
    with pytest.raises(UsageError, match="no measure"):
        examine(bare, "one-team")
