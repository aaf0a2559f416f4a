"""The house rules that no linter holds."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[1]
MODULES = sorted((HOUSE / "evaluation").rglob("*.py"))


@cache
def trees() -> dict[str, ast.Module]:
    """Every module as it parses, by its path."""
    return {path.relative_to(HOUSE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def _calls(tree: ast.AST, name: str) -> bool:
    return any(isinstance(node, ast.Call) and ast.unparse(node.func).split("[")[0] == name for node in ast.walk(tree))


def test_only_the_door_out_makes_released_content() -> None:
    assert [path for path, tree in trees().items() if _calls(tree, "Released")] == ["evaluation/programme/releasing.py"]


def _catches_everything(node: ast.AST) -> bool:
    """A handler for everything that does not pass it on (cleaning up and raising again is no catching)."""
    return (
        isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and ast.unparse(node.body[-1]) != "raise"
    )


def test_only_the_outer_doors_catch_everything() -> None:
    catching = {path for path, tree in trees().items() if any(map(_catches_everything, ast.walk(tree)))}
    assert catching == {"evaluation/commands/__init__.py", "evaluation/app/failures.py"}


def test_the_environment_is_read_only_at_the_outer_doors() -> None:
    reading = {path for path, tree in trees().items() if "os.environ" in ast.unparse(tree)}
    assert reading <= {"evaluation/commands/options.py", "evaluation/app/opened.py"}


def test_no_room_is_called_after_nothing_in_particular() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "base", "manager", "common", "misc"}


def test_importing_the_statistics_loads_numpy_alone() -> None:
    code = (
        "import sys, evaluation.statistics; "
        "print([name for name in ('scipy', 'pandas', 'statsmodels', 'streamlit', 'sqlmodel') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOUSE)
    assert done.stdout.strip() == "[]"


def test_the_roof_only_navigates() -> None:
    imported = {
        node.module
        for node in ast.walk(ast.parse((HOUSE / "evaluation_app.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    assert imported <= {"__future__", "evaluation.app"} | {
        name for name in imported if name and name.startswith("evaluation.app.")
    }
