"""The notes, answers and decisions an illustrative programme starts with, so that no page is empty.

They are written in `data/illustrative/illustrative-notes.toml`. A row gets its number
when it is stored, so what that file cites it cites by keys of its own; here each key
becomes the reference it was stored under.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from evaluation.model.decisions import Confirmation, Decision, Verdict
from evaluation.model.learning import Answer, AnswerState, Entry, EntryKind
from evaluation.model.people import Actor, Role
from evaluation.model.references import Kind, Reference

NOTES_FILE: Final = Path("data", "illustrative", "illustrative-notes.toml")

# Stores a noun under an actor and a request key, and says under which reference.
Keep = Callable[[Any, Actor, str], Reference]
_Row = Mapping[str, Any]
_Make = Callable[[_Row, Mapping[str, Reference]], Any]


def starting_records(folder: Path, keep: Keep) -> tuple[Reference, ...]:
    """Hand every starting noun of the programme in `folder` to `keep`, earliest first; nothing where it has none.

    Each noun carries its own date (`on`). The request key is made of the file's
    key, so that a second start stores nothing twice. Returns the references in the
    order they were kept. Raises KeyError where something cites what comes later.
    """
    path = folder / NOTES_FILE
    if not path.is_file():
        return ()
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    people = {person["id"]: _actor(person) for person in written["people"]}
    kept: dict[str, Reference] = {}
    for row, make in _in_order(written):
        key = row["key"]
        kept[key] = keep(make(row, kept), people[row["by"]], f"illustrative:{key}")
    return tuple(kept.values())


def _in_order(written: _Row) -> list[tuple[_Row, _Make]]:
    """Rows by date, each with what makes its noun. On one day they come in the order of the table."""
    confirmations = [
        {"key": f"{row['key']}-confirmed", "by": row["confirmed_by"], "on": row["confirmed_on"], "decision": row["key"]}
        for row in written["decisions"]
        if "confirmed_by" in row
    ]
    there = {**written, "confirmations": confirmations}
    rows = [(row, make) for section, make in _MAKERS.items() for row in there.get(section, ())]
    return sorted(rows, key=lambda each: each[0]["on"])


def _actor(person: _Row) -> Actor:
    return Actor(id=f"illustrative-{person['id']}", name=person["name"], role=Role(person["role"]))


def _entry(row: _Row, _: Mapping[str, Reference]) -> Entry:
    about = next((Reference(kind, f"{row['prototype']}/{row[kind]}") for kind in _SUBJECTS if kind in row), None)
    texts = {name: row.get(name, "") for name in ("noticed", "expected", "make_of_it", "next_step")}
    return Entry(row["prototype"], EntryKind.NOTE, row["on"], about=about, area=row.get("area"), **texts)


_SUBJECTS: Final = (Kind.QUESTION, Kind.LINK)


def _answer(row: _Row, kept: Mapping[str, Reference]) -> Answer:
    said = (row["text"], _cited(row, kept), row.get("supports"))
    return Answer(row["prototype"], row["question"], AnswerState(row["state"]), row["on"], *said)


def _decision(row: _Row, kept: Mapping[str, Reference]) -> Decision:
    said = {name: row[name] for name in ("why", "actions", "actions_by", "look_again_on") if name in row}
    verdict = Verdict(row["verdict"])
    return Decision(row["prototype"], row["group"], verdict, row["on"], cites=_cited(row, kept), **said)


def _confirmation(row: _Row, kept: Mapping[str, Reference]) -> Confirmation:
    return Confirmation(kept[row["decision"]], row["on"])


def _cited(row: _Row, kept: Mapping[str, Reference]) -> tuple[Reference, ...]:
    return tuple(kept[key] for key in row["cites"])


# The sections of the file, in the order in which the rows of one day are kept.
_MAKERS: Final[Mapping[str, _Make]] = {
    "notes": _entry,
    "answers": _answer,
    "decisions": _decision,
    "confirmations": _confirmation,
}
