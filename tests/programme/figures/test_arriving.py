"""Where the figures come from, letters about what is missing, completeness, and what stands beside a measure."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.policy import default
from pathlib import Path

import pytest

from evaluation import store
from evaluation.assemble import assemble
from evaluation.model.design import AreaRole, EveryArea
from evaluation.problems import UsageError
from evaluation.programme import (
    Programme,
    Settings,
    as_mail,
    compare,
    completeness_page,
    draft_letter,
    import_file,
    measure_beside,
    open_programme,
    result_beside,
    streams_page,
)
from evaluation.statistics import Panel
from tests.programme.conftest import EVALUATOR, acting_as
from tests.small import write_programme

NOW = datetime(2026, 6, 3, tzinfo=UTC)
MORE = """
target = 0.75
target_by = 2028-03-31

[[measures.gaps]]
id = "boys-girls"
name = "Boys and girls"
group = "boys"
reference = "girls"

[[measures.facts]]
text = "71% were on time elsewhere"
source = "A paper"
value = 0.71

[[areas]]
code = "X16"
name = "The county"

[[comparators]]
area = "X16"
note = "published"

[[groups]]"""
HEAD = "measure,area,period,group,numerator,denominator\n"


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Programme]:
    """The small programme with a county beside it, its figures brought in."""
    folder = write_programme(tmp_path / "small")
    framework = folder / "frameworks" / "small.toml"
    framework.write_text(framework.read_text(encoding="utf-8").replace("[[groups]]", MORE, 1), encoding="utf-8")
    opened = open_programme(Settings.from_environment({}, folder=folder), actor=EVALUATOR, clock=lambda: NOW)
    brought(opened, (folder / "figures.csv").read_text(encoding="utf-8"), key="figures")
    yield opened
    opened.store.close()


def brought(programme: Programme, text: str, *, key: str) -> None:
    import_file(acting_as(programme, EVALUATOR), f"{key}.csv", text.encode(), request_key=key)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_stream_shows_what_was_agreed_what_is_late_and_what_is_next(filled: Programme) -> None:
    page = streams_page(filled).content
    (line,) = page.streams
    assert plain(page.headline) == "Figures: of 1 source, 1 late"
    assert (line.state, line.shares, line.cadence, plain(line.within)) == (
        "late",
        "Reviews on time",
        "every month",
        "60 days",
    )
    assert line.lawful_basis == "Counts only: no personal data"
    assert plain(line.sentence).startswith("The health visiting figures for March 2026 were due on 31 May 2026")
    assert plain(line.next_due) == "April 2026, due on 30 June 2026"


def test_a_letter_is_drafted_for_what_is_late_and_opens_as_a_draft_without_an_address(filled: Programme) -> None:
    drafted = draft_letter(filled, "visits")
    assert "Reviews on time: January to March 2026, all areas" in drafted.content.body
    mail = email.message_from_bytes(as_mail(filled, drafted).content, policy=default)
    assert mail["Subject"] == drafted.content.subject
    assert mail["To"] is None
    assert mail["X-Unsent"] == "1"
    body = mail.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == drafted.content.body
    assert [part.get_filename() for part in mail.iter_attachments()] == ["figures.xlsx"]


def test_there_is_no_letter_without_a_reason(filled: Programme) -> None:
    early = replace(filled, clock=lambda: datetime(2026, 1, 9, tzinfo=UTC))
    with pytest.raises(UsageError, match="Nothing is missing from Health visiting figures"):
        draft_letter(early, "visits")
    with pytest.raises(UsageError, match='There is no stream "visit"'):
        draft_letter(filled, "visit")


def test_completeness_holds_states_and_no_figure(filled: Programme) -> None:
    page = completeness_page(filled, "on-time").content
    assert plain(page.headline).startswith("Reviews on time: of 330 figures due, 45 late")
    assert page.cells is not None
    assert len(page.cells.content.rows) == 15 * 29
    said = {row[-1] for row in page.cells.content.rows}
    assert said == {"figure here", "late", "not due yet"}
    assert page.picture is not None
    assert "figures go back to January 2024" in plain(page.picture.content.source)


def test_before_the_first_figure_there_is_no_picture(programme: Programme) -> None:
    page = completeness_page(programme, "on-time").content
    assert (page.headline, page.picture) == ("Reviews on time: no figures yet", None)


def test_an_unknown_measure_is_named(programme: Programme) -> None:
    for ask in (completeness_page, measure_beside):
        with pytest.raises(UsageError, match='There is no measure "gdl"'):
            ask(programme, "gdl")


def test_the_county_stands_beside_and_is_never_compared(watched: Programme) -> None:
    alone = compare(watched, "one-team", "on-time").content.comparison
    brought(watched, HEAD + "on-time,X16,2025-12,,7100,10000\n", key="county")
    levels = result_beside(watched, "one-team", "on-time").content.levels
    assert [(line.where, plain(line.level), plain(line.when), line.note) for line in levels] == [
        ("Test areas", "68 in every 100", "December 2025", ""),
        ("The county", "71 in every 100", "December 2025", "published"),
    ]
    assert compare(watched, "one-team", "on-time").content.comparison == alone


def test_a_rule_that_takes_every_area_leaves_out_the_county(watched: Programme) -> None:
    months = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]
    brought(watched, HEAD + "\n".join(f"on-time,X16,{month},,7100,10000" for month in months) + "\n", key="county")
    plan = watched.prototype("one-team")
    tested = tuple(area for area in plan.areas if area.role is AreaRole.TEST)
    every = replace(plan, areas=tested, comparison=EveryArea(("X",)))
    figures = [figure.observation for figure in store.observations(watched.store)]
    panel = assemble(figures, every, watched.measure(plan, "on-time"), watched.framework)
    assert isinstance(panel, Panel)
    assert len(panel.areas) == 15
    assert "X16" not in panel.areas


def test_a_gap_has_its_interval_and_its_history(watched: Programme) -> None:
    rows = [f"on-time,X01,2025-{month},{group},{many},100" for month in ("11", "12") for group, many in
            (("boys", "50"), ("girls", "70"))]  # fmt: skip
    brought(watched, HEAD + "\n".join(rows) + "\n", key="groups")
    (gap,) = result_beside(watched, "one-team", "on-time").content.gaps
    assert plain(gap.said) == "20 in 100 fewer (likely range 6 to 33 fewer)"
    assert [row[1] for row in gap.over_time.rows] == [-20.0, -20.0]


def test_a_gap_with_a_hidden_side_is_not_shown(watched: Programme) -> None:
    brought(watched, HEAD + "on-time,X01,2025-12,boys,3,100\non-time,X01,2025-12,girls,70,100\n", key="groups")
    assert result_beside(watched, "one-team", "on-time").content.gaps == ()


def test_the_pace_to_the_target_and_papers_stand_beside_a_result(watched: Programme) -> None:
    found = result_beside(watched, "one-team", "on-time").content
    assert plain(found.pace).startswith("To reach 75 in every 100 by 31 March 2028 takes ")
    assert found.facts == (
        (
            "71% were on time elsewhere. Out of how many is not stated in the source, so there is no likely range.",
            "A paper",
        ),
    )
    assert measure_beside(watched, "on-time").content.pace == ""
