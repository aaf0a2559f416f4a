from __future__ import annotations

from evaluation.measures.finding import columns_of
from evaluation.measures.sources import SOURCES, tidy
from evaluation.model.measure import Find, Scale
from evaluation.model.places import PeriodKind
from tests.measures.conftest import measure


def test_a_measure_that_declares_nothing_is_found_by_its_id() -> None:
    headings = frozenset({"measure", "area", "period", "value"})
    (find,) = tidy.finds(measure("gld", Scale.PROPORTION, PeriodKind.MONTH), headings)
    assert dict(find.filters) == {"measure": "gld"}
    assert columns_of(find) == ("measure", "area", "period", "value")


def test_what_a_measure_leaves_out_is_filled_in() -> None:
    declared = measure("gld", Scale.PROPORTION, PeriodKind.MONTH, Find("tidy", values_as="percent"))
    find = tidy.finds(declared, frozenset({"measure", "area", "period", "value"}))[0]
    assert (find.values_as, find.value, find.area) == ("percent", "value", "area")


def test_a_file_with_half_of_what_it_should_have_is_not_recognised() -> None:
    assert tidy.recognises(frozenset({"measure", "area", "period", "value"}))
    assert not tidy.recognises(frozenset({"measure", "area", "period", "numerator"}))


def test_what_is_declared_for_tidy_files_holds_for_workbooks() -> None:
    declared = measure("gld", Scale.PROPORTION, PeriodKind.MONTH, Find("tidy", {"indicator": "GLD"}, area="code"))
    finds = SOURCES["excel"].finds(declared, frozenset())
    assert finds[0].area == "code"
