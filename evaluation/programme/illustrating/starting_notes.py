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

from evaluation.model.agreeing import Adaptation, Agreement, PlanChange, StageMove
from evaluation.model.decisions import Confirmation, Decision, Verdict
from evaluation.model.evidence import Evidence, Strength
from evaluation.model.framework import Points, StageId
from evaluation.model.learning import Answer, AnswerState, CycleStep, Entry, EntryKind, Reply, Visible, Voice
from evaluation.model.people import Actor, Role, known_as
from evaluation.model.predictions import Likelihood, Prediction
from evaluation.model.references import Kind, Reference
from evaluation.model.stories import Story, StoryKind, Substantiation
from evaluation.programme.illustrating.starting_around import AROUND

NOTES_FILE: Final = Path("data", "illustrative", "illustrative-notes.toml")

# Stores a noun under an actor and a request key, perhaps in place of an earlier row, and says under which reference.
Keep = Callable[[Any, Actor, str, Reference | None], Reference]
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
        amends = kept[row["amends"]] if "amends" in row else None
        kept[key] = keep(make(row, kept), people[row["by"]], f"illustrative:{key}", amends)
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
    """Known by name as at every other door, so that whoever looks round under a name finds what it wrote."""
    return Actor(id=known_as(person["name"]), name=person["name"], role=Role(person["role"]))


def _entry(row: _Row, _: Mapping[str, Reference]) -> Entry:
    said = {name: row[name] for name in _SAID_OF_NOTES if name in row}
    chosen = {name: words(row[name]) for name, words in _CHOSEN.items() if name in row}
    return Entry(row["prototype"], EntryKind.NOTE, row["on"], about=_about(row), **said, **chosen)


def _story(row: _Row, _: Mapping[str, Reference]) -> Story:
    said = {name: row[name] for name in _SAID_OF_STORIES if name in row}
    chosen = {name: words(row[name]) for name, words in {**_CHOSEN, "kind": StoryKind}.items() if name in row}
    return Story(row["prototype"], row["on"], agreed=True, about=_about(row), **said, **chosen)


def _substantiation(row: _Row, kept: Mapping[str, Reference]) -> Substantiation:
    return Substantiation(kept[row["story"]], row["confirms"], row["on"], row["who"], row.get("said", ""))


def _about(row: _Row) -> Reference | None:
    return next((Reference(kind, f"{row['prototype']}/{row[kind]}") for kind in _SUBJECTS if kind in row), None)


_SAID_OF_NOTES: Final = (
    "noticed", "expected", "make_of_it", "next_step", "area", "heard", "attached", "cycle", "visited", "asks_for_help",
)  # fmt: skip
_SAID_OF_STORIES: Final = ("told", "contributed", "matters", "recorded_by", "area", "success")
_CHOSEN: Final[Mapping[str, Callable[[str], Any]]] = {"visible": Visible, "voice": Voice, "step": CycleStep}
_SUBJECTS: Final = (Kind.QUESTION, Kind.LINK)


def _answer(row: _Row, kept: Mapping[str, Reference]) -> Answer:
    said = (row["text"], _cited(row, kept), row.get("supports"))
    return Answer(row["prototype"], row["question"], AnswerState(row["state"]), row["on"], *said)


_SAID_OF_DECISIONS: Final = (
    "why", "actions", "actions_by", "look_again_on", "against_because", "second_name", "released",
)  # fmt: skip


def _decision(row: _Row, kept: Mapping[str, Reference]) -> Decision:
    said = {name: row[name] for name in _SAID_OF_DECISIONS if name in row}
    if "pointed" in row:
        said["pointed"] = Points(row["pointed"])
    verdict = Verdict(row["verdict"])
    return Decision(row["prototype"], row["group"], verdict, row["on"], cites=_cited(row, kept), **said)


def _confirmation(row: _Row, kept: Mapping[str, Reference]) -> Confirmation:
    return Confirmation(kept[row["decision"]], row["on"])


def _guess(row: _Row, _: Mapping[str, Reference]) -> Prediction:
    said = {name: row[name] for name in ("at_least", "at_most", "low", "high", "why") if name in row}
    return Prediction(row["prototype"], row["measure"], row["period"], Likelihood(row["likelihood"]), row["on"], **said)


def _evidence(row: _Row, kept: Mapping[str, Reference]) -> Evidence:
    about = next(Reference(kind, f"{row['prototype']}/{row[kind]}") for kind in _SUBJECTS if kind in row)
    rests_on, strength = kept[row["rests_on"]], Strength(row["strength"])
    return Evidence(row["prototype"], about, rests_on, row["supports"], strength, row["on"], row["why"])


def _reply(row: _Row, kept: Mapping[str, Reference]) -> Reply:
    return Reply(kept[row["note"]], row["on"], row["text"])


def _cited(row: _Row, kept: Mapping[str, Reference]) -> tuple[Reference, ...]:
    return tuple(kept[key] for key in row["cites"])


def _agreement(row: _Row, _: Mapping[str, Reference]) -> Agreement:
    """Which plan it is of is filled in where plans are known (`beginning`)."""
    return Agreement(row["prototype"], "", row["on"])


def _plan_change(row: _Row, _: Mapping[str, Reference]) -> PlanChange:
    """Which plan became which is filled in where plans are known (`beginning`)."""
    return PlanChange(row["prototype"], 1, "as agreed", "as it is", row["on"], row["why"])


def _adaptation(row: _Row, _: Mapping[str, Reference]) -> Adaptation:
    return Adaptation(row["prototype"], row["area"], row["on"], row["what"], row["why"])


def _stage_move(row: _Row, _: Mapping[str, Reference]) -> StageMove:
    came_from = StageId(row["came_from"]) if "came_from" in row else None
    return StageMove(row["prototype"], StageId(row["to"]), row["on"], came_from, row.get("why", ""))


# The sections of the file, in the order in which the rows of one day are kept.
_MAKERS: Final[Mapping[str, _Make]] = {
    "agreements": _agreement,
    "plan_changes": _plan_change,
    "stage_moves": _stage_move,
    "adaptations": _adaptation,
    "notes": _entry,
    "answers": _answer,
    "evidence": _evidence,
    "decisions": _decision,
    "confirmations": _confirmation,
    "stories": _story,
    "substantiations": _substantiation,
    "guesses": _guess,
    **AROUND,
    "replies": _reply,
}
