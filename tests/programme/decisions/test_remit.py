"""Which group decides what, and whose chair confirms it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.model.decisions import Verdict
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import Programme, Settings, confirm, draft_decision, meeting_item, open_programme
from evaluation.programme.decisions.remit import Taker, takers
from tests.programme.conftest import CHAIR, NOTE_TAKER, NOW, acting_as
from tests.small import write_programme

GROUPS = """
[[groups]]
id = "group"
name = "Implementation Group"
chair = "Cas Chair"
reports_to = "board"
decides = ["carry_on", "change", "stop"]

[[groups]]
id = "board"
name = "Partnership Board"
chair = "Bo Board"
reports_to = "committee"

[[groups]]
id = "committee"
name = "Committee"
decides = ["spread"]
"""


@pytest.fixture
def governed(tmp_path: Path) -> Iterator[Programme]:
    """The small programme with groups that say what they decide."""
    folder = write_programme(tmp_path / "small")
    framework = folder / "frameworks" / "small.toml"
    text = framework.read_text(encoding="utf-8")
    start, end = text.index("[[groups]]"), text.index("[[areas]]")
    framework.write_text(text[:start] + GROUPS + text[end:], encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=NOTE_TAKER, clock=lambda: NOW)
    yield opened
    opened.store.close()


def drafted(programme: Programme, verdict: Verdict, group: str | None = None) -> str:
    kept = draft_decision(
        programme, prototype="one-team", verdict=verdict, why="It works.", group=group, request_key=f"{verdict}{group}"
    )
    return str(kept.content.reference)


def test_a_group_decides_what_it_may_and_is_sent_up_the_line_for_the_rest(governed: Programme) -> None:
    for verdict in (Verdict.CARRY_ON, Verdict.CHANGE, Verdict.STOP, Verdict.COME_BACK):
        assert drafted(governed, verdict)
    with pytest.raises(UsageError, match=r"may not decide this: the Committee does(.|\n)*\[other-body\]"):
        drafted(governed, Verdict.SPREAD)
    assert drafted(governed, Verdict.SPREAD, "committee")


def test_where_no_group_above_may_either_it_is_said(governed: Programme) -> None:
    with pytest.raises(UsageError, match="no group that it reports to may either"):
        drafted(governed, Verdict.STOP, "committee")


def test_the_item_names_the_group_for_what_this_one_may_not_decide(governed: Programme) -> None:
    (taker,) = meeting_item(governed, "one-team").content.takers
    assert (taker.verdict, taker.group, taker.name) == (Verdict.SPREAD, "committee", "Committee")


def test_what_no_group_up_the_line_of_the_plans_own_may_decide_has_no_taker(governed: Programme) -> None:
    found = takers(governed, replace(governed.prototype("one-team"), group="committee"))
    assert found == tuple(Taker(verdict, "", "") for verdict in (Verdict.CARRY_ON, Verdict.CHANGE, Verdict.STOP))


def test_nobody_confirms_for_another_body(governed: Programme) -> None:
    reference = drafted(governed, Verdict.STOP)
    for other in (Actor("bo-board", "Bo Board", Role.CHAIR), replace(CHAIR, name="Cas")):
        with pytest.raises(UsageError, match=r"Only the chair of the Implementation Group(.|\n)*Ask Cas Chair"):
            confirm(acting_as(governed, other), decision=reference, request_key="no")
    confirm(acting_as(governed, replace(CHAIR, name="cas  CHAIR")), decision=reference, request_key="yes")


def test_another_body_that_names_no_chair_confirms_only_behind_a_sign_in(governed: Programme) -> None:
    reference = drafted(governed, Verdict.SPREAD, "committee")
    with pytest.raises(UsageError, match="Its chair is not named"):
        confirm(acting_as(governed, CHAIR), decision=reference, request_key="no")
    confirm(acting_as(governed, replace(CHAIR, verified=True)), decision=reference, request_key="yes")


def test_where_no_group_says_what_it_decides_all_may_decide_all(programme: Programme) -> None:
    assert drafted(acting_as(programme, NOTE_TAKER), Verdict.SPREAD)
    assert not meeting_item(programme, "one-team").content.takers
