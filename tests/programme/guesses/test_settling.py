"""Guesses are settled by the measure: by the test areas together, by nobody's word, anew after a correction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation import store
from evaluation.model.predictions import Settlement
from evaluation.model.references import Kind, Reference
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    digest_page,
    guess_choices,
    guesses_page,
    open_programme,
    settle,
    settle_due,
    verify,
)
from evaluation.programme.results.protecting import THE_TOOL
from evaluation.programme.settings import Settings
from evaluation.store import Stored
from tests.programme.conftest import LEAD
from tests.programme.guessed import bring_in, figures, guessing, on_day


def settlements(programme: Programme) -> tuple[Stored[Settlement], ...]:
    return store.rows(programme.store, Kind.SETTLEMENT)


def waits_for(programme: Programme) -> str:
    page = guesses_page(programme).content
    (line,) = (*page.waiting, *page.void)
    return line.waits_for.replace("\u00a0", " ")


@pytest.fixture
def later(programme: Programme) -> Programme:
    """The small programme on 1 October 2026, a guess about July made in June."""
    guessing(programme)
    return on_day(programme, 2026, 10, 1)


def test_bringing_in_the_figures_settles_a_guess(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70), "july")
    (row,) = settlements(later)
    (batch,) = (each.reference for each in store.rows(later.store, Kind.BATCH))
    assert (row.noun.level, row.noun.came_true, row.noun.batches) == (0.7, True, (batch,))
    assert row.actor == THE_TOOL
    (line,) = guesses_page(later).content.settled
    assert (line.level.replace("\u00a0", " "), line.turned_out) == ("70 in every 100", "came true")
    assert verify(later).problems == ()


def test_the_level_is_that_of_the_test_areas_together(later: Programme) -> None:
    rows = ["measure,area,period,numerator,denominator"]
    rows += [f"on-time,X{number:02d},2026-07,{number * 10},{number * 20 + 20}" for number in range(1, 16)]
    bring_in(later, "\n".join(rows).encode())
    (row,) = settlements(later)
    assert row.noun.level == pytest.approx((10 + 20 + 30) / (40 + 60 + 80))
    assert row.noun.came_true is False


def test_a_guess_waits_until_every_test_area_has_reported(later: Programme) -> None:
    assert waits_for(later) == "The figures were due on 30 September 2026 and have not all arrived."
    assert waits_for(on_day(later, 2026, 9, 30)) == "The figures are due on 30 September 2026."
    bring_in(later, figures("2026-07", 70, only=2))
    assert settlements(later) == ()
    assert "have not all arrived" in waits_for(later)


@pytest.mark.parametrize("sign", ["c", ".", "x"])
def test_a_guess_about_an_area_without_a_figure_is_not_settled_and_says_why(later: Programme, sign: str) -> None:
    bring_in(later, figures("2026-07", 70, only=2))
    bring_in(later, f"measure,area,period,numerator,denominator,symbol\non-time,X03,2026-07,,,{sign}\n".encode())
    assert settlements(later) == ()
    assert waits_for(later).startswith("Some of the test areas have no figure for this period")


def test_a_hidden_level_settles_nothing_whoever_asks(later: Programme) -> None:
    bring_in(later, figures("2026-07", 1, out_of=3))
    own = replace(later, true_values=True)
    assert settle_due(own) == ()
    assert settlements(later) == ()
    assert waits_for(own) == "The figure is hidden to protect privacy. Hidden does not mean zero."
    with pytest.raises(UsageError, match="hidden to protect privacy"):
        settle(own, prediction="prediction:1")


def test_a_correction_settles_anew_and_the_old_row_stays(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70), "july")
    bring_in(later, figures("2026-07", 60), "corrected")
    bring_in(later, figures("2026-07", 70, only=14), "back again")
    first, second, third = settlements(later)
    assert [row.noun.came_true for row in (first, second, third)] == [True, False, True]
    assert (first.amends, second.amends, third.amends) == (None, first.reference, second.reference)
    (line,) = guesses_page(later).content.settled
    assert line.turned_out == "came true"


def test_a_settled_level_that_is_hidden_later_is_no_longer_shown(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70), "july")
    bring_in(later, figures("2026-07", 1, out_of=3), "corrected")
    assert len(settlements(later)) == 1
    page = guesses_page(later).content
    assert page.settled == ()
    assert "hidden to protect privacy" in page.waiting[0].waits_for


def test_what_is_settled_is_not_settled_twice(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70))
    assert settle_due(later) == ()
    assert len(settlements(later)) == 1


def test_figures_of_another_period_settle_nothing(later: Programme) -> None:
    bring_in(later, figures("2026-08", 70))
    assert settlements(later) == ()


def test_settling_by_hand_against_the_measure_is_refused(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70))
    with pytest.raises(UsageError) as refused:
        settle(later, prediction="prediction:1", said=False)
    (problem,) = refused.value.problems
    assert problem.code == "against-the-measure"
    assert "70 in every 100: it came true" in problem.what.replace("\u00a0", " ")
    agreed = settle(later, prediction="prediction:1", said=True).content.sentence
    assert agreed.replace("\u00a0", " ").endswith("It was 70 in every 100: it came true.")
    assert len(settlements(later)) == 1


def test_settling_before_there_are_figures_says_when_they_are_due(later: Programme) -> None:
    with pytest.raises(UsageError, match=r"We cannot settle this yet\. The figures were due on 30.September.2026"):
        settle(later, prediction="prediction:1", said=True)


@pytest.mark.parametrize("named", ["prediction:9", "entry:1", "guess"])
def test_settling_what_is_not_there_is_refused(later: Programme, named: str) -> None:
    with pytest.raises(UsageError) as refused:
        settle(later, prediction=named)
    assert refused.value.problems[0].code == "unknown-reference"


def test_a_replaced_guess_cannot_be_settled(programme: Programme) -> None:
    first = guessing(programme, at_least=0.6)
    guessing(programme, at_least=0.7)
    with pytest.raises(UsageError, match="no longer stands"):
        settle(programme, prediction=str(first))


def test_a_guess_about_other_areas_than_the_plan_has_now_is_not_settled(later: Programme) -> None:
    plan = later.folder / "prototypes" / "one-team.toml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('"X04"\nrole = "comparison"', '"X04"\nrole = "test"'), encoding="utf-8")
    changed = open_programme(Settings.from_environment({}, folder=later.folder), actor=LEAD, clock=later.clock)
    bring_in(changed, figures("2026-07", 70))
    assert settlements(changed) == ()
    assert waits_for(changed) == "The test areas have changed since, so it was about other places."
    changed.store.close()


BREAK = """worthwhile = 0.05

