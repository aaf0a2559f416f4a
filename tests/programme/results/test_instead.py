"""Where there is no comparison to speak of, the process chart of what was seen stands full size."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.charts.spec import ChartKind, MarkKind, Role
from evaluation.model.release import HIDDEN
from evaluation.programme import Programme, Settings, import_file, open_programme, results_page
from evaluation.programme.results.instead import Instead
from evaluation.words import breakable
from tests.programme.conftest import EVALUATOR, NOW
from tests.small import figures, write_programme

ALONE = '[design]\nmethod = "before-after"\n'
ANEW = """
[[new_ranges]]
measure = "on-time"
on = 2024-11-01
cause = "The form was made shorter"
decided_on = 2024-12-03
decided_by = "Eve Evaluator"
"""


def opened(folder: Path, added: str, figures_file: str) -> Programme:
    """The small programme with more in its plan, and figures of one's own."""
    write_programme(folder)
    plan = folder / "prototypes" / "one-team.toml"
    plan.write_text(f"{plan.read_text(encoding='utf-8')}\n{added}", encoding="utf-8")
    programme = open_programme(Settings.from_environment({}, folder=folder), actor=EVALUATOR, clock=lambda: NOW)
    import_file(programme, "figures.csv", figures_file.encode(), request_key="figures")
    return programme


def instead_of(programme: Programme) -> Instead:
    found = results_page(programme, "one-team", "on-time").content.instead
    programme.store.close()
    assert found is not None
    return found


def test_a_before_and_after_is_followed_by_the_process_chart_and_shows_no_other_areas(tmp_path: Path) -> None:
    programme = opened(tmp_path / "small", ALONE, figures())
    page = results_page(programme, "one-team", "on-time").content
    programme.store.close()
    assert page.pictures is not None
    assert page.pictures.of_others is None
    assert page.instead is not None
    assert page.instead.picture is not None
    assert page.instead.picture.content.kind is ChartKind.PROCESS


def test_its_title_is_what_is_unusual_and_the_reason_stands_below(tmp_path: Path) -> None:
    found = instead_of(opened(tmp_path / "small", ALONE, figures(effect=8)))
    assert found.picture is not None
    spec = found.picture.content
    assert breakable(spec.title) == "Reviews on time: unusual for the better in December 2025, worth asking why"
    assert breakable(found.usual).endswith("it is one of seven or more in a row on one side of the middle.")
    assert "24 figures show something unusual when nothing changed" in breakable(found.how_easily)
    assert "Unusual: January 2024" in breakable(spec.alt)


def test_a_steady_line_says_so_once(tmp_path: Path) -> None:
    found = instead_of(opened(tmp_path / "small", ALONE, figures(effect=0)))
    assert found.picture is not None
    assert found.picture.content.title == "Reviews on time: within its usual ups and downs"
    assert found.usual == ""
    assert not {Role.BETTER, Role.WORSE} & {series.role for series in found.picture.content.series}


def test_a_range_worked_out_anew_is_marked_with_its_cause_and_date(tmp_path: Path) -> None:
    found = instead_of(opened(tmp_path / "small", f"{ALONE}{ANEW}", figures(effect=0)))
    assert found.picture is not None
    (mark,) = (mark for mark in found.picture.content.marks if mark.kind is MarkKind.ANEW)
    assert breakable(mark.label) == "Usual range anew: The form was made shorter, 3 December 2024"


def test_a_small_count_is_hidden_there_too(tmp_path: Path) -> None:
    rare = re.sub(r"(X0[123],2024-05),\d+,", r"\1,1,", figures())  # 3 of 300 in the test areas together
    found = instead_of(opened(tmp_path / "small", ALONE, rare))
    assert found.picture is not None
    assert found.picture.stamps.hidden == 2  # one more: it would give the small one away
    table = found.picture.content.table
    assert [row[1] for row in table.rows if row[0] == "May 2024"] == [HIDDEN]


def test_with_too_few_figures_there_is_a_small_line_and_why(tmp_path: Path) -> None:
    few = "\n".join(
        line for line in figures().splitlines() if "2025-" not in line and not re.search(r"-(0[7-9]|1)", line)
    )
    found = instead_of(opened(tmp_path / "small", ALONE, f"{few}\n"))
    assert found.picture is not None
    assert found.picture.content.kind is ChartKind.SMALL_LINE
    assert found.usual == "There are too few figures to know what the usual ups and downs are."
    assert found.how_easily == ""


def test_before_the_first_figures_there_is_nothing_to_draw(programme: Programme) -> None:
    found = results_page(programme, "one-team", "on-time").content.instead
    assert found == Instead("No figures yet.", None)
