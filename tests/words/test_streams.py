from __future__ import annotations

from datetime import date

from evaluation.measures import Arrival, CellState, Completeness, PartlyFed, StreamArrival
from evaluation.model.framework import Cadence
from evaluation.model.places import PeriodKind, parse_notation
from evaluation.words import breakable
from evaluation.words.streams import (
    CADENCES,
    CELLS,
    STATES,
    completeness_alt,
    completeness_heading,
    listed,
    some,
    standing,
    what_is_missing,
    what_is_next,
)
from tests.words.test_letters import LATE, MAY, ON_TIME, STREAM


def test_every_state_and_cadence_has_its_words() -> None:
    assert set(STATES) == set(Arrival)
    assert set(CELLS) == set(CellState)
    assert set(CADENCES) == set(Cadence)


def test_the_heading_counts_what_asks_for_something() -> None:
    late, half, never, good = Arrival.LATE, Arrival.HALF_FED, Arrival.NEVER, Arrival.ON_TIME
    assert standing([]) == "This programme names no source of figures yet"
    assert standing([good]) == "Figures: everything that is due has arrived"
    said = breakable(standing([late, never, half, good, good]))
    assert said == "Figures: of 5 sources, 1 late, 1 partly arrived and 1 never arrived"


def test_a_half_fed_source_names_the_areas_that_did_not_send() -> None:
    part = PartlyFed(ON_TIME, MAY, ("X1", "X2"))
    half = StreamArrival(STREAM, Arrival.HALF_FED, MAY, MAY, date(2026, 7, 15), (), partly_fed=(part,))
    said = breakable(what_is_missing(half, {"X1": "One"}))
    assert said == "Reviews on time for May 2026 has not come from One and X2."


def test_what_is_next_is_empty_where_nothing_is_foreseen() -> None:
    assert what_is_next(LATE) == ""


def test_many_names_are_counted_after_the_first_five() -> None:
    assert listed(["a"]) == "a"
    assert some(list("abcdefg")) == "a, b, c, d, e and 2 more"


def test_the_picture_is_told_to_those_who_do_not_see_it() -> None:
    months = tuple(parse_notation(month, PeriodKind.MONTH) for month in ("2026-03", "2026-04"))
    here, gone, late = CellState.REPORTED, CellState.MISSING, CellState.LATE
    found = Completeness("on-time", ("X1", "X2"), months, ((here, here), (gone, late)))
    assert breakable(completeness_heading(found, ON_TIME)) == "Reviews on time: of 4 figures due, 1 late and 1 missing"
    assert breakable(completeness_alt(found, ON_TIME, {"X2": "Two"})) == (
        "Reviews on time: of 4 figures due, 1 late and 1 missing. "
        "2 areas, March 2026 to April 2026. Most is wanting in Two (2)."
    )
