"""How guesses turned out: for the programme once it is nobody's own, and for a person to that person alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from evaluation.model.people import Actor, Role
from evaluation.model.predictions import Likelihood
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    five_words,
    guesses_page,
    how_guesses_turned_out,
    how_mine_turned_out,
    open_programme,
)
from tests.programme.conftest import CHAIR, LEAD, OFFICER, acting_as
from tests.programme.guessed import bring_in, figures, guessing, on_day

ROOT = Path(__file__).parents[3]
MONTHS = [*(f"2026-{month:02d}" for month in range(7, 13)), *(f"2027-{month:02d}" for month in range(1, 10))]


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


def guessed_by(programme: Programme, people: dict[Actor, int]) -> Programme:
    """Each person guesses "likely" for so many months of their own: at least 65 in 100, and all levels are 70."""
    months = iter(MONTHS)
    for person, many in people.items():
        for when in islice(months, many):
            guessing(programme, actor=person, when=when, likelihood=Likelihood.LIKELY)
    return settled(programme, sum(people.values()))


def settled(programme: Programme, months: int) -> Programme:
    """The programme later, with the figures of so many months, in one file."""
    later = on_day(programme, 2027, 12, 1)
    first, *others = (figures(when, 70) for when in MONTHS[:months])
    bring_in(later, first + b"".join(each.partition(b"\n")[2] for each in others), "all")
    return later


def test_a_programme_of_three_people_and_ten_guesses_has_a_score(programme: Programme) -> None:
    later = guessed_by(programme, {LEAD: 4, CHAIR: 3, OFFICER: 3})
    found = how_guesses_turned_out(later).content
    assert plainly(found.score).startswith(
        "Over 10 guesses about 10 figures the score is 0.04 (likely range 0.04 to 0.21)"
    )
    assert [tuple(map(plainly, word)) for word in found.words] == [
        ("likely", "80%", "10 of 10 (likely range 72% to 100%)")
    ]
    assert found.within == ""


def test_with_fewer_guesses_it_says_how_many_there_are(programme: Programme) -> None:
    later = guessed_by(programme, {LEAD: 3, CHAIR: 3, OFFICER: 3})
    found = how_guesses_turned_out(later).content
    assert plainly(found.score) == (
        "How our guesses turned out is shown once those settled are about 10 different figures. So far there are 9."
    )
    assert found.words == ()


def test_three_people_who_guess_at_the_same_figure_know_no_more_of_luck_than_one(programme: Programme) -> None:
    for person in (LEAD, CHAIR, OFFICER):
        for when in MONTHS[:4]:
            guessing(programme, actor=person, when=when)
    assert plainly(how_guesses_turned_out(settled(programme, 4)).content.score).endswith("So far there are 4.")


def test_a_score_of_two_people_would_tell_each_the_others(programme: Programme) -> None:
    later = guessed_by(programme, {LEAD: 6, CHAIR: 5})
    found = how_guesses_turned_out(later).content
    assert "once 3 people have made them" in found.score
    assert found.words == ()


def test_a_persons_own_score_is_told_from_ten_on(programme: Programme) -> None:
    later = guessed_by(programme, {LEAD: 11, CHAIR: 2})
    assert plainly(how_mine_turned_out(acting_as(later, LEAD)).content.score).startswith("Over 11 guesses")
    assert plainly(how_mine_turned_out(acting_as(later, CHAIR)).content.score) == (
        "How your guesses turned out is shown to you alone, once those settled are about 10 different figures: "
        "8 more to go."
    )


def test_nobody_asks_for_nobodys_score(programme: Programme) -> None:
    with pytest.raises(UsageError, match="Say who you are"):
        how_mine_turned_out(replace(programme, actor=None))


def test_until_its_period_begins_nobody_sees_what_another_guessed(programme: Programme) -> None:
    guessing(programme, actor=LEAD, when="2026-07", why="The room is booked.")
    guessing(programme, actor=CHAIR, when="2026-07", likelihood=Likelihood.UNLIKELY)
    for actor, own in ((LEAD, ["likely"]), (CHAIR, ["unlikely"]), (OFFICER, []), (None, [])):
        page = guesses_page(replace(programme, actor=actor)).content
        assert [line.likelihood for line in page.waiting] == own
        assert plainly(page.kept_back).startswith("1 guess of" if own else "2 guesses of")
        assert ("The room is booked." in repr(page)) is (actor is LEAD)
    last_day, begun = on_day(programme, 2026, 6, 30), on_day(programme, 2026, 7, 1)
    assert guesses_page(acting_as(last_day, OFFICER)).content.waiting == ()
    page = guesses_page(acting_as(begun, OFFICER)).content
    assert ([line.likelihood for line in page.waiting], page.kept_back) == (["likely", "unlikely"], "")


def test_a_guess_of_others_is_kept_back_at_an_earlier_time_too(programme: Programme) -> None:
    guessing(programme, actor=LEAD, when="2026-07")
    assert guesses_page(replace(programme, actor=CHAIR, as_at=programme.clock())).content.waiting == ()


def test_no_name_stands_beside_a_guess(programme: Programme) -> None:
    later = guessed_by(programme, {LEAD: 2, CHAIR: 1})
    guessing(later, actor=Actor("zoe", "Zoe Zander", Role.LEAD), when="2028-01")
    said = repr(guesses_page(later).content) + repr(how_guesses_turned_out(later).content)
    assert not any(name in said for name in ("Ann", "Cas", "Zoe", "zoe"))


def test_the_five_words_are_published_with_their_chances() -> None:
    assert five_words() == (
        ("very unlikely", "5%"),
        ("unlikely", "20%"),
        ("neither likely nor unlikely", "50%"),
        ("likely", "80%"),
        ("very likely", "95%"),
    )


def test_the_illustrative_programme_has_a_score_and_guesses_that_wait(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite"
    opened = open_programme(Settings.from_environment({"EVALUATION_DATABASE_URL": url}, folder=ROOT))
    page = guesses_page(opened).content
    assert len(page.waiting) >= 2
    assert len(page.settled) >= 10
    found = how_guesses_turned_out(opened).content
    assert found.score.startswith("Over")
    assert found.within
    opened.store.close()
