"""Figures as files, and the list of what has left."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.small import figures

SAID = ("--as", "Eve Evaluator", "--role", "evaluator")


@pytest.fixture
def rare(folder: Path, run: Run) -> Run:
    """The small programme with one figure of 2 in a comparison area."""
    content = re.sub(r"(X05,2024-05),\d+,", r"\1,2,", figures())
    (folder / "figures.csv").write_text(content, encoding="utf-8")
    assert run("import", "figures.csv", *SAID).code == 0
    return run


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_the_stored_figures_of_a_measure_leave_with_small_ones_hidden(rare: Run, tmp_path: Path) -> None:
    said = rare("export", "on-time", "--out", str(tmp_path / "on-time.csv"))
    assert said.code == 0
    assert "360 rows" in said.out
    assert "4 figures are hidden to protect privacy" in said.out
    found = rows(tmp_path / "on-time.csv")
    assert len(found) == 360
    assert sum(row["numerator"] == "hidden to protect privacy" for row in found) == 4
    assert "2" not in {row["numerator"] for row in found}


@pytest.mark.parametrize(("ending", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("zip", b"PK")])
def test_a_result_leaves_in_every_form_and_is_listed(rare: Run, tmp_path: Path, ending: str, start: bytes) -> None:
    path = tmp_path / f"one-team.{ending}"
    said = rare("export", "one-team", "on-time", "--out", str(path), "--json", *SAID)
    assert said.json["rows"] == 24
    assert path.read_bytes().startswith(start)
    listed = rare("releases", "--json").json["content"]
    assert [(line["file"], line["who"], line["reference"]) for line in listed] == [
        (f"one-team.{ending}", "Eve Evaluator", said.json["reference"])
    ]
    assert f"one-team.{ending}" in rare("releases").out


def test_without_a_measure_the_first_of_the_plan_leaves(rare: Run, tmp_path: Path) -> None:
    assert rare("export", "one-team", "--out", str(tmp_path / "a.csv")).code == 0
    assert rows(tmp_path / "a.csv")[0]["period"] == "2024-01"


def test_true_values_are_asked_for_and_marked(rare: Run, tmp_path: Path) -> None:
    said = rare("export", "on-time", "--out", str(tmp_path / "true.csv"), "--true-values")
    assert "True values: not for sharing." in said.out
    found = rows(tmp_path / "true.csv")
    assert "2" in {row["numerator"] for row in found}
    assert all("True values: not for sharing" in row["About"] for row in found)
    compared = rare("compare", "one-team", "--true-values")
    assert compared.out.startswith("True values: not for sharing.")


def test_true_values_are_not_seen_from_another_machine(run: Run) -> None:
    far = "postgresql://somebody@far.example/evaluation"
    said = run("compare", "one-team", "--true-values", "--database", far)
    assert said.code == 2
    assert "True values are seen on the store's own machine alone." in said.err


def test_nothing_has_left_at_first(run: Run) -> None:
    assert "Nothing has left yet." in run("releases").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("one-team", "--out", "a.pdf"), "choose one of .csv, .xlsx, .zip"),
        (("one-team", "--out", "nowhere/a.csv"), "We cannot write"),
        (("nobody", "--out", "a.csv"), "There is: one-team"),
        (("one-team", "nothing", "--out", "a.csv"), 'has no measure "nothing"'),
    ],
)
def test_a_mistake_ends_in_a_sentence(rare: Run, words: tuple[str, ...], said: str) -> None:
    done = rare("export", *words)
    assert done.code == 2
    assert said in done.err
