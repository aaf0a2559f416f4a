from __future__ import annotations

import pytest

from evaluation.problems import UsageError
from evaluation.programme import Programme, import_file, suggest_comparison
from tests.programme.conftest import EVALUATOR, acting_as
from tests.programme.results.test_examining import unsteady


def test_areas_are_suggested_from_all_there_are_figures_for(programme: Programme) -> None:
    import_file(acting_as(programme, EVALUATOR), "past.csv", unsteady(12).encode(), request_key="past")
    page = suggest_comparison(programme, "one-team", number=4).content
    assert len(page.areas) == len(page.names) == 4
    assert not {one.area for one in page.areas} & {"X01", "X02", "X03"}
    assert page.names[0].startswith("Area ")
    assert [row.characteristic for row in page.balance] == ["level", "trend", "size"]


def test_no_count_leaves_with_a_suggestion(programme: Programme) -> None:
    import_file(acting_as(programme, EVALUATOR), "past.csv", unsteady(12).encode(), request_key="past")
    assert {one.size for one in suggest_comparison(programme, "one-team").content.areas} == {None}


def test_without_figures_nothing_is_suggested_and_it_says_why(programme: Programme) -> None:
    with pytest.raises(UsageError, match="cannot suggest"):
        suggest_comparison(programme, "one-team")
    with pytest.raises(UsageError, match="has no measure"):
        suggest_comparison(programme, "one-team", "late")
