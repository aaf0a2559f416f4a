"""What is shown of who was heard says nothing of any small number: whatever they are, it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.disclosure import PROFILES, Profile
from evaluation.learning import FAMILIES, VOICES, Heard
from evaluation.model.learning import Voice
from evaluation.model.references import Kind, Reference
from evaluation.model.release import HIDDEN
from evaluation.programme.around.voices_hidden import Counts, counts_of, told

ON = date(2026, 6, 3)


def all_heard(draw: Sequence[tuple[Voice, int, str | None, str | None]]) -> list[Heard]:
    return [
        Heard(Reference(Kind.ENGAGEMENT, str(number)), voice, people, ON, area, prototype)
        for number, (voice, people, area, prototype) in enumerate(draw, 1)
    ]


OCCASIONS = st.lists(
    st.tuples(
        st.sampled_from(VOICES), st.integers(1, 40), st.sampled_from(["A", "B", None]), st.sampled_from(["one", None])
    ),
    max_size=12,
).map(all_heard)


def shown(counts: Counts) -> dict[object, object]:
    """Everything a page is made of."""
    return {key: (counts.shown(key), counts.left_out(key)) for key in {*counts.people, *counts.few}}


@given(OCCASIONS, st.sampled_from(sorted(PROFILES)), st.data())
def test_other_small_numbers_would_show_the_same_on_every_day(
    heard: list[Heard], name: str, data: st.DataObject
) -> None:
    profile = PROFILES[name]
    few = st.integers(1, profile.below - 1)
    other = [
        replace(each, people=data.draw(few)) if each.voice in FAMILIES and each.people < profile.below else each
        for each in heard
    ]
    for day in range(len(heard) + 1):
        assert shown(counts_of(heard[:day], profile)) == shown(counts_of(other[:day], profile))


@given(OCCASIONS)
def test_on_the_stores_own_machine_every_sum_is_of_all(heard: list[Heard]) -> None:
    counts = counts_of(heard, None)
    for voice in VOICES:
        assert counts.shown((voice,)) == sum(each.people for each in heard if each.voice is voice)
        assert counts.left_out((voice,)) == 0


@pytest.mark.parametrize(
    ("voice", "people", "profile", "is_told"),
    [
        (Voice.CHILD, 4, PROFILES["below-5"], None),
        (Voice.CHILD, 5, PROFILES["below-5"], 5),
        (Voice.COMMUNITY, 7, PROFILES["1-7"], None),
        (Voice.PRACTITIONER, 1, PROFILES["below-10"], 1),
        (Voice.PARENT, 1, None, 1),
        (Voice.PARENT, 13, PROFILES["round-to-5"], 15),
        (Voice.PARENT, 4, PROFILES["round-to-5"], None),
    ],
)
def test_what_is_told_of_a_number(voice: Voice, people: int, profile: Profile | None, is_told: int | None) -> None:
    assert told(voice, people, profile) == is_told


def test_where_only_few_were_heard_the_sum_is_hidden_and_not_none() -> None:
    counts = counts_of(all_heard([(Voice.CHILD, 2, "A", "one")]), PROFILES["below-5"])
    assert (counts.shown((Voice.CHILD, "one", "A")), counts.left_out((Voice.CHILD,))) == (HIDDEN, 1)
    assert counts.shown((Voice.PARENT,)) == 0
