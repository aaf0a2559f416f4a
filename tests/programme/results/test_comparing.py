from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from evaluation import store
from evaluation.model.codes import Finds, Reason
from evaluation.model.references import Kind
from evaluation.model.results import Estimate, Refusal
from evaluation.problems import UsageError
from evaluation.programme import Programme, compare, import_file, results_page
from evaluation.words import outcome_of
from tests.programme.conftest import EVALUATOR, acting_as
from tests.small import AREAS, TEST_AREAS, figures


def test_a_known_effect_is_found_and_the_sentence_says_it(filled: Programme) -> None:
    found = compare(filled, "one-team", "on-time").content
    outcome = found.comparison.outcome
    assert isinstance(outcome, Estimate)
    assert outcome.effect.value == pytest.approx(0.08, abs=0.005)
    assert (len(outcome.test_areas), len(outcome.comparison_areas)) == (TEST_AREAS, AREAS - TEST_AREAS)
    assert outcome_of(found, filled.framework.measure("on-time")) is Finds.DIFFERENCE
    sentence = results_page(filled, "one-team", "on-time").content.sentence.replace("\u00a0", " ")
    assert "68 in every 100 reviews were on time, about 8 in 100 more than we would expect" in sentence


def test_the_same_comparison_is_read_and_never_worked_out_again(filled: Programme) -> None:
    first = compare(filled, "one-team", "on-time")
    assert compare(filled, "one-team", "on-time") == first
    assert len(store.rows(filled.store, Kind.COMPARISON)) == 1


def test_a_revised_figure_makes_a_new_comparison_and_leaves_the_old_as_it_was(filled: Programme) -> None:
    first = compare(filled, "one-team", "on-time").content
    revised = figures(effect=4).encode()
    import_file(acting_as(filled, EVALUATOR), "revised.csv", revised, request_key="revised")
    second = compare(filled, "one-team", "on-time").content
    assert second.fingerprint != first.fingerprint
    assert store.comparison(filled.store, first.fingerprint) == first
    assert len(second.batches) == 2


def test_as_at_an_earlier_time_the_earlier_figures_speak(filled: Programme) -> None:
    first = compare(filled, "one-team", "on-time").content
    earlier = filled.clock() + timedelta(seconds=1)
    later = replace(acting_as(filled, EVALUATOR), clock=lambda: filled.clock() + timedelta(days=1))
    import_file(later, "revised.csv", figures(effect=4).encode(), request_key="revised")
    assert compare(replace(filled, as_at=earlier), "one-team", "on-time").content.fingerprint == first.fingerprint


def test_without_figures_there_is_a_refusal_that_says_what_is_needed(programme: Programme) -> None:
    outcome = compare(programme, "one-team", "on-time").content.comparison.outcome
    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NO_FIGURES
    page = results_page(programme, "one-team", "on-time").content
    assert page.pictures is None
    assert page.need


def test_a_prototype_or_measure_there_is_not_is_named_with_those_there_are(filled: Programme) -> None:
    with pytest.raises(UsageError, match="There is: one-team"):
        compare(filled, "two-team", "on-time")
    with pytest.raises(UsageError, match="It has: on-time"):
        compare(filled, "one-team", "late")


def test_whatever_leaves_an_illustrative_programme_says_so(filled: Programme) -> None:
    assert compare(filled, "one-team", "on-time").stamps.illustrative
    page = results_page(filled, "one-team", "on-time")
    assert page.content.pictures is not None
    assert page.content.pictures.over_time.stamps.illustrative
