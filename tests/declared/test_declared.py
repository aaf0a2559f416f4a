"""One faulty file per problem code of the declarations, with the text it must print beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evaluation.declare import Known, read
from evaluation.problems import CODES

HERE = Path(__file__).parent
KNOWN = Known(
    frozenset({"area-change", "before-after"}), frozenset({"scale"}), frozenset({"tidy"}), frozenset({"below-5"})
)
CASES = sorted(path.parent.name for path in HERE.glob("*/says.txt"))
# The codes of `CODES` come by room; those of files of figures begin here.
DECLARATION_CODES = list(CODES)[: list(CODES).index("unreadable-file")]


def printed(case: str, folder: Path) -> list[str]:
    """What reading says of the sound programme with the faulty file of `case` in the place of its own."""
    for kind, name in (("frameworks", "framework.toml"), ("prototypes", "plan.toml")):
        (folder / kind).mkdir()
        faulty = HERE / case / name
        shutil.copy(faulty if faulty.exists() else HERE / "sound" / name, folder / kind / name)
    return [str(problem) for problem in read(folder, KNOWN).problems]


@pytest.mark.parametrize("case", CASES)
def test_faulty_file_prints_its_text(case: str, tmp_path: Path) -> None:
    expected = (HERE / case / "says.txt").read_text(encoding="utf-8").splitlines()
    assert printed(case, tmp_path) == expected


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_about_its_own_code(case: str) -> None:
    assert all(line.endswith(f"[{case}]") for line in (HERE / case / "says.txt").read_text().splitlines())


def test_every_code_of_the_declarations_has_a_case() -> None:
    assert sorted(DECLARATION_CODES) == CASES


def test_the_sound_programme_has_no_problem(tmp_path: Path) -> None:
    assert printed("sound", tmp_path) == []
