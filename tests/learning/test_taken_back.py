"""Evidence that was taken back: taking everything back gives the start, in whatever order and wording."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.learning import LinkState, link_standings, still_said, taken_back, withdrawals
from evaluation.learning.became import became
from evaluation.learning.digest import digest
from evaluation.learning.evidence import CHANCE
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import StageId
from evaluation.model.learning import Entry, EntryKind
from evaluation.model.prototype import Prototype
from evaluation.model.references import Kind, Reference
from evaluation.model.theory import Confidence, Link, Node, NodeKind, TheoryOfChange
from tests.learning.recorded import Kept

ON = date(2026, 3, 4)
LINK = Reference(Kind.LINK, "one-team/link")
Rows = list[Kept[Evidence]]


def plan(sure: Confidence = Confidence.UNSURE) -> Prototype:
    theory = TheoryOfChange(
        nodes=tuple(Node(name, name, NodeKind.OUTPUT) for name in "ab"), links=(Link("link", "a", "b", "-", sure),)
    )
    return Prototype("one-team", "One team", "f", StageId.TEST, "-", "-", "-", "-", (), theory_of_change=theory)


def said(
    number: int, note: int = 1, *, supports: bool = False, strength: Strength = Strength.COUNTED,
    amends: int | None = None, on: date = ON, because: str = "",
) -> Kept[Evidence]:  # fmt: skip
    noun = Evidence(
        "one-team", LINK, Reference(Kind.ENTRY, str(note)), supports, strength, on, "-", taken_back_because=because
    )
    return Kept(_named(number), noun, None if amends is None else _named(amends))


def back(number: int, amends: int, on: date = ON) -> Kept[Evidence]:
    return said(number, amends=amends, on=on, because="Two lists were one.")


def _named(number: int) -> Reference:
    return Reference(Kind.EVIDENCE, str(number))


def state(rows: Rows, sure: Confidence = Confidence.UNSURE) -> tuple[LinkState, float]:
    found = link_standings(plan(sure), evidence=rows, answers=[], results={})["link"]
    return found.state, found.belief


some = st.builds(
    lambda note, supports, strength: (note, supports, strength),
    st.integers(1, 6),
    st.booleans(),
    st.sampled_from([each for each in Strength if each is not Strength.COMPARED]),
)


@given(st.lists(some, max_size=8), st.sampled_from(list(Confidence)), st.randoms())
def test_taking_everything_back_gives_exactly_the_start(
    pieces: list[tuple[int, bool, Strength]], sure: Confidence, shuffler: object
) -> None:
    rows = [said(place, note, supports=side, strength=how) for place, (note, side, how) in enumerate(pieces, 1)]
    order = list(range(1, len(rows) + 1))
    shuffler.shuffle(order)  # type: ignore[attr-defined]
    every = [*rows, *(back(100 + place, place) for place in order)]
    assert state(every, sure) == state([], sure)
    assert state([], sure)[1] == pytest.approx(CHANCE[sure])
    assert len(withdrawals(every)) == len(rows)


@given(st.lists(some, min_size=1, max_size=8), st.data())
def test_what_is_taken_back_leaves_the_rest_as_if_it_had_never_been_said(
    pieces: list[tuple[int, bool, Strength]], drawn: st.DataObject
) -> None:
    rows = [said(place, note, supports=side, strength=how) for place, (note, side, how) in enumerate(pieces, 1)]
    gone = drawn.draw(st.integers(1, len(rows)))
    rest = [row for row in rows if row.reference != _named(gone)]
    assert state([*rows, back(100, gone)]) == state(rest)
    assert still_said([*rows, back(100, gone)]) == tuple(rest)


def test_it_is_taken_back_in_every_wording_whoever_was_first() -> None:
    first, other = said(1), said(2, supports=True, amends=1)
    for rows in ([first, other, back(3, 1)], [first, back(2, 1), said(3, supports=True, amends=1)]):
        assert state(rows) == state([])
        assert len(withdrawals(rows)) == 1


def test_it_can_be_said_anew() -> None:
    assert state([said(1), back(2, 1), said(3)]) == state([said(1)])


def test_who_took_it_back_first_did() -> None:
    rows = [said(1), back(2, 1), back(3, 1)]
    assert taken_back(rows)[_named(1)].reference == _named(2)


def test_a_note_is_no_longer_counted_as_evidence() -> None:
    note = Kept(Reference(Kind.ENTRY, "1"), Entry("one-team", EntryKind.NOTE, ON, "-"))
    for rows, many in (([said(1)], 1), ([said(1), back(2, 1)], 0)):
        assert len(became([note], decisions=[], answers=[], evidence=rows, replies=[])) == many


@pytest.mark.parametrize(
    ("first", "last", "moves"),
    [
        (-9, -1, []),
        (0, 9, [LinkState.REFUTED]),  # before it was taken back on the tenth day
        (5, 20, [LinkState.UNTESTED]),
        (0, 20, []),  # from the beginning to the end nothing moved
        (11, 20, []),
    ],
)
def test_a_digest_tells_what_stood_on_its_first_day_and_on_its_last(
    first: int, last: int, moves: list[LinkState]
) -> None:
    rows = [said(1), back(2, 1, on=ON + timedelta(days=10))]
    found = digest(
        [plan()], entries=[], answers=[], decisions=[], evidence=rows,
        first=ON + timedelta(days=first), last=ON + timedelta(days=last),
    )  # fmt: skip
    assert [moved.after for moved in found.steps] == moves


def test_taking_back_what_changed_our_mind_unchanges_it() -> None:
    rows = [said(1), back(2, 1, on=ON + timedelta(days=10))]
    surely = plan(Confidence.FAIRLY_SURE)
    more = [*rows, said(3, note=3, strength=Strength.SEVERAL_ACCOUNTS), said(4, note=4), said(5, note=5)]
    for evidence, many in ((more, 1), ([*more, back(6, 3), back(7, 4), back(8, 5)], 0)):
        found = digest(
            [surely], entries=[], answers=[], decisions=[], evidence=evidence, first=ON, last=ON + timedelta(days=20)
        )
        assert found.changed_our_mind == many


def test_a_correction_does_not_make_a_step_move_again() -> None:
    """Weighed in March and reworded in April: April brought nothing new."""
    rows = [said(1), said(2, amends=1, on=date(2026, 4, 2))]
    found = digest(
        [plan()], entries=[], answers=[], decisions=[], evidence=rows, first=date(2026, 4, 1), last=date(2026, 4, 30)
    )
    assert found.steps == ()
