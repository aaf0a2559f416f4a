"""Evidence is taken back by whoever said it or an evaluator, with a reason; it stays to be seen and counts no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from evaluation.model.evidence import Strength
from evaluation.model.people import Actor, Role
from evaluation.model.references import Reference
from evaluation.problems import UsageError
from evaluation.programme import (
    LinkLine,
    Programme,
    StoppedTextError,
    add_note,
    digest_page,
    prototype_page,
    redact,
    search,
    take_back,
    verify,
    weigh_evidence,
    yield_table,
)
from evaluation.programme.cited import cited
from tests.programme.conftest import EVALUATOR, LEAD, NOW, OFFICER, acting_as

SPONSOR = Actor("sue", "Sue Sponsor", Role.SPONSOR)
BECAUSE = "The two lists were one."


@pytest.fixture
def weighed(programme: Programme) -> Programme:
    """The small programme with one note that speaks against its one step, weighed by its lead, two days later."""
    note = add_note(programme, prototype="one-team", noticed="Two lists in nine of ten.", request_key="n")
    weigh(programme, str(note.content.reference))
    return replace(programme, clock=lambda: NOW + timedelta(days=2))


def weigh(programme: Programme, rests_on: str, **more: Any) -> str:
    kept = weigh_evidence(
        programme, prototype="one-team", about="link:team-time", rests_on=rests_on, supports=False,
        strength=Strength.COUNTED, why="One list is what we meant.", request_key=f"w{more}", **more,
    )  # fmt: skip
    return str(kept.content.reference)


def back(programme: Programme, because: str = BECAUSE, key: str = "b") -> str:
    done = take_back(programme, evidence="evidence:2", because=because, request_key=key)
    return str(done.content.reference)


def step(programme: Programme) -> LinkLine:
    (line,) = prototype_page(programme, "one-team").content.theory.links
    return line


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_it_counts_no_more_and_stays_to_be_seen_with_its_reason(weighed: Programme) -> None:
    assert (step(weighed).state, step(weighed).no_longer) == ("looks wrong", ())
    back(weighed)
    line = step(weighed)
    assert (line.state, line.tally, line.contradicts) == ("untested", "", ())
    (gone,) = line.no_longer
    assert (gone.text, gone.why, gone.supports) == ("Two lists in nine of ten.", "One list is what we meant.", False)
    assert plainly(gone.no_longer) == f"Taken back on 5 June 2026 by Ann Lead because: {BECAUSE}"
    assert verify(weighed).problems == ()


def test_as_at_a_day_before_it_is_as_it_was(weighed: Programme) -> None:
    back(weighed)
    before = replace(weighed, as_at=NOW + timedelta(days=1))
    assert (step(before).state, step(before).no_longer) == ("looks wrong", ())
    assert not step(before).contradicts[0].may_be_taken_back


def test_the_digest_and_the_counts_follow(weighed: Programme) -> None:
    first, doubt = digest_page(weighed).content, yield_table(weighed).content.rows[0][-1]
    assert len(first.learnt) == 1
    assert isinstance(doubt, float)
    assert doubt > 0
    back(weighed)
    assert digest_page(weighed).content.learnt == ()
    assert yield_table(weighed).content.rows[0][-1] == 0
    since = digest_page(weighed, first=(NOW + timedelta(days=1)).date()).content
    assert plainly(since.learnt[0].said).endswith("this is untested again.")


def test_an_evaluator_takes_back_what_others_said_and_other_leads_do_not(weighed: Programme) -> None:
    with pytest.raises(UsageError, match=r"correct or take back what somebody else said.*evaluator.*\[not-allowed\]"):
        back(acting_as(weighed, SPONSOR))
    evaluator = acting_as(weighed, EVALUATOR)
    assert step(evaluator).contradicts[0].may_be_taken_back
    assert not step(acting_as(weighed, SPONSOR)).contradicts[0].may_be_taken_back
    back(evaluator)
    assert step(weighed).state == "untested"


def test_what_somebody_else_said_is_not_corrected_either(weighed: Programme) -> None:
    with pytest.raises(UsageError, match=r"\[not-allowed\]"):
        weigh(acting_as(weighed, SPONSOR), "entry:1", amends="evidence:2")
    weigh(acting_as(weighed, EVALUATOR), "entry:1", amends="evidence:2")


@pytest.mark.parametrize(("because", "said"), [("  ", r"\[no-reason\]"), ("x" * 6_000, r"\[too-long\]")])
def test_without_a_reason_that_can_be_read_nothing_is_taken_back(weighed: Programme, because: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        back(weighed, because)
    assert step(weighed).state == "looks wrong"


def test_a_reason_that_could_identify_someone_is_not_kept(weighed: Programme) -> None:
    with pytest.raises(StoppedTextError):
        back(weighed, "Ring her on 01223 496012.")


def test_twice_is_once(weighed: Programme) -> None:
    first = back(weighed)
    assert back(weighed, key="again") == first
    assert len(step(weighed).no_longer) == 1


def test_what_was_taken_back_is_said_anew_and_not_corrected(weighed: Programme) -> None:
    back(weighed)
    with pytest.raises(UsageError, match=r"\[taken-back\]"):
        weigh(weighed, "entry:1", amends="evidence:2")
    weigh(weighed, "entry:1", on=NOW.date())
    assert step(weighed).state == "looks wrong"


def test_a_decision_that_rests_on_it_says_that_it_was_taken_back(weighed: Programme) -> None:
    back(weighed)
    assert plainly(cited(weighed, Reference.parse("evidence:2"))) == (
        "what speaks against a step, weighed on 3 June 2026 by Ann Lead, taken back on 5 June 2026"
    )


def test_it_is_found_as_taken_back(weighed: Programme) -> None:
    back(weighed)
    assert [hit.what for hit in search(weighed, "two lists were one").content.lines] == ["Evidence, taken back"]


def test_removing_its_text_removes_the_reason_too_and_it_stays_taken_back(weighed: Programme) -> None:
    back(weighed)
    officer = acting_as(weighed, OFFICER)
    redact(officer, target="evidence:2", reason="It named a street.", second_name="Sam Second", request_key="r")
    (gone,) = step(weighed).no_longer
    assert step(weighed).state == "untested"
    assert BECAUSE not in repr(gone)
    assert verify(weighed).problems == ()


def test_what_is_not_evidence_cannot_be_taken_back(weighed: Programme) -> None:
    with pytest.raises(UsageError, match=r"\[unknown-reference\]"):
        take_back(acting_as(weighed, LEAD), evidence="entry:1", because=BECAUSE, request_key="x")
