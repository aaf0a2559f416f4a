from __future__ import annotations

import dataclasses
import importlib
import math
import pickle
import pkgutil
from datetime import date

import pytest

from evaluation import model
from evaluation.model import canonical
from evaluation.model.canonical import fingerprint, from_json, to_json
from evaluation.model.codes import Grade, Reason, Scaling, Unit
from evaluation.model.comparisons import Comparison
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.design import AreaRole, PrototypeArea
from evaluation.model.framework import StageId
from evaluation.model.learning import Entry, EntryKind
from evaluation.model.measure import Find
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Reference
from evaluation.model.results import Effect, Estimate, Refusal, SeriesPoint
from evaluation.model.theory import LearningQuestion, Link, TheoryOfChange

ESTIMATE = Estimate(
    value=0.25, low=0.05, high=0.45, level=0.95, p_value=0.02, standard_error=0.1, scale=Scaling.LOG_ODDS,
    effect=Effect(0.06, 0.01, 0.11, Unit.SHARE, 0.74, 0.68, 612, 827),
    method="area-change", inference="t(10)", smallest_p=1 / 66,
    test_areas=("a",), comparison_areas=("b", "c"), dropped_areas=(),
    periods_before=("2024-01",), periods_after=("2024-02",),
    series=(SeriesPoint("2024-01", 0.7, 0.7), SeriesPoint("2024-02", None, 0.68, 0.62, 0.73)),
)  # fmt: skip
SCHOOL_YEAR = Period.starting(date(2018, 9, 1), PeriodKind.ACADEMIC_YEAR)
NOUNS = [
    Decision("one-team", "group", Verdict.STOP, date(2026, 3, 4), why="x", cites=(Reference.parse("entry:12"),)),
    Entry("one-team", EntryKind.NOTE, date(2026, 3, 4), "Parents ring once.", about=Reference.parse("link:a/b")),
    Observation("gld", "X1", SCHOOL_YEAR, Status.SUPPRESSED, symbol="c"),
    Find("ees", {"characteristic": "Total"}, numerator="gld_number", denominator="number_of_children"),
    Prototype(
        id="one-team", name="One team", framework="best", stage=StageId.GENERATE, what="w", where="x", for_whom="y",
        lead="z", questions=(LearningQuestion("who", "Who?"),), areas=(PrototypeArea("X1", AreaRole.TEST),),
        theory_of_change=TheoryOfChange(links=(Link("l", "a", "b", "it is so"),)),
    ),
    Comparison(ESTIMATE, second_opinions=(Refusal("two-way", Reason.TOO_FEW_AREAS, "why", "need"),), grade=Grade.B),
]  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_noun_reads_back_equal(noun: object) -> None:
    assert from_json(to_json(noun)) == noun


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_noun_can_be_sent_to_another_process(noun: object) -> None:
    assert pickle.loads(pickle.dumps(noun)) == noun


def test_a_field_at_its_default_is_not_written_so_a_later_field_changes_no_fingerprint() -> None:
    assert "theory_of_change" not in to_json(dataclasses.replace(NOUNS[4], theory_of_change=TheoryOfChange()))  # type: ignore[type-var]


def test_fingerprints_follow_the_meaning() -> None:
    first = Find("ees", {"a": "1", "b": "2"})
    assert fingerprint(first) == fingerprint(Find("ees", {"b": "2", "a": "1"}))
    assert fingerprint(first) != fingerprint(Find("ees", {"a": "1", "b": "3"}))


def test_class_names_are_unique_across_the_model() -> None:
    modules = [
        importlib.import_module(f"evaluation.model.{found.name}") for found in pkgutil.iter_modules(model.__path__)
    ]
    names = [
        name
        for module in modules
        for name, found in vars(module).items()
        if dataclasses.is_dataclass(found) and found.__module__ == module.__name__
    ]
    assert len(names) == len(set(names))


def test_not_a_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json({"value": math.nan})


def test_text_that_is_no_noun_is_refused() -> None:
    with pytest.raises(ValueError, match="not the JSON of a noun"):
        from_json('{"noun": "Thing"}')


def test_nothing_in_the_model_is_loose() -> None:
    assert all(noun.__dataclass_params__.frozen and hasattr(noun, "__slots__") for noun in canonical._NOUNS.values())
