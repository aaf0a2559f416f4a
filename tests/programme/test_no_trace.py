"""A text that was taken out is on no page, in no search and no export, whatever it was typed into."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest

from evaluation import programme as uses
from evaluation import store
from evaluation.model.agreeing import Adaptation
from evaluation.model.around import Commitment, Engagement, Rating, Risk
from evaluation.model.decisions import Decision, Verdict
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind, Voice
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story
from evaluation.problems import UsageError
from evaluation.programme import Programme, add_note, dump, redact, verify
from tests.programme.conftest import LEAD, NOW, OFFICER, acting_as

SECRET = "Zebedee from the house with the crooked gate"
ON = date(2026, 6, 3)
NOUNS: tuple[Any, ...] = (
    Entry("one-team", EntryKind.NOTE, ON, noticed=SECRET, expected=SECRET, make_of_it=SECRET, next_step=SECRET),
    Answer("one-team", "know-who", AnswerState.ANSWERED, ON, text=SECRET),
    Story("one-team", ON, Voice.PARENT, agreed=True, recorded_by="Ann Lead", told=SECRET, matters=SECRET),
    Prediction("one-team", "on-time", "2026-07", Likelihood.LIKELY, ON, at_least=0.7, why=SECRET),
    Decision("one-team", "group", Verdict.CHANGE, ON, why=SECRET, actions=SECRET),
    Commitment(ON, ON, SECRET, SECRET, "one-team"),
    Risk("one-team", Rating.LOW, Rating.HIGH, ON, SECRET, SECRET, SECRET),
    Engagement(Voice.PARENT, 12, ON, SECRET, prototype="one-team", said=SECRET),
    Adaptation("one-team", "X01", ON, SECRET, SECRET),
)


def views() -> Iterator[tuple[str, Callable[[Programme], Any]]]:
    """Every use that shows a page, of all prototypes or of one; those of one measure or group hold nothing typed."""
    for name in uses.__all__:
        use = getattr(uses, name)
        if not inspect.isfunction(use) or not (name.endswith("_page") or name in ("notes", "reminders")):
            continue
        asked = [each.name for each in inspect.signature(use).parameters.values() if each.default is each.empty]
        if asked[:1] == ["programme"] and set(asked) <= {"programme", "prototype"}:
            yield name, partial(use, **dict.fromkeys(asked[1:], "one-team"))
    yield "search", partial(uses.search, words="Zebedee")


def everywhere(programme: Programme) -> dict[str, str]:
    copied = io.StringIO()
    dump(programme, copied)
    return {"dump": copied.getvalue(), **{name: repr(view(programme)) for name, view in views()}}


def test_a_text_that_was_taken_out_is_nowhere(filled: Programme) -> None:
    plan = filled.prototype("one-team")
    kept = [
        store.append(filled.store, noun, LEAD, at=NOW, request_key=f"{number}", plan=plan).reference
        for number, noun in enumerate(NOUNS)
    ]
    before = everywhere(filled)
    assert {"dump", "notes", "prototype_page", "search"} <= {name for name, shown in before.items() if SECRET in shown}
    officer = acting_as(filled, OFFICER)
    for target in kept:
        redact(officer, target=str(target), reason="It names a child.", second_name="Bo", request_key=f"{target}")
    after = everywhere(filled)
    after["search"] = after["search"].replace("'Zebedee'", "")  # what was sought is said back
    assert [name for name, shown in after.items() if "Zebedee" in shown] == []
    assert verify(filled).problems == ()


@pytest.mark.parametrize("reason", [f"It says {SECRET}.", "It names Zebedee from THE  house.", "zebedee from the"])
def test_a_reason_that_says_it_again_is_refused_and_nothing_is_removed(programme: Programme, reason: str) -> None:
    note = add_note(programme, prototype="one-team", noticed=SECRET, request_key="a").content.reference
    with pytest.raises(UsageError) as refused:
        redact(acting_as(programme, OFFICER), target=str(note), reason=reason, second_name="Bo", request_key="b")
    assert refused.value.problems[0].code == "repeats-the-text"
    assert store.rows(programme.store, Kind.REDACTION) == ()


def test_other_rows_with_the_same_words_are_named(programme: Programme) -> None:
    note = add_note(programme, prototype="one-team", noticed=SECRET, request_key="a").content.reference
    copy = Commitment(ON, ON, f"Visit {SECRET} again.", "Ann", "one-team")
    other = store.append(programme.store, copy, LEAD, at=NOW, request_key="b").reference
    officer = acting_as(programme, OFFICER)
    said = redact(officer, target=str(note), reason="Named.", second_name="Bo", request_key="c").content.sentence
    assert str(other) in said
    assert "Zebedee" not in said


def test_what_nobody_typed_cannot_be_taken_out(filled: Programme) -> None:
    batch = str(Reference(Kind.BATCH, "1"))
    with pytest.raises(UsageError, match="nothing to remove"):
        redact(acting_as(filled, OFFICER), target=batch, reason="Wrong.", second_name="Bo", request_key="x")