[[measures.breaks]]
on = {on}
why = "Reviews by video count."
"""
MOVED = """code = "X02"
name = "Area 2"
valid_from = {on}
"""


def declared_anew(programme: Programme, before: str, after: str) -> Programme:
    """The programme with other words in its framework."""
    framework = programme.folder / "frameworks" / "small.toml"
    text = framework.read_text(encoding="utf-8")
    assert before in text
    framework.write_text(text.replace(before, after), encoding="utf-8")
    return open_programme(Settings.from_environment({}, folder=programme.folder), actor=LEAD, clock=programme.clock)


@pytest.mark.parametrize("on", ["2026-06-15", "2026-07-01", "2026-07-31"])
@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("worthwhile = 0.05\n", BREAK, "The way of counting changed"),
        ('code = "X02"\nname = "Area 2"\n', MOVED, "The boundary of a test area moved"),
    ],
    ids=["definition", "boundary"],
)
def test_what_is_counted_anew_before_its_period_ends_makes_a_guess_void(
    later: Programme, before: str, after: str, said: str, on: str
) -> None:
    """Made on 3 June about July: settled, and void once the change is declared."""
    bring_in(later, figures("2026-07", 70))
    changed = declared_anew(later, before, after.format(on=on))
    page = guesses_page(changed).content
    (line,) = page.void
    assert (page.settled, page.waiting, line.turned_out) == ((), (), "")
    day = f"{int(on[-2:])} {'June' if '-06-' in on else 'July'} 2026"
    assert line.waits_for.replace("\u00a0", " ") == f"{said} on {day}. So it is neither right nor wrong."
    with pytest.raises(UsageError, match=f"{said} on"):
        settle(changed, prediction="prediction:1")
    changed.store.close()


@pytest.mark.parametrize("on", ["2026-06-03", "2026-08-01"])
def test_what_was_counted_anew_when_it_was_made_or_after_its_period_leaves_a_guess(later: Programme, on: str) -> None:
    bring_in(later, figures("2026-07", 70))
    changed = declared_anew(later, "worthwhile = 0.05\n", BREAK.format(on=on))
    assert len(guesses_page(changed).content.settled) == 1
    changed.store.close()


def test_a_void_guess_surprises_nobody(later: Programme) -> None:
    bring_in(later, figures("2026-07", 20))
    assert len(digest_page(later).content.surprised) == 1
    changed = declared_anew(later, "worthwhile = 0.05\n", BREAK.format(on="2026-07-01"))
    assert digest_page(changed).content.surprised == ()
    changed.store.close()


def test_nobody_guesses_about_what_will_be_counted_anew(programme: Programme) -> None:
    changed = declared_anew(programme, "worthwhile = 0.05\n", BREAK.format(on="2026-09-01"))
    assert [when for when, _ in guess_choices(changed, "one-team").content[0].periods] == ["2026-07", "2026-08"]
    guessing(changed, when="2026-08")
    with pytest.raises(UsageError, match=r"the way of counting changes.*\[counted-anew\]"):
        guessing(changed, when="2026-09")
    changed.store.close()


def test_as_at_an_earlier_time_it_was_still_waiting(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70))
    before = replace(later, as_at=on_day(later, 2026, 9, 1).clock())
    assert [str(line.reference) for line in guesses_page(before).content.waiting] == ["prediction:1"]
    assert settle_due(before) == ()


def test_a_settlement_names_the_guess_it_settles(later: Programme) -> None:
    bring_in(later, figures("2026-07", 70))
    assert settlements(later)[0].noun.prediction == Reference(Kind.PREDICTION, "1")


@pytest.mark.parametrize(
    ("code", "made", "when", "is_void"),
    [
        ("E07000004", (2019, 12, 2), "2020-05", True),  # Aylesbury Vale, in Buckinghamshire from 1 April 2020
        ("E07000004", (2019, 12, 2), "2020-03", False),
        ("E08000020", (2012, 12, 3), "2013-05", False),  # Gateshead had another code from 1 April 2013
    ],
)
def test_a_place_that_became_another_makes_a_guess_void_and_one_that_was_recoded_does_not(
    programme: Programme, code: str, made: tuple[int, int, int], when: str, is_void: bool
) -> None:
    path = programme.folder / "prototypes" / "one-team.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"X02"', f'"{code}"'), encoding="utf-8")
    placed = on_day(declared_anew(programme, '"X02"', f'"{code}"'), *made)
    if is_void:
        with pytest.raises(UsageError, match="counted-anew"):
            guessing(placed, when=when)
    else:
        guessing(placed, when=when)
    placed.store.close()
