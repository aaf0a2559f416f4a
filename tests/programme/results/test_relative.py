"""Where a new definition stops a comparison, the test areas stand beside the others, period by period."""

from __future__ import annotations

from pathlib import Path

from evaluation.programme import Programme, Settings, import_file, open_programme, results_page
from tests.programme.conftest import EVALUATOR, NOW
from tests.small import figures, write_programme

REFORM = 'worthwhile = 0.05\nbreaks = [{ on = 2025-01-01, why = "The form changed." }]'


def filled(folder: Path) -> Programme:
    settings = Settings.from_environment({}, folder=folder)
    programme = open_programme(settings, actor=EVALUATOR, clock=lambda: NOW)
    import_file(programme, "figures.csv", figures().encode(), request_key="figures")
    return programme


def test_the_areas_are_set_side_by_side_and_the_new_definition_is_named(tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "small")
    declared = folder / "frameworks" / "small.toml"
    declared.write_text(declared.read_text(encoding="utf-8").replace("worthwhile = 0.05", REFORM), encoding="utf-8")
    programme = filled(folder)
    page = results_page(programme, "one-team", "on-time").content
    programme.store.close()
    assert page.pictures is None
    assert "so the chart has a gap" in page.sentence
    assert page.instead is not None
    assert page.instead.relative is not None
    rows = {str(row[0]).replace("\xa0", " "): row[1:] for row in page.instead.relative.content.rows}
    assert len(rows) == 24
    assert [period for period in rows if "measured differently" in period] == [
        "January 2025, measured differently from here on"
    ]
    ours, others, apart, counted = rows["February 2025"]
    assert isinstance(ours, float)
    assert isinstance(others, float)
    assert abs(ours - others - float(str(apart))) < 0.11  # each rounded to one decimal
    assert counted == 12


def test_an_ordinary_result_has_no_such_table(tmp_path: Path) -> None:
    programme = filled(write_programme(tmp_path / "small"))
    assert results_page(programme, "one-team", "on-time").content.instead is None
    programme.store.close()
