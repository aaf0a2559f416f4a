from __future__ import annotations

import pytest

from evaluation.measures.cells import Gap, Number
from evaluation.measures.figures import Figure, from_counts, from_value, stated
from evaluation.measures.unreadable import Unreadable
from evaluation.model.framework import Framework
from evaluation.model.observations import Status


def test_a_proportion_is_a_share_made_of_its_counts(framework: Framework) -> None:
    expected = Figure(Status.REPORTED, 0.25, 5, 20)
    assert from_counts(framework.measure("gld"), Number(5), Number(20)) == expected


def test_a_rate_is_for_its_number_of_people_and_may_count_some_twice(framework: Framework) -> None:
    assert from_counts(framework.measure("injuries"), Number(30), Number(20)).value == 1500


def test_a_hidden_count_hides_the_figure_and_says_why(framework: Framework) -> None:
    hidden = Gap(Status.SUPPRESSED, "c")
    assert from_counts(framework.measure("gld"), hidden, Number(20)) == Figure(Status.SUPPRESSED, symbol="c")
    assert from_counts(framework.measure("gld"), Number(5), hidden) == Figure(Status.SUPPRESSED, symbol="c")


def test_nothing_out_of_nothing_is_no_figure(framework: Framework) -> None:
    assert from_counts(framework.measure("gld"), Number(0), Number(0)).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("name", "numerator", "denominator", "code"),
    [
        ("gld", 21, 20, "numerator-over-denominator"),
        ("gld", 1, 0, "numerator-over-denominator"),
        ("injuries", 1, 0, "numerator-over-denominator"),
        ("gld", -1, 20, "negative-count"),
        ("score", -1, 20, "negative-count"),
        ("injuries", 1e308, 1, "bad-number"),
        ("gld", 1, -20, "negative-count"),
    ],
)
def test_counts_that_cannot_be_are_refused(
    framework: Framework, name: str, numerator: float, denominator: float, code: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        from_counts(framework.measure(name), Number(numerator), Number(denominator))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("cell", "values_as", "share"),
    [
        (Number(74.0), "percent", 0.74),
        (Number(74.0, percent=True), "number", 0.74),
        (Number(0.74), "share", 0.74),
        (Number(0.74), "percent", 0.0074),  # the declaration decides, not the range
    ],
)
def test_percentages_become_shares_as_declared(
    framework: Framework, cell: Number, values_as: str, share: float
) -> None:
    assert from_value(framework.measure("obesity"), cell, values_as).value == pytest.approx(share)


@pytest.mark.parametrize(("number", "values_as"), [(100.1, "percent"), (-1, "percent"), (74, "share"), (74, "number")])
def test_a_percentage_taken_for_a_share_is_refused(framework: Framework, number: float, values_as: str) -> None:
    with pytest.raises(Unreadable) as refused:
        from_value(framework.measure("obesity"), Number(number), values_as)
    assert refused.value.code == "percent-out-of-range"


def test_a_mean_may_be_anything(framework: Framework) -> None:
    assert from_value(framework.measure("score"), Number(-34.5), "number").value == -34.5


@pytest.mark.parametrize(
    ("status", "symbol", "expected"),
    [
        ("", "", Status.REPORTED),
        ("reported", "", Status.REPORTED),
        ("Provisional", "", Status.PROVISIONAL),
        ("", "p", Status.PROVISIONAL),
        ("", "u", Status.UNRELIABLE),
    ],
)
def test_a_mark_beside_a_figure_is_kept(status: str, symbol: str, expected: Status) -> None:
    assert stated(Figure(Status.REPORTED, 0.5), status, symbol).status is expected


def test_a_symbol_beside_a_blank_says_why_it_is_blank() -> None:
    blank = Figure(Status.MISSING)
    assert stated(blank, "", "c") == Figure(Status.SUPPRESSED, symbol="c")
    assert stated(blank, "suppressed", "") == Figure(Status.SUPPRESSED)
    assert stated(blank, "", "u") == Figure(Status.UNAVAILABLE, symbol="u")


@pytest.mark.parametrize(
    ("figure", "status"), [(Figure(Status.REPORTED, 0.5), "suppressed"), (Figure(Status.MISSING), "reported")]
)
def test_a_mark_that_contradicts_the_figure_is_refused(figure: Figure, status: str) -> None:
    with pytest.raises(Unreadable) as refused:
        stated(figure, status, "")
    assert refused.value.code == "contradicting-status"


def test_an_unknown_status_is_refused_with_the_choices() -> None:
    with pytest.raises(Unreadable, match="not a status") as refused:
        stated(Figure(Status.REPORTED, 0.5), "fine", "")
    assert "provisional" in refused.value.mend
