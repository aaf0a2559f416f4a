"""Warnings: raised by an import, answered, overdue, cleared by a correction, and silent on hidden counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evaluation.model.people import Actor, Role
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    StoppedTextError,
    acknowledge,
    import_file,
    meeting_item,
    meeting_page,
    open_programme,
    warnings_page,
)
from tests.programme.conftest import EVALUATOR, LEAD, acting_as
from tests.small import write_programme

NOW = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
READER = Actor("rob", "Rob Reader", Role.READER)
LEVEL = """
[[measures.warning_levels]]
id = "too-few"
below = 0.5
response = "The lead asks why."
owner = "Health visiting"
days = 30

[[areas]]
code = "X16"
name = "The county"

[[comparators]]
area = "X16"

[[groups]]"""
HEAD = "measure,area,period,numerator,denominator\n"


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Programme]:
    folder = write_programme(tmp_path / "small")
    framework = folder / "frameworks" / "small.toml"
    framework.write_text(framework.read_text(encoding="utf-8").replace("[[groups]]", LEVEL, 1), encoding="utf-8")
    settings = Settings.from_environment({}, folder=folder)
    opened = open_programme(settings, actor=EVALUATOR, clock=lambda: NOW)
    yield opened
    opened.store.close()


def after(programme: Programme, days: int, actor: Actor = EVALUATOR) -> Programme:
    return replace(programme, clock=lambda: NOW + timedelta(days=days), actor=actor)


def brought(programme: Programme, *rows: str, key: str) -> tuple[str, ...]:
    content = (HEAD + "\n".join(rows) + "\n").encode()
    said = import_file(programme, f"{key}.csv", content, request_key=key).content.warnings
    return tuple(line.replace("\u00a0", " ") for line in said)


def states(programme: Programme) -> dict[str, str]:
    return {line.area: line.state for line in warnings_page(programme).content.lines}


def test_an_import_says_what_it_raised_and_the_answer_that_was_agreed(watched: Programme) -> None:
    said = brought(watched, "on-time,X01,2025-12,12,40", "on-time,X02,2025-12,30,40", key="first")
    crossed = "Warning. Reviews on time, Area 1: below 50 in every 100 in December 2025."
    assert said == (f"{crossed} Agreed: The lead asks why. Health visiting, by 5 March 2026.",)
    assert states(watched) == {"Area 1": "waiting for an answer"}


def test_the_same_figure_again_raises_nothing_new(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    rows = ("on-time,X01,2025-12,12,40", "on-time,X02,2025-12,30,40")
    assert brought(after(watched, 1), *rows, key="second") == ()


def test_an_area_that_only_stands_beside_raises_nothing(watched: Programme) -> None:
    assert brought(watched, "on-time,X16,2025-12,12,40", key="first") == ()


def test_an_answer_is_overdue_after_its_days_and_not_once_it_is_given(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    assert states(after(watched, 30)) == {"Area 1": "waiting for an answer"}
    assert states(after(watched, 31)) == {"Area 1": "answer overdue"}
    acknowledge(
        after(watched, 40, LEAD), warning="measure:on-time@X01/2025-12", doing="Two clinics more.", request_key="ack"
    )
    assert states(after(watched, 41)) == {"Area 1": "being dealt with"}
    (line,) = warnings_page(after(watched, 41)).content.lines
    assert line.doing == "Two clinics more."
    assert line.who.replace("\u00a0", " ") == "Ann Lead, 15 March 2026"


def test_an_answer_holds_while_the_figures_that_follow_cross_too_and_not_for_a_new_run(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-10,12,40", key="first")
    acknowledge(watched, warning="measure:on-time@X01/2025-10", doing="Clinics.", request_key="ack")
    brought(after(watched, 1), "on-time,X01,2025-11,12,40", key="second")
    assert states(after(watched, 1)) == {"Area 1": "being dealt with"}
    brought(after(watched, 2), "on-time,X01,2025-12,38,40", key="third")
    assert states(after(watched, 2)) == {}
    brought(after(watched, 3), "on-time,X01,2026-01,12,40", key="fourth")
    assert states(after(watched, 3)) == {"Area 1": "waiting for an answer"}


def test_a_corrected_figure_clears_its_warning_and_says_so(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    said = brought(after(watched, 1), "on-time,X01,2025-12,32,40", key="second")
    cleared = "Reviews on time, Area 1: no longer below 50 in every 100; the figure was corrected"
    assert said == (f"No warning any more. {cleared}.",)
    page = warnings_page(after(watched, 2)).content
    assert page.lines == ()
    assert [line.replace("\u00a0", " ") for line in page.cleared] == [cleared]


def test_a_newer_figure_clears_it_too(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    (said,) = brought(after(watched, 1), "on-time,X01,2026-01,32,40", key="second")
    assert said.endswith("no longer below 50 in every 100; a newer figure came.")


def test_of_a_hidden_count_only_the_crossing_is_said(watched: Programme) -> None:
    """3 of 40 is hidden; below half, any of 1 to 4 of 40 crosses."""
    brought(watched, "on-time,X01,2025-12,3,40", key="first")
    released = warnings_page(watched)
    (line,) = released.content.lines
    assert line.latest.replace("\u00a0", " ") == "hidden to protect privacy, December 2025"
    assert released.stamps.hidden == 1
    assert "3" not in line.said.replace("2025", "")


def test_a_level_that_would_tell_a_hidden_count_raises_nothing(watched: Programme) -> None:
    """Of 2, below half is exactly none and not below it 1 or 2: the side with one count would tell it."""
    assert brought(watched, "on-time,X01,2025-12,0,2", key="first") == ()


def test_what_stood_at_an_earlier_time_is_still_known(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    brought(after(watched, 5), "on-time,X01,2025-12,32,40", key="second")
    assert states(replace(after(watched, 9), as_at=NOW + timedelta(days=1))) == {"Area 1": "waiting for an answer"}


def test_a_reader_answers_no_warning_and_nobody_answers_one_that_does_not_stand(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    with pytest.raises(UsageError, match="may not say what is being done about a warning"):
        acknowledge(
            acting_as(watched, READER), warning="measure:on-time@X01/2025-12", doing="Clinics.", request_key="a"
        )
    for wrong in ("measure:on-time@X02/2025-12", "measure:on-time@X01/2025-11", "nothing of the kind"):
        with pytest.raises(UsageError, match="There is no warning on"):
            acknowledge(watched, warning=wrong, doing="Clinics.", request_key="b")
    with pytest.raises(UsageError, match="Say what is being done"):
        acknowledge(watched, warning="measure:on-time@X01/2025-12", doing=" ", request_key="c")


def test_an_answer_that_could_identify_someone_is_stopped(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", key="first")
    with pytest.raises(StoppedTextError):
        acknowledge(
            watched, warning="measure:on-time@X01/2025-12", doing="Ring 07700 900123 about it.", request_key="a"
        )


def test_the_meeting_says_how_many_stand_in_a_line(watched: Programme) -> None:
    brought(watched, "on-time,X01,2025-12,12,40", "on-time,X09,2025-12,12,40", key="first")
    assert meeting_page(watched).content.warnings.replace("\u00a0", " ") == "2 warnings"
    assert meeting_item(watched, "one-team").content.warnings.replace("\u00a0", " ") == "1 warning"


def test_a_programme_without_levels_has_no_warning(filled: Programme) -> None:
    page = warnings_page(filled).content
    assert (page.headline, page.lines, page.cleared) == ("", (), ())
