"""What leaves is attacked first and kept; what has left is remembered."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from evaluation import store
from evaluation.model.leaving import HiddenFigures, Protection, Release
from evaluation.model.references import Kind
from evaluation.model.release import HIDDEN, Audience, Released, Table
from evaluation.model.results import Estimate
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    compare,
    figures_table,
    import_file,
    open_programme,
    prototype_page,
    releases_page,
    result_table,
    take_away,
    verify,
)
from evaluation.programme.results.protecting import mask_of, protection
from tests.programme.conftest import EVALUATOR, LEAD, NOW, acting_as
from tests.small import figures

RARE = re.sub(r"(X05,2024-05),\d+,", r"\1,2,", figures())


def brought_in(programme: Programme, content: str, name: str = "rare.csv", days: int = 0) -> Programme:
    later = replace(programme, clock=lambda: NOW + timedelta(days=days))
    import_file(acting_as(later, EVALUATOR), name, content.encode(), request_key=name)
    return later


def hidden_in(released: Released[Table]) -> set[tuple[object, object]]:
    return {(row[1], row[4]) for row in released.content.rows if HIDDEN in row}


def taken(programme: Programme) -> Release:
    released = figures_table(programme, "on-time")
    reference = take_away(programme, released, released.content, name="on-time", form="csv")
    assert reference is not None
    row = store.get(programme.store, reference)
    assert row is not None
    found: Release = row.noun
    return found


def test_a_small_count_is_hidden_and_so_are_those_that_would_give_it_away(programme: Programme) -> None:
    released = figures_table(brought_in(programme, RARE), "on-time")
    hidden = hidden_in(released)
    assert ("X05", "2024-05") in hidden
    assert len(hidden) == released.stamps.hidden == 4  # a way round over two months and two areas
    assert released.stamps.profile == "below-5"
    assert released.stamps.measures == ("on-time",)


def test_the_page_and_the_file_hide_by_the_same_mask(programme: Programme) -> None:
    rare = brought_in(programme, re.sub(r"(X0[123],2024-05),\d+,", r"\1,1,", figures()))
    mask = mask_of(rare, rare.framework.measure("on-time"))
    tested = ("X01", "X02", "X03")
    months = {
        row[0] for row in result_table(rare, "one-team", "on-time").content.rows if HIDDEN in row or None in row[1:4]
    }
    line = prototype_page(rare, "one-team").content.measures[0].line
    assert line is not None
    assert months == {month for _, _, month in mask.counts if mask.hides(tested, "", [month])}
    assert line.stamps.hidden == compare(rare, "one-team", "on-time").stamps.hidden == len(months)


def test_a_protection_is_worked_out_once_and_looking_again_stores_nothing(programme: Programme) -> None:
    rare = brought_in(programme, RARE)
    first = protection(rare, rare.framework.measure("on-time"))
    last = store.last_number(rare.store)
    assert protection(rare, rare.framework.measure("on-time")) == first
    assert store.last_number(rare.store) == last


def test_the_same_file_taken_twice_is_one_row_and_says_who(programme: Programme) -> None:
    rare = brought_in(programme, RARE)
    assert taken(rare) == taken(rare)
    taken(acting_as(rare, LEAD))
    lines = releases_page(rare).content
    assert [(line.who, line.file, line.measures, line.hidden) for line in lines] == [
        ("Ann Lead", "on-time.csv", "Reviews on time", 4),
    ]
    nobody = replace(rare, actor=None)
    taken(nobody)
    assert releases_page(rare).content[0].who == "not named"
    assert verify(rare).problems == ()


def test_what_is_hidden_stays_hidden_when_other_figures_are_revised(programme: Programme) -> None:
    rare = brought_in(programme, RARE)
    before = hidden_in(figures_table(rare, "on-time"))
    taken(rare)
    revised = brought_in(rare, re.sub(r"(X09,2025-06),\d+,", r"\1,70,", RARE), "revised.csv", days=1)
    after = hidden_in(figures_table(revised, "on-time"))
    assert before <= after
    taken(revised)
    assert len(store.rows(revised.store, Kind.RELEASE)) == 2


def test_what_left_before_anything_was_small_counts_as_known(programme: Programme) -> None:
    whole = brought_in(programme, figures(), "whole.csv")
    taken(whole)
    revised = brought_in(whole, RARE, "revised.csv", days=1)
    # Every other figure has left, so none of them can be hidden any more: the sums must be.
    assert hidden_in(figures_table(revised, "on-time")) == {("X05", "2024-05")}
    outcome = compare(revised, "one-team", "on-time").content.comparison.outcome
    assert isinstance(outcome, Estimate)
    assert [point.period for point in outcome.series if point.comparison is None] == ["2024-05"]
    assert [area.area for area in outcome.areas if area.variance == 0] == ["X05"]
    taken(revised)


def test_where_what_left_before_gives_a_small_count_away_nothing_more_leaves(programme: Programme) -> None:
    rare = brought_in(programme, RARE)
    careless = HiddenFigures(("X05",), "", ("2024-05",))
    batch = int(store.rows(rare.store, Kind.BATCH)[-1].reference.key)
    kept = store.append(
        rare.store,
        Protection("on-time", "below-5", "another", batch, (careless,)),
        LEAD,
        at=NOW,
        request_key="careless",
    )
    left = Release("on-time", "csv", "0", ("on-time",), (kept.reference,), "below-5", Audience.GROUP)
    store.append(rare.store, left, LEAD, at=NOW, request_key="careless")
    released = figures_table(rare, "on-time")
    with pytest.raises(UsageError, match="it would give small numbers of people away") as stopped:
        take_away(rare, released, released.content, name="on-time", form="csv")
    assert [problem.code for problem in stopped.value.problems] == ["gives-away"]
    assert all(HIDDEN in row for row in released.content.rows)


def test_what_holds_no_figures_is_not_written_down(programme: Programme) -> None:
    page = releases_page(programme)
    assert take_away(programme, page, Table((), ()), name="words", form="csv") is None


def test_open_statistics_are_not_hidden_again_and_say_so(programme: Programme) -> None:
    path = programme.folder / "frameworks" / "small.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('cadence = "monthly"', 'cadence = "monthly"\npublished = true'), encoding="utf-8")
    settings = Settings.from_environment({}, folder=programme.folder)
    rare = brought_in(open_programme(settings, clock=lambda: NOW), RARE)
    released = figures_table(rare, "on-time")
    rare.store.close()
    assert hidden_in(released) == set()
    assert released.stamps.published
    assert released.content.source.endswith("Official statistics, open already.")


def test_true_values_are_shown_marked_and_never_count_as_having_left(programme: Programme) -> None:
    rare = brought_in(programme, RARE)
    trusted = replace(rare, true_values=True)
    released = figures_table(trusted, "on-time")
    assert hidden_in(released) == set()
    assert released.stamps.true_values
    assert taken(trusted).true_values
    assert ("X05", "2024-05") in hidden_in(figures_table(rare, "on-time"))


def test_true_values_need_the_store_on_this_machine(programme: Programme) -> None:
    far = Settings(programme.folder, "postgresql://somebody@far.example/evaluation")
    with pytest.raises(UsageError, match="on the store's own machine alone") as stopped:
        open_programme(far, true_values=True)
    assert [problem.code for problem in stopped.value.problems] == ["not-allowed"]
    assert Settings(programme.folder, "postgresql://me@localhost/evaluation").is_local
    assert Settings.from_environment({}, folder=programme.folder).is_local


def test_the_numbers_behind_a_result_name_what_they_were_made_with(filled: Programme) -> None:
    table = result_table(filled, "one-team", "on-time").content
    notes = dict(table.notes)
    assert notes["Method"] == "area-change"
    assert notes["Kept as"].startswith("comparison:")
    assert len(table.rows) == 24


def test_without_a_result_there_is_nothing_to_take_away(programme: Programme) -> None:
    with pytest.raises(UsageError, match="There is no result to take away yet"):
        result_table(programme, "one-team", "on-time")
