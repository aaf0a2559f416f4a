from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from evaluation.model.agreeing import Listed
from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import Programme, Settings, open_programme, readiness_page, readiness_table, tick
from tests.programme.conftest import CHAIR, LEAD, NOW, acting_as
from tests.small import write_programme

READINESS = """
[[readiness]]
id = "room"
text = "A room in each area"
owner = "Ann Lead"
due = 2025-01-01

[[readiness]]
id = "rota"
text = "A rota for the meeting"
"""


@pytest.fixture
def ready(tmp_path: Path) -> Iterator[Programme]:
    """The small programme with a readiness list of two."""
    folder = write_programme(tmp_path / "ready")
    plan = folder / "prototypes" / "one-team.toml"
    plan.write_text(plan.read_text(encoding="utf-8") + READINESS, encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=LEAD, clock=lambda: NOW)
    yield opened
    opened.store.close()


def ticked(
    programme: Programme, item: str = "room", *, is_done: bool = True, key: str = "key", on: date | None = None
) -> str:
    kept = tick(
        programme, prototype="one-team", listed=Listed.READINESS, item=item, is_done=is_done, request_key=key, on=on
    )
    return kept.content.sentence


def test_what_is_ticked_off_says_by_whom_and_when(ready: Programme) -> None:
    assert readiness_page(ready, "one-team").content.headline == "0\u00a0of\u00a02\u00a0in\u00a0place, 2\u00a0late"
    assert ticked(ready, on=date(2026, 5, 1)) == "We have ticked it off."
    room, rota = readiness_page(ready, "one-team").content.lines
    assert (room.state, room.ticked) == ("ready", "1\u00a0May\u00a02026, Ann Lead")
    assert (rota.state, rota.ticked) == ("late", "")


def test_a_tick_is_taken_back(ready: Programme) -> None:
    ticked(ready)
    assert ticked(ready, is_done=False, key="back") == "It is open again."
    assert [line.is_ready for line in readiness_page(ready, "one-team").content.lines] == [False, False]
    with pytest.raises(UsageError, match="nothing to take back"):
        ticked(ready, is_done=False, key="again")


def test_the_first_to_say_so_is_the_one_who_did(ready: Programme) -> None:
    ticked(ready, on=date(2026, 5, 1))
    assert "ticked off on 1\u00a0May\u00a02026 already" in ticked(acting_as(ready, CHAIR), key="chair")
    assert readiness_page(ready, "one-team").content.lines[0].ticked.endswith("Ann Lead")


def test_the_same_submission_twice_is_one_tick(ready: Programme) -> None:
    for _ in range(2):
        ticked(ready)
    assert ticked(ready, is_done=False, key="back") == "It is open again."
    ticked(ready)  # sent again late: the row it made before, and nothing new
    assert not readiness_page(ready, "one-team").content.lines[0].is_ready


def test_a_line_of_a_stages_checklist_is_ticked_off_by_its_text(ready: Programme) -> None:
    framework = ready.folder / "frameworks" / "small.toml"
    stage = '\n[[stages]]\nid = "select"\nname = "Select"\nchecklist = ["Agree the team"]\n'
    framework.write_text(framework.read_text(encoding="utf-8") + stage, encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=ready.folder), actor=LEAD, clock=lambda: NOW)
    kept = tick(opened, prototype="one-team", listed=Listed.STAGE, item="Agree the team", is_done=True, request_key="a")
    assert kept.content.sentence == "We have ticked it off."
    opened.store.close()


@pytest.mark.parametrize(("gone", "listed"), [("2026-06-04", ["room", "rota"]), ("2026-06-03", ["room"])])
def test_what_the_list_shows_until_the_day_it_goes_can_be_ticked_off(
    ready: Programme, gone: str, listed: list[str]
) -> None:
    plan = ready.folder / "prototypes" / "one-team.toml"
    plan.write_text(f"{plan.read_text(encoding='utf-8')}retired = {gone}\n", encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=ready.folder), actor=LEAD, clock=lambda: NOW)
    lines = readiness_page(opened, "one-team").content.lines
    assert [line.item for line in lines] == listed
    for line in lines:
        assert ticked(opened, line.item, key=line.item) == "We have ticked it off."
    opened.store.close()


def test_what_is_on_no_list_is_refused_with_what_is(ready: Programme) -> None:
    with pytest.raises(UsageError, match=r"room, rota.*\[unknown-id\]"):
        ticked(ready, "roof")


def test_a_day_to_come_is_refused(ready: Programme) -> None:
    with pytest.raises(UsageError, match=r"has not come yet(.|\n)*\[bad-day\]"):
        ticked(ready, on=date(2026, 6, 4))


def test_a_reader_ticks_nothing_off(ready: Programme) -> None:
    with pytest.raises(UsageError, match="may not tick something off a list"):
        ticked(acting_as(ready, Actor("ray", "Ray Reader", Role.READER)))


def test_the_list_can_be_taken_away(ready: Programme) -> None:
    table = readiness_table(ready, "one-team").content
    assert [row[0] for row in table.rows] == ["A room in each area", "A rota for the meeting"]
