"""The few names a notebook needs: a folder opened, compared and shown, without app or database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import evaluation
from evaluation import notebook
from evaluation.model.codes import Reason
from evaluation.model.results import Refusal
from evaluation.problems import DeclarationError, UsageError
from evaluation.statistics import simulate
from tests.small import write_programme


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> notebook.Folder:
    root = write_programme(tmp_path_factory.mktemp("notebook"))
    opened = evaluation.open_folder(root, [root / "figures.csv"])
    assert isinstance(opened, notebook.Folder)
    return opened


def test_everything_named_is_there() -> None:
    assert all(getattr(evaluation, name) is not None for name in evaluation.__all__)
    assert set(evaluation.__all__) <= set(dir(evaluation))
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        evaluation.guess  # noqa: B018 - asking is the test


def test_a_folder_says_what_is_in_it(folder: notebook.Folder) -> None:
    assert folder.prototypes == ("one-team",)
    assert folder.measures("one-team") == ("on-time",)
    assert "one-team" in folder._repr_html_()


def test_a_comparison_shows_itself_as_a_table(folder: notebook.Folder) -> None:
    shown = folder.compare("one-team")
    html = shown._repr_html_()
    assert html.count("<table>") == html.count("</table>") == 3
    assert "in every" in html.replace("\u00a0", " ")
    assert "<summary>Method</summary>" in html
    assert "nan" not in html.lower().replace("finance", "")


def test_print_says_the_same(folder: notebook.Folder) -> None:
    shown = folder.compare("one-team", "on-time")
    assert "Likely range: " in str(shown)
    assert "Were the areas moving alike before?" in str(shown)


def test_the_numbers_come_as_a_frame(folder: notebook.Folder) -> None:
    frame = folder.compare("one-team").frame()
    assert len(frame) == 24
    assert frame["observed"].between(0, 1).all()
    assert frame["expected"].notna().all()


def test_figures_below_data_are_found(tmp_path: Path) -> None:
    root = write_programme(tmp_path)
    (root / "data").mkdir()
    (root / "figures.csv").rename(root / "data" / "figures.csv")
    assert "We cannot" not in str(evaluation.open_folder(root).compare("one-team"))


def test_without_figures_it_says_what_would_be_needed(tmp_path: Path) -> None:
    shown = evaluation.open_folder(write_programme(tmp_path)).compare("one-team")
    assert "What would be needed: " in str(shown)
    assert shown.frame().empty
    assert "<table>" in shown._repr_html_()


def test_a_name_that_is_not_there_is_said(folder: notebook.Folder) -> None:
    with pytest.raises(UsageError, match='no measure "reading"'):
        folder.compare("one-team", "reading")
    with pytest.raises(UsageError, match='no prototype "two-teams"'):
        folder.compare("two-teams", "on-time")


def test_a_folder_without_a_framework_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError):
        evaluation.open_folder(tmp_path)


def test_a_panel_of_ones_own_can_be_compared() -> None:
    shown = evaluation.compare(simulate.panel(np.random.default_rng(1), effect=0.5), level=0.9)
    assert shown.comparison.outcome.level == 0.9
    assert "<table>" in shown._repr_html_()


def test_too_few_prototypes_are_not_pooled(folder: notebook.Folder) -> None:
    found = folder.pool("on-time")
    assert isinstance(found, Refusal)
    assert found.reason is Reason.TOO_FEW_PROTOTYPES


def test_what_is_shown_is_escaped(folder: notebook.Folder) -> None:
    shown = folder.compare("one-team")
    title = notebook.Shown("<script>", shown.comparison, shown.measure)
    assert "<script>" not in title._repr_html_()


def test_it_needs_no_streamlit() -> None:
    asked = "import sys, evaluation; evaluation.open_folder; print('streamlit' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    assert told.stdout.strip() == "False"
