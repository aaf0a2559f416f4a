"""Writing another stage into a plan: one line changes, and everything else in the file stays as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomlkit

from evaluation.declare.declarations import Known
from evaluation.declare.read import read_plan
from evaluation.model.framework import StageId
from evaluation.problems import DeclarationError

_NOTHING_KNOWN = Known(frozenset(), frozenset(), frozenset(), frozenset())


def write_stage(folder: Path, prototype_id: str, stage: StageId) -> Path:
    """Write `stage` into the plan of this id under `folder`, and give its path.

    Raises DeclarationError where no plan has this id, or its file cannot be written; then
    nothing was changed, and the sentence says which line to write by hand.
    """
    path = folder / _file(folder, prototype_id)
    by_hand = f'Write stage = "{stage.value}" in {path.name} by hand, and do this again.'
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            before = file.read()
        after = _with_stage(before, stage)
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(after, encoding="utf-8", newline="")
        beside.replace(path)
    except OSError as error:
        raise DeclarationError(f"The plan could not be changed ({error.strerror}). {by_hand}") from None
    return path


def _with_stage(text: str, stage: StageId) -> str:
    document = tomlkit.parse(text)
    document["stage"] = stage.value
    written = tomlkit.dumps(document)
    assert tomllib.loads(written) == {**tomllib.loads(text), "stage": stage.value}
    return written


def _file(folder: Path, prototype_id: str) -> str:
    plan, _ = read_plan(folder, _NOTHING_KNOWN)
    for declared in plan.prototypes:
        if declared.noun.id == prototype_id:
            return declared.document.file
    raise DeclarationError(f'There is no plan of "{prototype_id}" in {folder}.')
