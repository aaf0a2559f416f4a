"""`import` told which column is what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

EVALUATOR = ("--as", "Eve", "--role", "evaluator")
SAID = ("--map", "area=Place code", "--map", "period=Month", "--map", "numerator=Seen", "--map", "denominator=Due")


@pytest.fixture
def returns(folder: Path) -> None:
    (folder / "returns.csv").write_text("Place code,Month,Seen,Due,Kind\nX01,2024-01,30,40,a\nX02,2024-01,20,40,b\n")
    (folder / "later.csv").write_text("Place code,Month,Seen,Due,Kind\nX01,2024-02,30,40,a\n")


@pytest.mark.usefixtures("returns")
def test_columns_said_are_read_kept_and_known_again(run: Run) -> None:
    assert run("import", "returns.csv", *EVALUATOR).code == 11
    done = run("import", "returns.csv", *SAID, "--measure", "on-time", "--keep-as", "Returns", *EVALUATOR)
    assert "Taken: 2 rows." in done.out
    assert 'the mapping "Returns" from now on' in done.out
    assert "Figures: 1 new" in run("import", "later.csv", *EVALUATOR).out


@pytest.mark.usefixtures("returns")
def test_a_mapping_is_asked_for_by_name(run: Run, folder: Path) -> None:
    run("import", "returns.csv", *SAID, "--measure", "on-time", "--keep-as", "Returns", *EVALUATOR)
    (folder / "other.csv").write_text("Place code,Month,Seen,Due,Remark\nX01,2024-03,30,40,a\n")
    assert run("import", "other.csv", *EVALUATOR).code == 11
    assert "Figures: 1 new" in run("import", "other.csv", "--mapping", "Returns", *EVALUATOR).out


@pytest.mark.usefixtures("returns")
def test_only_some_rows_and_what_a_text_means_can_be_said(run: Run) -> None:
    only = run("import", "returns.csv", *SAID, "--measure", "on-time", "--only", "Kind=a", "--preview")
    assert "Would take: 1 rows. Passed over: 1." in only.out
    means = run("import", "returns.csv", *SAID, "--map", "measure=Kind", "--means", "b=on-time", "--preview")
    assert "Would take: 1 rows. Passed over: 1." in means.out


@pytest.mark.usefixtures("returns")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--map", "area"), "not written like area=Code"),
        (("--map", "place=LA"), '"place" after --map is none of'),
        ((*SAID, "--measure", "none-such"), 'No measure "none-such"'),
        (SAID, "a measure, or the column that names it"),
        ((*SAID, "--mapping", "Returns"), "not both"),
        (("--mapping", "Returns"), 'There is no mapping "Returns"'),
        ((*SAID, "--measure", "on-time", "--values-as", "points"), "none of: number, percent, share"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("import", "returns.csv", *words, "--preview")
    assert done.code == 2
    assert said in done.err


@pytest.mark.usefixtures("returns")
def test_nothing_is_kept_where_nothing_was_said(run: Run) -> None:
    assert "nothing to keep" in run("import", "figures.csv", "--keep-as", "Returns", *EVALUATOR).err
