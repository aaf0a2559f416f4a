"""`check`: is what this folder declares sound?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Folder, settings_for
from evaluation.commands.printing import print_json
from evaluation.problems import CODES, DeclarationError, Severity, UsageError
from evaluation.programme import read_declarations, write_schemas


def check(
    folder: Folder = None,
    as_json: AsJson = False,
    explain: Annotated[str | None, typer.Option(help="Say what a problem code means.")] = None,
    schemas: Annotated[Path | None, typer.Option(help="Write JSON Schemas for editors into this folder.")] = None,
) -> None:
    """Check every framework and plan in the folder; name all problems in one run."""
    if explain is not None:
        if explain not in CODES:
            raise UsageError(f'There is no problem code "{explain}".')
        print(f"{explain}: {CODES[explain]}")
        return
    if schemas is not None:
        for path in write_schemas(schemas):
            print(f"Wrote {path}")
        return
    found = read_declarations(settings_for(folder, None).folder)
    warnings = [problem for problem in found.problems if problem.severity is Severity.WARNING]
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if errors or not found.frameworks:
        raise DeclarationError(
            _count(len(errors), "problem", "to mend") if errors else "There is no framework here.", found.problems
        )
    if as_json:
        print_json({"frameworks": len(found.frameworks), "prototypes": len(found.prototypes), "warnings": warnings})
        return
    for warning in warnings:
        print(warning)
    there = f"{_count(len(found.frameworks), 'framework')} and {_count(len(found.prototypes), 'prototype')}"
    print(f"Sound: {there}, {_count(len(warnings), 'warning')}.")


def _count(number: int, what: str, rest: str = "") -> str:
    return f"{number} {what}{'' if number == 1 else 's'} {rest}".strip()
