from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from evaluation.model import figures as room
from evaluation.model.figures import Coded, Figures, are_repeated, keys
from evaluation.model.observations import Observation, Status
from evaluation.model.places import Period, PeriodKind

YEARS = [Period.starting(date(year, 9, 1), PeriodKind.ACADEMIC_YEAR) for year in (2018, 2019)]
SEVERAL = (
    Observation("gld", "X01", YEARS[0], Status.REPORTED, 0.75, 30, 40, group="girls", sheet="Data", row=2),
    Observation("gld", "X02", YEARS[1], Status.SUPPRESSED, symbol="c", row=3, note="Too few"),
    Observation("rate", "X01", YEARS[0], Status.PROVISIONAL, 12.5, row=4),
)


def test_columns_give_back_the_observations_they_were_made_of() -> None:
    figures = Figures.of(SEVERAL)
    assert tuple(figures) == SEVERAL
    assert figures == Figures.of(SEVERAL)
    assert figures != Figures.of(SEVERAL[:2])
    assert pickle.loads(pickle.dumps(figures)) == figures
    assert tuple(Figures.of(())) == ()


def test_some_can_be_taken_in_another_order() -> None:
    assert tuple(Figures.of(SEVERAL).take(np.array([2, 0]))) == (SEVERAL[2], SEVERAL[0])


def test_keys_are_equal_where_measure_group_area_and_period_are() -> None:
    later = Figures.of([replace(SEVERAL[2], value=1.0, row=9), replace(SEVERAL[0], area="X09"), SEVERAL[1]])
    mine = keys(Figures.of(SEVERAL))
    assert len(set(mine.tolist())) == 3
    assert keys(later, Figures.of(SEVERAL)).tolist() == [mine[2], -1, mine[1]]
    assert are_repeated(Figures.of([*SEVERAL, replace(SEVERAL[0], value=0.5)]))
    assert not are_repeated(Figures.of(SEVERAL))


def test_keys_that_do_not_fit_into_one_number_are_told_apart_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    figures, other = Figures.of(SEVERAL), Figures.of([SEVERAL[1], replace(SEVERAL[0], group="boys")])
    monkeypatch.setattr(room, "_ROOM", 1)
    mine = keys(figures)
    assert len(set(mine.tolist())) == 3
    assert keys(other, figures).tolist() == [mine[1], -1]


def test_columns_of_several_lengths_are_refused() -> None:
    figures = Figures.of(SEVERAL)
    with pytest.raises(ValueError, match="one length"):
        replace(figures, area=Coded.of(["X01"]))
