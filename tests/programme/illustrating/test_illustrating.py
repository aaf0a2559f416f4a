"""The illustrative figures as files: the same every time, marked, small, and with gaps that are not zero."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from evaluation.measures.reading import read_file
from evaluation.problems import UsageError
from evaluation.programme.declared import read_declarations
from evaluation.programme.illustrating.illustrating import FOLDER, illustrate
from evaluation.programme.illustrating.illustrative_county import HIDDEN, HIDDEN_BELOW

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / FOLDER).glob("*.csv"))
LARGEST = 1_500_000  # bytes in all: what a clone should have to carry


def programme_folder(at: Path) -> Path:
    """A copy of the declarations without any figures."""
    for part in ("frameworks", "prototypes"):
        shutil.copytree(ROOT / part, at / part)
    return at


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_shipped_figures_are_what_the_seed_writes(tmp_path: Path) -> None:
    written = illustrate(programme_folder(tmp_path))
    assert {path.name: path.read_bytes() for path in written} == {
        path.name: path.read_bytes() for path in [*SHIPPED, ROOT / FOLDER / "README.txt"]
    }


def test_another_seed_writes_other_figures(tmp_path: Path) -> None:
    written = illustrate(programme_folder(tmp_path), seed=1)
    assert all(
        path.read_bytes() != (ROOT / FOLDER / path.name).read_bytes() for path in written if path.suffix == ".csv"
    )


def test_every_file_of_figures_says_it_is_illustrative() -> None:
    assert SHIPPED
    assert all(path.name.startswith("illustrative-") for path in SHIPPED)


def test_the_figures_are_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED) < LARGEST


def test_no_area_code_can_be_an_ons_code() -> None:
    codes = {row["area"] for path in SHIPPED for row in rows(path)}
    assert codes
    assert not any(re.fullmatch(r"[A-Z]\d{8}", code) for code in codes)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_row_is_read_without_a_problem(path: Path) -> None:
    framework = read_declarations(ROOT).framework("best-start-in-life")
    codes = frozenset(area.code for area in framework.areas)
    reading = read_file(path.name, path.read_bytes(), framework, areas=codes)
    assert reading.problems == ()
    assert len(reading.observations) == len(rows(path))


def test_hidden_and_missing_cells_hold_no_number() -> None:
    gaps = [row for path in SHIPPED for row in rows(path) if row["symbol"]]
    assert {row["symbol"] for row in gaps} == {HIDDEN, ".", "x"}
    assert not any(row.get("numerator") or row.get("denominator") or row.get("value") for row in gaps)


def test_no_count_below_five_is_shown() -> None:
    shown = [row["numerator"] for path in SHIPPED for row in rows(path) if row.get("numerator")]
    assert min(map(int, shown)) >= HIDDEN_BELOW


def test_one_source_is_late_and_one_never_came() -> None:
    maternity = rows(ROOT / FOLDER / "illustrative-maternity.csv")
    assert max(row["period"] for row in maternity) == "2026-Q1"
    assert not any(row["measure"] == "dental-decay" for path in SHIPPED for row in rows(path))


def test_no_figures_are_made_up_for_a_real_programme(tmp_path: Path) -> None:
    framework = programme_folder(tmp_path) / "frameworks" / "best-start-in-life.toml"
    real = framework.read_text(encoding="utf-8").replace("\nillustrative = true", "\nillustrative = false")
    framework.write_text(real, encoding="utf-8")
    with pytest.raises(UsageError, match="marked illustrative"):
        illustrate(tmp_path)
    assert not (tmp_path / FOLDER).exists()


def test_a_prototype_taken_away_is_named(tmp_path: Path) -> None:
    (programme_folder(tmp_path) / "prototypes" / "hub-clinics.toml").unlink()
    with pytest.raises(UsageError, match="hub-clinics"):
        illustrate(tmp_path)
