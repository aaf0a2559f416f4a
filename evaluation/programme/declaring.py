"""Begin a plan, and write what helps an editor to go on with it."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation import declare
from evaluation.problems import DeclarationError
from evaluation.programme.declared import read_declarations


def new_prototype(
    folder: Path,
    prototype_id: str,
    *,
    name: str,
    what: str,
    where: str,
    for_whom: str,
    lead: str,
    question: str,
    framework: str = "",
) -> Path:
    """Write the plan of an idea into `folder`, for the programme named, or the only one there is.

    Raises DeclarationError for an id that is taken or not an id, and for a programme that is not there or not named.
    """
    frameworks = read_declarations(folder).frameworks
    if not frameworks:
        raise DeclarationError(f"There is no framework in {folder}, so a plan would belong nowhere.")
    if len(frameworks) > 1 and not framework:
        those = ", ".join(each.id for each in frameworks)
        raise DeclarationError(f"This folder holds several programmes. Say for which one, with --programme: {those}.")
    return declare.new_prototype(
        folder,
        prototype_id,
        name=name,
        what=what,
        where=where,
        for_whom=for_whom,
        lead=lead,
        question=question,
        framework=framework or frameworks[0].id,
    )


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the JSON Schemas of frameworks and prototypes into `folder`; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in declare.schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
